/** A data item that formulas read: a column of the dataset that is not scored by itself. */
export interface InputSpec {
  readonly id: string
  readonly type: 'integer' | 'number' | 'boolean' | 'choice'
  /** Number of options of a choice; its values are 0 to one less. */
  readonly options?: number
  /** Least and greatest value that can be right. */
  readonly min?: number
  readonly max?: number
}

/** A parameter of the standard whose value depends on the date. */
export interface ParamSpec {
  readonly id: string
  /** Ascending by date; a value holds from its ISO date until the next. */
  readonly values: readonly DatedValue[]
}

/** A value and the day from which it holds. */
export interface DatedValue {
  /** ISO date, `2026-01-01`. */
  readonly from: string
  readonly value: number
}

/**
 * The value of a parameter as of a date.
 *
 * @param asOf - ISO date.
 * @returns The latest value whose date is not after `asOf`; undefined before the first.
 * @example paramAt({ id: 'goal', values: [{ from: '2026-01-01', value: 0.6 }] }, '2026-07-01')?.value // 0.6
 */
export function paramAt({ values }: ParamSpec, asOf: string): DatedValue | undefined {
  return values.findLast(({ from }) => from <= asOf)
}
