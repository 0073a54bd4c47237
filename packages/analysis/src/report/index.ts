export { auditReport, type AuditReport } from './audit-report.ts'
export type { Evidence, Finding, FindingKind } from './findings.ts'
export { defaultSpec } from './default-spec.ts'
export {
  openLongRun,
  type LongInput,
  type LongJob,
  type LongPartial,
  type LongReport,
  type LongReports,
  type LongRun,
} from './long-run.ts'
export type { RemovalFigures, SensitivityFrame, Swap, WeightFigures } from './sensitivity-items.ts'
export type { SensitivityReport } from './sensitivity-report.ts'
export { shareAtMost, type PairOrder, type UncertaintyReport, type UnitRanks } from './uncertainty-report.ts'
export { inlineAnalyst, SHARE, type Analyst, type LongWatch } from './analyst.ts'
export {
  answer,
  type Answers,
  type AskedBaseline,
  type AskedRoutes,
  type AskedRow,
  type Question as AnalysisQuestion,
  type Standing,
} from './questions.ts'
export { uncertaintySpec } from './spec-schema.ts'
