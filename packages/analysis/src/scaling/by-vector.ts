import type { Direction } from '../weighting/common/direction.ts'
import { sum } from '../numeric/sum.ts'
import { requireAbove, scale } from './scale.ts'

/**
 * Share of the column's Euclidean length: x / √Σ x²; where less is better 1 minus the share. Constants, negatives and single
 * units score.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NOT_POSITIVE - every value is 0, so that there is no length.
 * @see Hwang and Yoon (1981), Multiple Attribute Decision Making, doi:10.1007/978-3-642-48318-9
 * @example scaleByVector(Float64Array.of(3, 4), 'negative') // [0.4, 0.2]
 */
export function scaleByVector(raw: Float64Array, direction: Direction = 'positive'): Float64Array {
  return scale(raw, ({ values, minimum, maximum }) => {
    const largest = Math.max(Math.abs(minimum), Math.abs(maximum))
    requireAbove(largest, 'length')
    const length = Math.sqrt(sum(values.map((value) => (value / largest) ** 2)))
    const share = (value: number): number => value / largest / length
    return direction === 'positive' ? share : (value) => 1 - share(value)
  })
}
