import { fault, FaultError, ln } from '@plumbline/kernel'
import type { Direction } from '../weighting/common/direction.ts'
import { sum } from '../numeric/sum.ts'
import { requireAbove, scale } from './scale.ts'

/** A sum of logarithms below this share of their sizes is 0 but for rounding. */
const ROUNDING = 1e-13

/**
 * Share of the logarithms: ln x / Σ ln x; where less is better (1 - share) / (n - 1), which sums to 1 as well. The sum of the
 * logarithms is taken, not the logarithm of the product, which leaves the range of numbers after some hundred units.
 *
 * The figures depend on the unit of measure. Where most values are below 1 the logarithms sum to less than 0 and the order
 * turns round, as the formula has it: give figures above 1.
 *
 * @param raw - Length n, above 0; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NOT_POSITIVE - a value is not above 0; SCALE_LOGARITHMS_CANCEL - the
 *   logarithms sum to 0; SAMPLE_TOO_FEW - where less is better, one value.
 * @see Zavadskas and Turskis (2008), A new logarithmic normalization method in games theory, Informatica 19(2)
 * @example scaleByLogarithm(Float64Array.of(10, 1000)) // [0.25, 0.75]
 */
export function scaleByLogarithm(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, ({ values, minimum, count }) => {
    requireAbove(minimum, 'value')
    const logs = values.map(ln)
    const total = sum(logs)
    if (!(Math.abs(total) > ROUNDING * sum(logs.map(Math.abs))))
      throw new FaultError([fault('SCALE_LOGARITHMS_CANCEL', { total })])
    if (direction === 'positive') return (value) => ln(value) / total
    if (count < 2) throw new FaultError([fault('SAMPLE_TOO_FEW', { count, least: 2 })])
    return (value) => (1 - ln(value) / total) / (count - 1)
  })
}
