import { FaultError, type Fault } from '../../src/index.ts'

/** The faults that a call throws. */
export function faultsOf(call: () => unknown): readonly Fault[] {
  try {
    call()
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}
