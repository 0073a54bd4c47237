import { sum } from '../../numeric/sum.ts'
import { dot, scoresOf } from './dot.ts'
import type { Programs } from './solve-unit.ts'

/** Other variables for a program. */
export interface Turned {
  /** From the other variables to weights. */
  readonly back: (weights: ArrayLike<number>) => Float64Array
  /** A unit's values, as coefficients of the other variables. */
  readonly coefficients: (unit: number) => Float64Array
  /** Scores of all units under the other variables. */
  readonly scores: (weights: Float64Array) => Float64Array
}

/** Lower bounds that leave less than this of the shares free are left to the general way. */
const FREE = 1e-6

/**
 * The program of a unit whose own shares have lower bounds L, as one without them. What a share has above its bound is
 * z_r y_r >= 0; the score is then Σ z_k y_k / (1 - ΣL), and w_r = z_r + (L_r / y_r) times the score. Unit j is held to 1 by
 * Σ_k z_k (y_kj + β_j y_k) with β_j = Σ_r L_r (y_rj / y_r) / (1 - ΣL), and an upper bound U becomes (U - L) / (1 - ΣL). m
 * rows fewer, and most of the pivots.
 *
 * @returns Undefined where there is nothing to gain, or a bounded indicator is 0 at the unit.
 */
export function withoutLowerBounds(programs: Programs, unit: number): Programs | undefined {
  const { rows, columns, bounds, sharesOf } = programs
  const y = rows[unit]
  if (!bounds || !y || sharesOf === 'all') return undefined
  const free = 1 - sum(bounds.lower)
  const bounded = bounds.lower.flatMap((low, r) => (low > 0 ? [r] : []))
  if (bounded.length === 0 || free < FREE || bounded.some((r) => !((y[r] ?? 0) > 0))) return undefined

  const pull = Float64Array.from(y, (value, r) => (bounds.lower[r] ? (bounds.lower[r] ?? 0) / value / free : 0))
  const betas = scoresOf(columns, pull)
  const upper = bounds.upper.map((high, r) => Math.min(1, (high - (bounds.lower[r] ?? 0)) / free))
  return {
    ...programs,
    bounds: upper.every((high) => high === 1) ? undefined : { lower: upper.map(() => 0), upper },
    turned: {
      back(weights) {
        const gained = dot(y, weights)
        return pull.map((value, r) => (weights[r] ?? 0) + value * gained)
      },
      coefficients(other) {
        const beta = betas[other] ?? 0
        return (rows[other] ?? y).map((value, k) => value + beta * (y[k] ?? 0))
      },
      scores(weights) {
        const gained = dot(y, weights)
        return scoresOf(columns, weights).map((score, other) => score + (betas[other] ?? 0) * gained)
      },
    },
  }
}
