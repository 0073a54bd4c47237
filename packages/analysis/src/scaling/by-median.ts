import { fault, FaultError, quantile } from '@plumbline/kernel'
import type { Direction } from '../weighting/common/direction.ts'
import { scale } from './scale.ts'

/** MAD × 1.4826 estimates the standard deviation of a normal sample: 1 over its 75 % quantile. */
const NORMAL = 1.4826

/** How the spread is taken, and which way is better. */
export interface MedianOptions {
  /** `mad`: 1.4826 times the median absolute deviation from the median; `quartiles`: the distance of the quartiles, type 7. */
  readonly spread?: 'mad' | 'quartiles'
  readonly direction?: Direction
}

/**
 * Robust standard scores: (x - median) / spread, turned where less is better. Outliers move neither centre nor spread.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SCALE_NO_SPREAD - the spread is 0, as where more than half of the values are
 *   equal; SAMPLE_SCORE_INFINITE.
 * @see Rousseeuw and Croux (1993), Alternatives to the median absolute deviation, doi:10.1080/01621459.1993.10476408
 * @example scaleByMedian(Float64Array.of(1, 2, 3, 4, 50), { spread: 'quartiles' }) // [-1, -0.5, 0, 0.5, 23.5]
 */
export function scaleByMedian(
  raw: Float64Array,
  { spread = 'mad', direction = 'positive' }: MedianOptions = {},
): Float64Array {
  return scale(raw, ({ sorted }) => {
    const centre = quantile(sorted, 0.5)
    const width =
      spread === 'quartiles'
        ? quantile(sorted, 0.75) - quantile(sorted, 0.25)
        : NORMAL * quantile(sorted.map((value) => Math.abs(value - centre)).sort(), 0.5)
    if (width === 0) throw new FaultError([fault('SCALE_NO_SPREAD', { spread, centre })])
    return (value) => (direction === 'positive' ? value - centre : centre - value) / width
  })
}
