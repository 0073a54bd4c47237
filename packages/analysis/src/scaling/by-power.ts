import type { Direction } from '../weighting/common/direction.ts'
import { requireAbove, scale } from './scale.ts'

/**
 * Nonlinear shares of the best: (x / max)²; where less is better (min / x)³. Constants and single units score 1.
 *
 * @param raw - Length n, 0 or more, above 0 where less is better; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NOT_POSITIVE - the maximum is not above 0, or a value is below 0 (0 where
 *   less is better), whose power would turn the order round.
 * @see Peldschus, Vaigauskas and Zavadskas (1983), Technologische Entscheidungen bei der Berücksichtigung mehrerer Ziele
 * @example scaleByPower(Float64Array.of(1, 2)) // [0.25, 1]
 */
export function scaleByPower(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, ({ minimum, maximum }) => {
    if (direction === 'negative') {
      requireAbove(minimum, 'value')
      return (value) => (minimum / value) ** 3
    }
    if (minimum < 0) requireAbove(minimum, 'value')
    requireAbove(maximum, 'maximum')
    return (value) => (value / maximum) ** 2
  })
}
