export * from './errors.ts'
export { nearest, suggest } from './nearest.ts'
export * from './framework.ts'
export * from './pipeline/spec.ts'
export * from './normalise/sample/spec.ts'
export * from './dataset.ts'
export * from './version.ts'
export { compile, isBranch, planAt, type Plan, type PlanBranch, type PlanIndicator, type PlanNode } from './compile.ts'
export { validateFramework } from './validate/framework.ts'
export { validateDataset } from './validate/dataset.ts'
export type { ScoreOptions } from './score.ts'
export { type Edition, type Editions } from './semantics/edition.ts'
export { editions } from './semantics/editions.ts'
export { createRunner, rescorer, score, trace } from './semantics/runner.ts'
export type { Rescorer, Standing, Variant } from './rescore/rescorer.ts'
export * from './result.ts'
export * from './prepare/prepared.ts'
export { joinHistory } from './prepare/table.ts'
export { prepare, type PrepareOptions } from './prepare/prepare.ts'
export { isMeasure, pillarOf, readsHistory, settingsOf, suits, type Settings } from './pipeline/settings.ts'
export { frozenStatistics } from './normalise/sample/frozen.ts'
export { namedRange } from './normalise/sample/named-range.ts'
export { scoreSample, type ScoreSample } from './normalise/sample/score-sample.ts'
export * from './trace.ts'
export { arithmetic } from './aggregate/arithmetic.ts'
export { capacityOf, interactionOf, moebiusOf, shapleyOf, type Capacity } from './aggregate/choquet/capacity.ts'
export { choquet, type Worth } from './aggregate/choquet/choquet.ts'
export { capacityOfSets, setOf, worthOfPairs, worthOfSets } from './aggregate/choquet/worth.ts'
export { mazziottaPareto } from './aggregate/mazziotta-pareto.ts'
export { owa } from './aggregate/owa.ts'
export { countedRow, type Aggregator, type CountedRow } from './aggregate/row.ts'
export { copeland, outranking, type CopelandFigures } from './aggregate/sample/copeland.ts'
export { greyRelation, type GreyFigures } from './aggregate/sample/grey-relation.ts'
export { isSampleAggregate } from './aggregate/sample/method.ts'
export { promethee, type PrometheeFigures } from './aggregate/sample/promethee.ts'
export { type Sample, type SampleScores } from './aggregate/sample/sample.ts'
export { topsis, type TopsisFigures, type TopsisOptions } from './aggregate/sample/topsis.ts'
export { compromiseOf, vikor, type Compromise, type VikorFigures } from './aggregate/sample/vikor.ts'
export { weightedMedian } from './aggregate/weighted-median.ts'
export { competitionRanks } from './rank/competition.ts'
export { completeDataset, type Completed } from './formula/complete.ts'
export { asReported, withoutFormulas } from './formula/reported.ts'
export {
  isCall,
  isReference,
  OPERATORS,
  referencesOf,
  type Call,
  type Expression,
  type FormulaSpec,
  type Literal,
  type Operator,
  type Reference,
} from './formula/expression.ts'
export { heavier } from './formula/blanks.ts'
export { evaluate, type Cells, type Evaluation, type Failure } from './formula/evaluate.ts'
export { onGrid } from './formula/grid.ts'
export { meaningOf } from './formula/meaning.ts'
export { paramAt, type DatedValue, type InputSpec, type ParamSpec } from './formula/inputs.ts'
export { formulasIn, formulasOf, type PlacedFormula } from './formula/reader.ts'
export { FORMULA_LIMITS } from './validate/formulas.ts'
export { gradeOf } from './grade/grade-scale.ts'
export { snap } from './numeric/grid.ts'
export { compensatedSum } from './numeric/sum.ts'
export { publishedScore, type Display } from './numeric/published.ts'
export { roundHalfEven } from './numeric/round.ts'
export { exp, ln, power } from './numeric/exp-ln.ts'
export {
  availabilityOf,
  screen,
  type Availability,
  type Dropped,
  type DropReason,
  type Screened,
  type ScreenLimits,
  type ScreenOptions,
} from './screen/availability.ts'
export { denominate, type DenominateOptions, type Denominator } from './denominate/denominate.ts'
export { imputeByCentre, imputeByGroup, medianOf, type Centre } from './impute/column.ts'
export { cholesky, solve, type Matrix } from './impute/factor.ts'
export { imputeByEm, type EmImputed, type EmOptions } from './impute/em.ts'
export { type ImputedCell, type ImputedColumn, type ImputeMethod } from './impute/imputed.ts'
export { imputeByNeighbours } from './impute/neighbours.ts'
export { imputeOverPeriods, type PeriodOptions } from './impute/periods.ts'
export { imputeByRow, type RowOptions } from './impute/row.ts'
export { passes, SHAPE_CRITERION, type ShapeCriterion } from './treat/criterion.ts'
export { boxCox, logarithm, type BoxCoxOptions, type LogVariant, type Transformed } from './treat/logarithm.ts'
export { deviationOf, meanOf, shapeOf, type Shape } from './treat/moments.ts'
export { carryThrough, transformValue, type Transform } from './treat/transform.ts'
export {
  treatColumn,
  type TreatAttempt,
  type Treated,
  type TreatedCell,
  type TreatOptions,
  type TreatStep,
} from './treat/treat.ts'
export { winsorise, type Winsorised, type WinsoriseOptions } from './treat/winsorise.ts'
export { normaliseByCategory, type CategoricalOptions } from './normalise/sample/categorical.ts'
export { type Marks, type Outside, type SampleDirection, type SampleOptions } from './normalise/sample/directed.ts'
export {
  normaliseAroundTarget,
  normaliseByDistanceToMaximum,
  normaliseByDistanceToReference,
  normaliseByDistanceToTarget,
  type ReferenceUnitOptions,
  type TargetOptions,
} from './normalise/sample/distance.ts'
export { normaliseByEfficacy, type EfficacyOptions } from './normalise/sample/efficacy.ts'
export { normaliseByFractionOfMaximum, type FractionOptions } from './normalise/sample/fraction.ts'
export { normaliseByMinMax, type MinMaxOptions } from './normalise/sample/min-max.ts'
export {
  normaliseByBorda,
  normaliseByMidPercentile,
  normaliseByPercentileRank,
  normaliseByRank,
  type PercentileRankOptions,
  type RankOptions,
} from './normalise/sample/rank.ts'
export { normaliseByScale, type ScaledOptions } from './normalise/sample/scaled.ts'
export { normaliseBySigmoid, type SigmoidOptions } from './normalise/sample/sigmoid.ts'
export { quantile, sampleStatistics, type SampleStatistics } from './normalise/sample/statistics.ts'
export { compoundGrowth, percentChange } from './normalise/sample/trend.ts'
export { rawValues } from './normalise/raw.ts'
export { normaliseByZScore, type ZScoreOptions } from './normalise/sample/z-score.ts'
