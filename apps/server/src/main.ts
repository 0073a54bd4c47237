import { startServer } from './server.ts'
import { readSettings } from './settings.ts'
import { explain, terminal } from './terminal.ts'
import { buildWeb, startViteServer } from './web-build.ts'

/**
 * The whole program. With `--dev` the web client is served by Vite instead of from its build; with `--no-web` it is
 * neither built nor served anew.
 */
export async function main(args: readonly string[]): Promise<void> {
  try {
    const settings = readSettings(process.env)
    const isDev = args.includes('--dev')
    if (!isDev && !args.includes('--no-web')) await buildWeb(terminal)
    const server = await startServer(settings, terminal)
    const vite = isDev ? startViteServer(server.url) : null
    terminal.say('listening', { url: server.url })
    terminal.say('data', { place: settings.place })
    stopOnSignals(async () => {
      vite?.stop()
      await server.stop()
    })
  } catch (error) {
    explain(error)
    process.exitCode = 1
  }
}

/** A signal within this time of the first is the same wish, passed on by a parent or a process group. */
const ECHO_MS = 1000

/** The first signal stops in order; a later one, from somebody who will not wait, ends at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let first: number | null = null
  const onSignal = () => {
    if (first !== null) {
      if (performance.now() - first > ECHO_MS) process.exit(1)
      return
    }
    first = performance.now()
    terminal.say('stopping')
    stop().then(
      () => terminal.say('stopped'),
      (error: unknown) => {
        explain(error)
        process.exitCode = 1
      },
    )
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
}
