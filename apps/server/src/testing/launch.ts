import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const START = path.join(import.meta.dirname, '../../start.mjs')

/** A server in a process of its own, as a user starts it, without the web client. */
export interface Launched {
  readonly child: ChildProcess
  /** null when it ended before it listened. */
  readonly url: string | null
  /** Everything it printed so far, both streams. */
  printed(): string
  /** Waits until a text is printed, from a place in what was printed so far. */
  until(text: string, from: number): Promise<void>
  /** Ends it and gives its exit code; null after a signal. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const launched: Launched[] = []

/** Ends what a test left running, one that failed halfway too. */
export async function endAll(): Promise<void> {
  for (const server of launched.splice(0)) await server.end('SIGKILL')
}

/**
 * Starts the server on a free port and waits until it listens or ends.
 *
 * @param env - Settings over a bare environment: no demonstration, a free port.
 */
export async function launch(env: Readonly<Record<string, string>>): Promise<Launched> {
  const child = spawn(process.execPath, [START, '--no-web'], {
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', PLUMBLINE_DEMO: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const exited = once(child, 'exit')
  const url = await new Promise<string | null>((resolve) => {
    const read = (piece: Buffer) => {
      printed += piece.toString()
      const found = /Plumbline is running: (\S+)/.exec(printed)
      if (found) resolve(found[1] ?? null)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('close', () => resolve(null))
  })
  const server: Launched = {
    child,
    url,
    printed: () => printed,
    until: (text, from) =>
      new Promise((resolve) => {
        const look = () => {
          if (!printed.includes(text, from)) return
          child.stderr.off('data', look)
          resolve()
        }
        child.stderr.on('data', look)
        child.on('close', () => resolve())
        look()
      }),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      await exited
      return child.exitCode
    },
  }
  launched.push(server)
  return server
}
