import {
  capacityOf,
  choquet,
  countedRow,
  fault,
  FaultError,
  shapleyOf,
  worthOfSets,
  type Capacity,
} from '@plumbline/kernel'

const TOLERANCE = 1e-9

/**
 * Choquet integral of one alternative.
 *
 * @param values - By criterion, on one scale, more is better, not negative.
 * @param capacity - What each set of criteria is worth, by bits: 2^n places, the empty set 0, all 1.
 * @throws FaultError CHOQUET_SIZE - not 2^n places; CHOQUET_VALUES - a value is negative or not finite;
 * CHOQUET_CAPACITY - not 0 for none, 1 for all, or a larger set worth less.
 * @example choquetIntegral([0.4, 0.9], Float64Array.of(0, 0.3, 0.5, 1)) // 0.65
 * @see Grabisch (1996), doi:10.1016/0377-2217(95)00176-X
 */
export function choquetIntegral(values: readonly number[], capacity: Capacity): number {
  const faults = [
    ...(capacity.length === 2 ** values.length
      ? []
      : [fault('CHOQUET_SIZE', { places: capacity.length, criteria: values.length })]),
    ...(values.every((value) => value >= 0 && value < Infinity)
      ? []
      : [fault('CHOQUET_VALUES', { values: values.map(String) })]),
    ...(isCapacity(capacity) ? [] : [fault('CHOQUET_CAPACITY', {})]),
  ]
  if (faults.length > 0) throw new FaultError(faults)
  // The kernel shares equals by their weights: Shapley values, or alike where one is worth nothing.
  const weights = Array.from(shapleyOf(capacity), (value) => (value > 0 ? value : TOLERANCE))
  return choquet(worthOfSets(capacity))(countedRow(values, weights))
}

/**
 * The capacity of a Möbius transform, for example a 2-additive one.
 *
 * @throws FaultError CHOQUET_CAPACITY - it is none: not 1 for all, or a larger set worth less.
 * @example capacityFromMoebius(Float64Array.of(0, 0.3, 0.5, 0.2)) // [0, 0.3, 0.5, 1]
 */
export function capacityFromMoebius(moebius: Float64Array): Capacity {
  const capacity = capacityOf(moebius)
  if (!isCapacity(capacity)) throw new FaultError([fault('CHOQUET_CAPACITY', {})])
  return capacity
}

function isCapacity(capacity: Capacity): boolean {
  if (capacity[0] !== 0 || Math.abs((capacity.at(-1) ?? NaN) - 1) > TOLERANCE) return false
  return capacity.every((worth, set) => {
    for (let bit = 1; bit < capacity.length; bit *= 2) {
      if (!((capacity[set | bit] ?? NaN) >= worth - TOLERANCE)) return false
    }
    return true
  })
}
