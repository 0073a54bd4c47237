import type { Direction } from '../weighting/common/direction.ts'
import { sum } from '../numeric/sum.ts'
import { requireRange, scale } from './scale.ts'

/**
 * Enhanced accuracy: 1 - (max - x) / Σ (max - x); where less is better 1 - (x - min) / Σ (x - min). The best gets 1, and what
 * the others lack of it sums to 1.
 *
 * @param raw - Length n, any finite values; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_CONSTANT - all values are equal, or there is only one;
 *   SAMPLE_SCORE_INFINITE.
 * @see Zeng, Li and Yang (2013), VIKOR method with enhanced accuracy for multiple criteria decision making in healthcare
 *   management, doi:10.1007/s10916-012-9908-1
 * @example scaleByEnhancedAccuracy(Float64Array.of(1, 3, 4)) // [0.25, 0.75, 1]
 */
export function scaleByEnhancedAccuracy(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, (observed) => {
    requireRange(observed)
    const { values, minimum, maximum } = observed
    const lack = (value: number): number => (direction === 'positive' ? maximum - value : value - minimum)
    const total = sum(values.map(lack))
    return (value) => 1 - lack(value) / total
  })
}
