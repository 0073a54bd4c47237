export type { NamedColumn, PillarColumn } from './named-column.ts'
export { describeIndicator, type Description } from './descriptive/describe-indicator.ts'
export { DESCRIPTIVE_THRESHOLDS, type DescriptiveFlag, type DescriptiveThresholds } from './descriptive/flags.ts'
export { testCorrelation, type Correlation } from './correlation/correlation-test.ts'
export { correlationTable, type CorrelationTable } from './correlation/correlation-table.ts'
export { correlationPairs, type CorrelationPair } from './correlation/correlation-pairs.ts'
export { correlationFlags, type CorrelationFlag } from './correlation/correlation-flags.ts'
export { summarisePillars, type PillarSummary } from './correlation/pillar-summary.ts'
export { parentCorrelations, type ParentCorrelation } from './correlation/parent-correlations.ts'
export { redundantPairs, type Redundancy } from './correlation/redundant-pairs.ts'
export { cronbachAlpha, type CronbachAlpha, type ItemAnalysis } from './reliability/cronbach-alpha.ts'
export {
  principalComponents,
  type Component,
  type ComponentOptions,
  type PrincipalComponents,
} from './components/principal-components.ts'
export { kaiserMeyerOlkin, type SamplingAdequacy } from './components/kaiser-meyer-olkin.ts'
export { bartlettSphericity, type Sphericity } from './components/bartlett-sphericity.ts'
export { rotateFactors, type Rotation } from './components/rotate-factors.ts'
export type { TreeNode } from './influence/tree.ts'
export { nominalWeights } from './influence/nominal-weights.ts'
export {
  effectiveWeights,
  type EffectiveWeight,
  type EffectiveWeights,
  type WeightedColumn,
} from './influence/effective-weights.ts'
export { correlationRatio } from './influence/correlation-ratio.ts'
export {
  discrimination,
  type Discrimination,
  type DiscriminationFlag,
  type DiscriminationOptions,
} from './influence/discrimination.ts'
export { krippendorffAlpha, type KrippendorffAlpha, type MeasurementLevel } from './agreement/krippendorff-alpha.ts'
export { kendallW, type KendallW } from './agreement/kendall-w.ts'
export {
  intraclassCorrelations,
  type Intraclass,
  type IntraclassCorrelations,
  type IntraclassForm,
} from './agreement/intraclass-correlation.ts'
export { rankAgreement, type RankAgreement } from './agreement/rank-agreement.ts'
export type { CorrelationKind } from '../numeric/correlation.ts'
