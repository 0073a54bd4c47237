import { fault, FaultError, type Fault } from '@plumbline/kernel'

/** `host:port/name` of a connection string, without user and password: it is printed and logged. */
export function addressOf(url: string): string {
  const parsed = URL.parse(url)
  if (!parsed) return 'DATABASE_URL'
  const host = parsed.hostname || parsed.searchParams.get('host') || 'localhost'
  return `${host}${parsed.port ? `:${parsed.port}` : ''}${parsed.pathname}`
}

export function unreachableFault(address: string, error: unknown): Fault {
  return fault('DATABASE_UNREACHABLE', { address, reason: reasonOf(error) })
}

const NOT_WRITABLE = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOSPC'])

/** What a file system error says about a data directory; null for anything else. */
export function directoryFault(directory: string, error: unknown): FaultError | null {
  const code = codeOf(error)
  return code && NOT_WRITABLE.has(code)
    ? new FaultError([fault('DATA_DIR_NOT_WRITABLE', { directory, reason: code })])
    : null
}

/** The error code of Node or PostgreSQL. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null

function reasonOf(error: unknown): string {
  // Node tries each address of a name and throws one AggregateError with an empty message.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message || (codeOf(error) ?? error.name) : String(error)
}
