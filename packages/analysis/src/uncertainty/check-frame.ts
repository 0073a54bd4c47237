import { fault, FaultError } from '@plumbline/kernel'

/**
 * Refuses a run that cannot be.
 *
 * @throws FaultError with UNCERTAINTY_SEED and UNCERTAINTY_DRAWS.
 */
export function checkFrame({ seed, draws }: { readonly seed: number; readonly draws: number }): void {
  const isWord = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
  const isCount = Number.isInteger(draws) && draws >= 1 && draws < 2 ** 32
  const faults = [
    ...(isWord ? [] : [fault('UNCERTAINTY_SEED', { value: String(seed) })]),
    ...(isCount ? [] : [fault('UNCERTAINTY_DRAWS', { value: String(draws) })]),
  ]
  if (faults.length > 0) throw new FaultError(faults)
}
