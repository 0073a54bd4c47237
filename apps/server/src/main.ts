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

/** The first signal stops in order; a second one, from somebody who will not wait, ends at once. */
function stopOnSignals(stop: () => Promise<void>): void {
  let isStopping = false
  const onSignal = () => {
    if (isStopping) process.exit(1)
    isStopping = true
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
