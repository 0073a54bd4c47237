import { pearson } from '../numeric/pearson.ts'
import { mean } from '../numeric/mean.ts'
import { variance } from '../numeric/variance.ts'
import { sobolIndices, type SobolOutputs } from './sobol-indices.ts'

/** Outputs of a Saltelli design, with the second cross matrix where interactions are asked for. */
export interface CrossedOutputs extends SobolOutputs {
  /** By factor: `b` with that factor taken from `a`. */
  readonly ba?: readonly Float64Array[]
}

/** First-order indices by factor, by who proposed the estimator. */
export interface FirstOrder {
  readonly saltelli2010: readonly number[]
  readonly sobol1993: readonly number[]
  readonly jansen: readonly number[]
  readonly janonMonod: readonly number[]
  readonly martinez: readonly number[]
}

/** Total indices by factor, by who proposed the estimator. */
export interface TotalOrder {
  readonly jansen: readonly number[]
  readonly sobol2007: readonly number[]
  readonly janonMonod: readonly number[]
  readonly martinez: readonly number[]
}

/** The same indices by several estimators: where they differ widely, the design is too small. */
export interface SobolEstimates {
  readonly first: FirstOrder
  readonly total: TotalOrder
  /** second[j][k] for j < k: what the two factors explain together beyond each alone; null without `ba`. */
  readonly second: readonly (readonly number[])[] | null
}

/**
 * Sobol indices by the usual estimators: Sobol (1993), Saltelli (2010), Jansen (1999), Sobol (2007), Janon-Monod (2014) and
 * Martinez (2011), and interactions of two factors by Saltelli (2002).
 *
 * @param centre - What outputs are centred on where an estimator needs it: their mean unless told.
 * @returns Null where the output does not vary, so that no share is defined.
 * @throws FaultError with SENSITIVITY_LENGTH, SENSITIVITY_OUTPUT or SENSITIVITY_OPTION.
 * @see Saltelli (2002), doi:10.1016/S0010-4655(02)00280-1; Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018; Janon et
 *   al. (2014), doi:10.1051/ps/2013040
 * @example const [a, b] = [Float64Array.of(0, 1, 2, 3), Float64Array.of(3, 1, 0, 2)]
 * sobolEstimates({ a, b, ab: [b] }).first.martinez // [1]
 */
export function sobolEstimates(outputs: CrossedOutputs, centre?: number): SobolEstimates | null {
  const { ba = [] } = outputs
  const columns = [outputs.a, outputs.b, ...outputs.ab, ...ba]
  const middle = centre ?? mean(columns.flatMap((column) => [...column]))
  // checks every column
  sobolIndices({ a: outputs.a, b: outputs.b, ab: [...outputs.ab, ...ba] }, { resamples: 2, centre: middle })
  const [a = new Float64Array(), b = new Float64Array(), ...crossed] = columns.map((column) =>
    column.map((value) => value - middle),
  )
  const both = [...a, ...b]
  const v = (variance(both) * (both.length - 1)) / both.length
  if (v === 0) return null
  const ab = crossed.slice(0, outputs.ab.length)
  const share = (rows: (row: number) => number): number => mean(Array.from(a.keys(), rows)) / v
  const each = (estimator: (column: Float64Array) => number): number[] => ab.map(estimator)

  const product = mean(a) * mean(b)
  const saltelli2010 = each((c) => share((row) => at(b, row) * (at(c, row) - at(a, row))))
  return {
    first: {
      saltelli2010,
      sobol1993: each((c) => share((row) => at(b, row) * at(c, row) - product)),
      jansen: each((c) => 1 - share((row) => (at(b, row) - at(c, row)) ** 2) / 2),
      janonMonod: outputs.ab.map((c) => likeness(outputs.b, c)),
      martinez: each((c) => pearson(b, c)),
    },
    total: {
      jansen: each((c) => share((row) => (at(a, row) - at(c, row)) ** 2) / 2),
      sobol2007: each((c) => share((row) => at(a, row) * (at(a, row) - at(c, row)))),
      janonMonod: outputs.ab.map((c) => 1 - likeness(outputs.a, c)),
      martinez: each((c) => 1 - pearson(a, c)),
    },
    second: outputs.ba
      ? crossed.slice(ab.length).map((turned, j) =>
          ab.map((c, k) => {
            if (k <= j) return NaN
            const together = share((row) => at(turned, row) * at(c, row) - at(a, row) * at(b, row))
            return together - (saltelli2010[j] ?? NaN) - (saltelli2010[k] ?? NaN)
          }),
        )
      : null,
  }
}

const at = (column: Float64Array, row: number): number => column[row] ?? NaN

/** Janon and Monod's ratio: both columns share one mean and one mean square. */
function likeness(one: Float64Array, other: Float64Array): number {
  const centre = mean(one.map((value, row) => (value + at(other, row)) / 2))
  const products = mean(one.map((value, row) => (value - centre) * (at(other, row) - centre)))
  const squares = mean(one.map((value, row) => ((value - centre) ** 2 + (at(other, row) - centre) ** 2) / 2))
  return products / squares
}
