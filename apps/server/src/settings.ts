import { availableParallelism } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { fault, FaultError, type Fault } from '@plumbline/kernel'

/** Everything that the environment decides. */
export interface Settings {
  readonly host: string
  readonly port: number
  /** `postgres://…`, or the data directory of the embedded database. */
  readonly database: string
  /** What may be printed of it: a directory, or an address without user and password. */
  readonly place: string
  readonly plugins: string
  /** Folder for packed plugins, and for what loading made of them; null where the data are in PostgreSQL alone. */
  readonly data: string | null
  /** The file that says who may sign; null where there is none to look for. */
  readonly trust: string | null
  readonly demonstration: 'load' | 'off'
  readonly logLevel: LogLevel
  /** Threads for analyses. */
  readonly workers: number
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
type LogLevel = (typeof LOG_LEVELS)[number]

export const ROOT: string = fileURLToPath(new URL('../../..', import.meta.url))

/**
 * Reads the environment: PORT (4180; 0 takes any free one), HOST (127.0.0.1), DATABASE_URL or PLUMBLINE_DATA
 * (`.plumbline` in the repository), PLUMBLINE_PLUGINS (`plugins`), PLUMBLINE_TRUST (`trust.yaml` in the data directory), PLUMBLINE_DEMO
 * (`off`), PLUMBLINE_LOG (`warn`), PLUMBLINE_WORKERS (one fewer than the machine has cores).
 *
 * @throws FaultError SETTING_INVALID - one for each value that cannot be used.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const faults: Fault[] = []
  const invalid = (name: string, expected: string) => {
    faults.push(fault('SETTING_INVALID', { name, value: env[name] ?? '', expected }))
  }
  const whole = (name: string, usual: number, [least, most]: readonly [number, number]): number => {
    const value = Number(env[name] || usual)
    if (!(Number.isInteger(value) && value >= least && value <= most)) invalid(name, `${least}–${most}`)
    return value
  }
  const port = whole('PORT', 4180, [0, 65_535])
  const demo = env['PLUMBLINE_DEMO'] || 'on'
  if (demo !== 'on' && demo !== 'off') invalid('PLUMBLINE_DEMO', 'on | off')
  const logLevel = LOG_LEVELS.find((level) => level === (env['PLUMBLINE_LOG'] || 'warn'))
  if (!logLevel) invalid('PLUMBLINE_LOG', LOG_LEVELS.join(' | '))
  const workers = whole('PLUMBLINE_WORKERS', Math.max(1, availableParallelism() - 1), [1, 64])
  const url = env['DATABASE_URL']
  if (url && !/^postgres(ql)?:\/\//.test(url)) invalidUrl(faults)
  if (faults.length > 0) throw new FaultError(faults)
  const directory = path.resolve(env['PLUMBLINE_DATA'] || path.join(ROOT, '.plumbline'))
  const data = url && !env['PLUMBLINE_DATA'] ? null : directory
  const trust = env['PLUMBLINE_TRUST'] || (data && path.join(data, 'trust.yaml'))
  return {
    host: env['HOST'] || '127.0.0.1',
    port,
    database: url || directory,
    place: url ? 'PostgreSQL' : directory,
    plugins: path.resolve(env['PLUMBLINE_PLUGINS'] || path.join(ROOT, 'plugins')),
    data,
    trust: trust === null ? null : path.resolve(trust),
    demonstration: demo === 'off' ? 'off' : 'load',
    logLevel: logLevel ?? 'warn',
    workers,
  }
}

/** The value is not printed: it may hold a password. */
function invalidUrl(faults: Fault[]): void {
  faults.push(
    fault('SETTING_INVALID', { name: 'DATABASE_URL', value: '…', expected: 'postgres://user:password@host:port/name' }),
  )
}
