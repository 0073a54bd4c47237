import type { Direction } from '../weighting/common/direction.ts'
import { sum } from '../numeric/sum.ts'
import { requireAbove, scale } from './scale.ts'

/**
 * Share of the sum: x / Σ x; where less is better (1 / x) / Σ (1 / x). Constants and single units score.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NOT_POSITIVE - the sum, or where less is better a value, is not above 0;
 *   SAMPLE_SCORE_INFINITE.
 * @example scaleBySum(Float64Array.of(1, 3), 'negative') // [0.75, 0.25]
 */
export function scaleBySum(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, ({ values, minimum }) => {
    if (direction === 'negative') {
      requireAbove(minimum, 'value')
      // over the least, so that no inverse overflows
      const total = sum(values.map((value) => minimum / value))
      return (value) => minimum / value / total
    }
    const total = sum(values)
    requireAbove(total, 'sum')
    return (value) => value / total
  })
}
