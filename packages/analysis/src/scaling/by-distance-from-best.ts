import type { Direction } from '../weighting/common/direction.ts'
import { requireAbove, scale } from './scale.ts'

/**
 * One minus the relative distance from the best (Zavadskas and Turskis): 1 - |max - x| / max; where less is better
 * 1 - |min - x| / min, which goes below 0 from twice the minimum on. Constants and single units score 1.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NOT_POSITIVE - the maximum, or where less is better a value, is not above
 *   0; SAMPLE_SCORE_INFINITE.
 * @see Zavadskas and Turskis (2008), A new logarithmic normalization method in games theory, Informatica 19(2)
 * @example scaleByDistanceFromBest(Float64Array.of(1, 2, 4), 'negative') // [1, 0, -2]
 */
export function scaleByDistanceFromBest(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, ({ minimum, maximum }) => {
    const best = direction === 'positive' ? maximum : minimum
    requireAbove(best, direction === 'positive' ? 'maximum' : 'value')
    return (value) => 1 - Math.abs(best - value) / best
  })
}
