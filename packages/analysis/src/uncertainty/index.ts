export type { RunFrame, UncertaintyBlock } from './block.ts'
export type { ConvergenceStep } from './convergence.ts'
export type { RowPair } from './pairs.ts'
export type { Draw } from './draw.ts'
export type { Factor } from './factors.ts'
export type { UnitGroup } from './groups.ts'
export { mergeBlocks } from './merge-blocks.ts'
export { prepareUncertainty, sampleDraw, scoreDraw, standDraw, type UncertaintyModel } from './model.ts'
export { runBlock, type DrawRange } from './run-block.ts'
export { runUncertainty, type UncertaintyOptions } from './run.ts'
export { normaliseBySample, type SampleNormaliser } from './sample-normaliser.ts'
export * from './spec.ts'
export {
  probabilityAtMost,
  summarise,
  type PairUncertainty,
  type UncertaintyResult,
  type UnitUncertainty,
} from './summary.ts'
