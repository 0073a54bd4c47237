import type { Criterion } from './decision.ts'

/** Lowest and highest of a column. */
export const extremes = (values: Float64Array): { readonly low: number; readonly high: number } => ({
  low: values.reduce((least, value) => Math.min(least, value), Infinity),
  high: values.reduce((most, value) => Math.max(most, value), -Infinity),
})

export const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)

/** Min-max by direction: the best 1, the worst 0. Where all are equal everyone is the best. */
export function minMax({ values, objective }: Criterion): Float64Array {
  const { low, high } = extremes(values)
  return values.map((value) => (high === low ? 1 : (objective === 1 ? value - low : high - value) / (high - low)))
}

/** Share of the best: x / max, or min / x where less is better. Values above 0. */
export function linear({ values, objective }: Criterion): Float64Array {
  const { low, high } = extremes(values)
  return values.map((value) => (objective === 1 ? value / high : low / value))
}

/** Share of the sum, of the inverses where less is better. Values above 0. */
export function sumShare({ values, objective }: Criterion): Float64Array {
  const turned = objective === 1 ? values : values.map((value) => 1 / value)
  const sum = total(turned)
  return turned.map((value) => value / sum)
}

/** x / sum, whatever the direction. Values above 0. */
export const plainShare = ({ values }: Criterion): Float64Array => {
  const sum = total(values)
  return values.map((value) => value / sum)
}

/** x / Euclidean length, whatever the direction. A column of zeros stays so. */
export function unitVector({ values }: Criterion): Float64Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
  return values.map((value) => (length === 0 ? 0 : value / length))
}

export type Scaling = 'min-max' | 'linear' | 'sum'

export const scalingOf = (scaling: Scaling): ((criterion: Criterion) => Float64Array) =>
  scaling === 'min-max' ? minMax : scaling === 'linear' ? linear : sumShare
