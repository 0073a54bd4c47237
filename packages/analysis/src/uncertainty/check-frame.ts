import { fault, FaultError } from '@plumbline/kernel'

interface Frame {
  readonly seed: number
  readonly draws: number
  readonly range?: readonly [number, number]
}

/**
 * Refuses a run that cannot be.
 *
 * @throws FaultError with UNCERTAINTY_SEED, UNCERTAINTY_DRAWS and UNCERTAINTY_RANGE.
 */
export function checkFrame({ seed, draws, range = [0, draws] }: Frame): void {
  const [from, to] = range
  const isWord = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32
  const isCount = Number.isInteger(draws) && draws >= 1 && draws < 2 ** 32
  const isRange = Number.isInteger(from) && Number.isInteger(to) && from >= 0 && from <= to && to <= draws
  const faults = [
    ...(isWord ? [] : [fault('UNCERTAINTY_SEED', { value: String(seed) })]),
    ...(isCount ? [] : [fault('UNCERTAINTY_DRAWS', { value: String(draws) })]),
    ...(isRange || !isCount ? [] : [fault('UNCERTAINTY_RANGE', { from: from + 1, to, draws })]),
  ]
  if (faults.length > 0) throw new FaultError(faults)
}
