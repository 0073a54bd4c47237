import type { Dataset } from '../dataset.ts'
import type { Fault } from '../errors.ts'
import type { ImputedColumn } from '../impute/imputed.ts'
import type { Settings } from '../pipeline/settings.ts'
import type { Imputed } from './prepared.ts'

/** A column before imputation: observed values only. */
export interface Observed {
  readonly settings: Settings
  /** Length of the table; NaN where there is nothing, does not apply, or is screened out. */
  readonly values: Float64Array
  /** Rows whose gap may be filled: kept, applicable, of an indicator that is kept. */
  readonly gaps: readonly number[]
}

/** The rows that were kept, and where faults are gathered. */
export interface Kept {
  readonly table: Dataset
  readonly rows: readonly number[]
  readonly faults: Fault[]
}

/** One column of some rows after imputation. */
export interface Filled {
  readonly id: string
  readonly column: ImputedColumn
  readonly rows: readonly number[]
  /** Ids of the columns that row-wise donors count; without it donors are places of rows. */
  readonly ids?: readonly string[]
}

/** What one method puts in every gap, by indicator and row; no entry where it has nothing to go by. */
export type Fillings = ReadonlyMap<string, ReadonlyMap<number, Imputed>>
