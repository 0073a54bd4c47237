import { FaultError, type Fault } from '@plumbline/kernel'

/** Codes and figures of the faults that a call stops with. */
export function codesOf(call: () => unknown): readonly (readonly [string, Fault['params']])[] {
  try {
    call()
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code, params }) => [code, params])
    throw error
  }
  return []
}
