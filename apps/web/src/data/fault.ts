import type { Fault } from '@plumbline/kernel'

/** What went wrong with a request: the faults the server names, or none where it did not answer as agreed. */
export interface Failure {
  readonly faults: readonly Fault[]
  readonly code: string
  readonly message: string
  readonly notFound: boolean
}

/**
 * Reads an error of the API client. The server sends its faults in the error's data; anything else is a broken
 * connection or an answer from something that is not our server.
 */
export function failureOf(error: unknown): Failure {
  const data = isRecord(error) && isRecord(error['data']) ? error['data'] : undefined
  const code = typeof data?.['code'] === 'string' ? data['code'] : 'NETWORK'
  return {
    faults: Array.isArray(data?.['faults']) ? data['faults'].filter(isFault) : [],
    code,
    message: error instanceof Error ? error.message : String(error),
    notFound: code === 'NOT_FOUND',
  }
}

/** The text that an administrator needs: address, time, code, faults. */
export function diagnosticOf(failure: Failure, where: string, at: Date): string {
  return JSON.stringify({ at: at.toISOString(), where, ...failure }, null, 2)
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

const isFault = (value: unknown): value is Fault =>
  isRecord(value) && typeof value['code'] === 'string' && isRecord(value['params']) && isRecord(value['at'])
