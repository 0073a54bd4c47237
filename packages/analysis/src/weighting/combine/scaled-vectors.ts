import { fault, FaultError } from '@plumbline/kernel'
import { checkCount } from '../common/check-columns.ts'
import { toShares } from '../common/shares.ts'

/**
 * Weight vectors of one length, each scaled to sum 1.
 *
 * @throws FaultError WEIGHTS_NO_VECTORS, WEIGHTS_COUNT_DIFFERS - nothing to combine, or lengths that differ.
 * @throws FaultError the faults of `toShares`.
 */
export function scaledVectors(vectors: readonly (readonly number[])[]): number[][] {
  const [first] = vectors
  if (!first) throw new FaultError([fault('WEIGHTS_NO_VECTORS')])
  for (const vector of vectors) checkCount('weights', vector.length, first.length)
  return vectors.map(toShares)
}
