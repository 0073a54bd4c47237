import { exp } from '@plumbline/kernel'
import { toShares } from './shares.ts'

/** Weights from their logarithms, known up to a constant. */
export function fromLogs(logs: readonly number[]): number[] {
  const largest = Math.max(...logs)
  return toShares(logs.map((value) => exp(value - largest)))
}
