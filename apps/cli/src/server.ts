import type { AppRouter } from '@plumbline/api'
import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { createTRPCClient, httpLink, TRPCClientError, type TRPCClient } from '@trpc/client'
import type { Call } from './command.ts'

const DEFAULT_SERVER = 'http://127.0.0.1:4180'

/**
 * Asks the running server, the one of `--server` or the usual one.
 *
 * @throws FaultError - the server's faults, or that no server answers.
 */
export async function askServer<T>(call: Call, ask: (client: TRPCClient<AppRouter>) => Promise<T>): Promise<T> {
  const server = call.text('server') ?? DEFAULT_SERVER
  const url = `${server.replace(/\/+$/, '')}/trpc`
  try {
    return await ask(createTRPCClient<AppRouter>({ links: [httpLink({ url })] }))
  } catch (error) {
    if (!isServerError(error)) throw error
    throw new FaultError(serverFaults(error, server))
  }
}

const isServerError = (error: unknown): error is TRPCClientError<AppRouter> => error instanceof TRPCClientError

function serverFaults(error: TRPCClientError<AppRouter>, server: string): readonly Fault[] {
  const faults = error.data?.faults
  if (faults && faults.length > 0) return faults
  const cause = error.cause
  const unreachable = cause instanceof TypeError && cause.message === 'fetch failed'
  return [
    unreachable
      ? fault('CLI_SERVER_NOT_RUNNING', { server })
      : fault('CLI_SERVER_ANSWER', { server, detail: error.message }),
  ]
}
