export {
  routesToGrade,
  type Route,
  type RouteGate,
  type RouteOptions,
  type RouteReport,
  type RouteStep,
} from './routes/routes.ts'
export { waterfall, type Waterfall, type WaterfallBar } from './waterfall/waterfall.ts'
export type { Baseline } from './waterfall/baseline.ts'
export { shapley } from './attribution/shapley.ts'
export { attributeVersions, type VersionAttribution, type VersionRows } from './attribution/versions.ts'
export type { Change } from './attribution/changes.ts'
export {
  attributePeriods,
  type CarriedData,
  type PeriodAttribution,
  type PeriodChange,
  type PeriodData,
} from './attribution/periods.ts'
export { reachOf, takeRows, type Reach, type RowOf } from './common/rows.ts'
export { attainable, type Attainable, type IncompleteRow, type Question } from './intervals/interval.ts'
export { STRENGTH_RULE, strengths, type PeerComparison, type StrengthRule } from './strengths/strengths.ts'
export {
  bestAndWorst,
  rankProfile,
  type BestAndWorstOptions,
  type NodeRank,
  type RankProfileOptions,
} from './strengths/rank-profile.ts'
