/** One indicator's values in the order of the units; NaN means missing. Never changed. */
export type Column = Float64Array | readonly number[]

/** The values that are not missing, in order. */
export function present(column: Column): number[] {
  const values: number[] = []
  for (const value of column) if (!Number.isNaN(value)) values.push(value)
  return values
}
