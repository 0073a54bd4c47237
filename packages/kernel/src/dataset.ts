/**
 * Rows are assessed units, one per unit and period; columns are indicators and facts. The kernel never changes one.
 */
export interface Dataset {
  /** Number of rows, n. */
  readonly size: number
  /** Length n: the unit's key. The same key in another period is the same unit. */
  readonly units: readonly string[]
  /** Length n, for example `2025`; periods sort as strings. */
  readonly periods: readonly string[]
  /** Length n: peer group, null where none is given. */
  readonly groups: readonly (string | null)[]
  /** By indicator or fact id. A column that is absent is unanswered in every row. */
  readonly columns: ReadonlyMap<string, Column>
}

/** The cells of one indicator or fact, one a row. */
export interface Column {
  /** Length n; NaN where there is no value. Booleans are 1 and 0, levels their number. */
  readonly values: Float64Array
  /** Length n, a `Blank` where `values` is NaN and `Blank.none` elsewhere. */
  readonly blanks: Uint8Array
  /** Single ratings of an expert panel, by row; rows without any have the panel's result in `values`. */
  readonly ratings?: ReadonlyMap<number, readonly number[]>
  /** Filled by the standard's formulas (`completeDataset`), so not filled again. */
  readonly computed?: true
}

/** Why a cell has no value. Only `notApplicable` re-shares weight; the other three are missing. */
export const Blank = { none: 0, unanswered: 1, notApplicable: 2, notAvailable: 3, withheld: 4 } as const
export type Blank = (typeof Blank)[keyof typeof Blank]
