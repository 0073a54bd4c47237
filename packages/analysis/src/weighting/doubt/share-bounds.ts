import { fault, FaultError } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { checkCount } from '../common/check-columns.ts'
import { placeOf, type Names } from '../common/names.ts'
import { dot } from './dot.ts'

/** What part of a unit's score an indicator must and may bring. */
export interface ShareBounds {
  readonly lower: readonly number[]
  readonly upper: readonly number[]
}

const ROUNDING = 1e-12

/**
 * @throws FaultError WEIGHTS_COUNT_DIFFERS - not one bound per indicator.
 * @throws FaultError BOD_BOUNDS_REFUSED - an indicator's bounds are no range within 0 to 1.
 * @throws FaultError BOD_BOUNDS_CANNOT_SUM - the lower bounds sum to over 1, or the upper ones to under 1.
 */
export function checkBounds({ lower, upper }: ShareBounds, indicators: number, names?: Names): void {
  checkCount('lower', lower.length, indicators)
  checkCount('upper', upper.length, indicators)
  const faults = lower.flatMap((low, j) => {
    const high = upper[j] ?? NaN
    if (low >= 0 && low <= high && high <= 1) return []
    return [fault('BOD_BOUNDS_REFUSED', { lower: String(low), upper: String(high) }, placeOf(names, j))]
  })
  if (faults.length > 0) throw new FaultError(faults)
  const [least, most] = [sum(lower), sum(upper)]
  if (least > 1 + ROUNDING || most < 1 - ROUNDING)
    throw new FaultError([fault('BOD_BOUNDS_CANNOT_SUM', { least, most })])
}

/** Share of indicator `indicator` in the score of `unit` held from one side: Σ_k g_k w_k <= 0. */
export interface Cut {
  readonly unit: number
  readonly indicator: number
  readonly side: 'lower' | 'upper'
}

/** Coefficients g of a cut, for the unit's values y; the largest is 1, whatever the size of the unit. */
export function coefficientsOf({ indicator, side }: Cut, y: Float64Array, bounds: ShareBounds): Float64Array {
  const bound = bounds[side][indicator] ?? 0
  const sign = side === 'lower' ? 1 : -1
  const raw = y.map((value, k) => sign * (bound * value - (k === indicator ? value : 0)))
  const largest = raw.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return raw.map((value) => value / largest)
}

/**
 * The cuts that weights violate, at most the worst one of each indicator and side.
 *
 * @param units - Values of the units whose shares are bounded, with their positions.
 */
export function violatedCuts(
  weights: Float64Array,
  units: readonly { readonly unit: number; readonly y: Float64Array }[],
  bounds: ShareBounds,
): Cut[] {
  const worst = {
    lower: { by: weights.map(() => 0), unit: weights.map(() => -1) },
    upper: { by: weights.map(() => 0), unit: weights.map(() => -1) },
  }
  for (const { unit, y } of units) {
    const total = dot(y, weights)
    for (let indicator = 0; indicator < y.length; indicator += 1) {
      const part = (y[indicator] ?? 0) * (weights[indicator] ?? 0)
      const below = (bounds.lower[indicator] ?? 0) * total - part
      const above = part - (bounds.upper[indicator] ?? 1) * total
      const { by, unit: at } = below > above ? worst.lower : worst.upper
      const most = Math.max(below, above)
      if (most <= ROUNDING * total || most <= (by[indicator] ?? 0)) continue
      by[indicator] = most
      at[indicator] = unit
    }
  }
  return (['lower', 'upper'] as const).flatMap((side) =>
    Array.from(worst[side].unit, (unit, indicator) => ({ unit, indicator, side })).filter(({ unit }) => unit >= 0),
  )
}
