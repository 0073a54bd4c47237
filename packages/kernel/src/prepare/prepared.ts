import type { NormaliseSpec } from '../framework.ts'
import type { ImputedCell } from '../impute/imputed.ts'
import type { SampleStatistics } from '../normalise/sample/statistics.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { Dropped } from '../screen/availability.ts'
import type { Transform } from '../treat/transform.ts'
import type { Treated } from '../treat/treat.ts'

/** The data as the normalisers read them, with a mark on every cell that is not as it was reported. */
export interface Prepared {
  /** Length n and more: the units and periods of the rows, those of the history last. */
  readonly units: readonly string[]
  readonly periods: readonly string[]
  /** Rows that were screened out, and why. */
  readonly droppedUnits: ReadonlyMap<number, Dropped>
  readonly columns: ReadonlyMap<string, PreparedColumn>
}

/** An indicator after preparation, with its marks. */
export interface PreparedColumn {
  readonly settings: Settings
  /** Length n, after all steps; NaN where there is no value to normalise. */
  readonly values: Float64Array
  /** Rows for which the indicator was screened out, and why. */
  readonly dropped: ReadonlyMap<number, Dropped>
  /** By row, where the indicator is denominated and both figures are there. */
  readonly denominated: ReadonlyMap<number, Denominated>
  readonly imputed: ReadonlyMap<number, Imputed>
  /** Value before treatment by row, where the treatment changed it. */
  readonly treated: ReadonlyMap<number, TreatedMark>
  /** Samples of the column: one a period, or one for all. */
  readonly parts: readonly PreparedPart[]
  /** Length n: index into `parts`, -1 where a row is in none. */
  readonly partOf: Int32Array
}

/** An indicator that was divided by another. */
export interface Denominated {
  readonly denominator: number
  readonly before: number
  readonly after: number
}

/** A cell that was filled, and how. */
export interface Imputed {
  readonly value: number
  /** `given`: the value came from outside, for example one draw of a multiple imputation. */
  readonly method: ImputedCell['method'] | 'given'
  /** Where the value is from: rows (see `units` and `periods`), other indicators, or all observed data. */
  readonly donors: { readonly rows: readonly number[] } | { readonly indicators: readonly string[] } | null
}

/** A cell that a treatment changed. */
export interface TreatedMark {
  readonly before: number
  readonly after: number
  /** Outside what the treatment was fitted to, where it has no value: held at the end of the sample first. */
  readonly held: boolean
}

/** A part of a preparation. */
export interface PreparedPart {
  /** Rows of this part, and the rows that are its sample. */
  readonly rows: readonly number[]
  readonly sample: readonly number[]
  readonly transforms: readonly Transform[]
  /** The search for the treatment; null where nothing was searched. */
  readonly treated: Pick<Treated, 'outcome' | 'before' | 'after' | 'attempts'> | null
  /** The indicator's normaliser, its targets and goalposts carried through the treatment. */
  readonly normalise: NormaliseSpec
  /** What a sample normaliser read; null for any other, and where the sample has no value. */
  readonly statistics: SampleStatistics | null
}
