export {
  COMPARISON_RULE,
  verdictOn,
  type ComparedRound,
  type ComparisonRule,
  type ComparisonVerdict,
} from './verdict.ts'
export { meanSigma, type Link } from './linking/mean-sigma.ts'
export { equipercentile } from './linking/equipercentile.ts'
export { linkScores, type LinkedScore, type LinkedScores, type LinkOptions } from './linking/link-scores.ts'
export type { LinkSample } from './linking/sample.ts'
export { suppressTable, type Disclosure, type SuppressedTable, type SuppressOptions } from './suppression/suppress.ts'
