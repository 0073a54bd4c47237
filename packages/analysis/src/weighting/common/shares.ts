import { fault, FaultError } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'

/**
 * Scales importances to weights that sum to 1.
 *
 * @param values - Length m, finite, none negative.
 * @returns Length m, each value over their sum.
 * @throws FaultError WEIGHTS_ALL_ZERO - every value is 0.
 * @throws FaultError WEIGHTS_NOT_COMPUTABLE - a value is negative, NaN or infinite: the figures behind it left the range
 *   of double precision.
 * @example toShares([1, 3]) // [0.25, 0.75]
 */
export function toShares(values: readonly number[]): number[] {
  if (values.some((value) => !Number.isFinite(value) || value < 0))
    throw new FaultError([fault('WEIGHTS_NOT_COMPUTABLE')])
  const largest = Math.max(0, ...values)
  if (largest === 0) throw new FaultError([fault('WEIGHTS_ALL_ZERO')])
  const scaled = values.map((value) => value / largest)
  const total = sum(scaled)
  return scaled.map((value) => value / total)
}
