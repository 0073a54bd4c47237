export { criticalWeight, criticalWeights, type CriticalWeight } from './critical-weights.ts'
export { estimateSobol, type SobolDesign } from './estimate-sobol.ts'
export {
  sobolOfIndex,
  sobolOfRows,
  sobolRow,
  type FactorIndex,
  type IndexSobolOptions,
  type SobolRow,
} from './index-sobol.ts'
export {
  estimateMorris,
  morrisIndices,
  morrisTrajectories,
  type MorrisDesign,
  type MorrisIndex,
  type Trajectory,
} from './morris.ts'
export { oneAtATime, type WeightChange } from './one-at-a-time.ts'
export { rankReversals, type Reversal } from './rank-reversal.ts'
export { meanRankShift } from './rank-shift.ts'
export { removals, type Removal } from './removal.ts'
export {
  sobolEstimates,
  type CrossedOutputs,
  type FirstOrder,
  type SobolEstimates,
  type TotalOrder,
} from './sobol-estimators.ts'
export {
  sobolIndices,
  type SobolIndex,
  type SobolOptions,
  type SobolOutputs,
  type SobolResult,
} from './sobol-indices.ts'
