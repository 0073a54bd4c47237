import { stat } from 'node:fs/promises'
import path from 'node:path'
import { faultLine, fillText } from '@plumbline/i18n'
import { fault, FaultError } from '@plumbline/kernel'
import type { Call, Command } from '../command.ts'
import { builtPage } from '../dev/page.ts'
import { startDevServer } from '../dev/server.ts'
import { checkFolder, type DevState } from '../dev/state.ts'
import { watchFolder } from '../dev/watch.ts'
import { Exit, UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

const DEFAULT_PORT = 4190

/**
 * `plumbline dev`: watches a folder; each save is checked and scored, here and on a page with the standard's form and its
 * live scores. Runs until it is interrupted.
 */
export const devCommand: Command = {
  name: 'dev',
  operands: [1, 1],
  options: { port: 'text' },
  texts: ({ dev: texts }) => texts,
  run: dev,
}

async function dev(call: Call, terminal: Terminal): Promise<Exit> {
  const [argument = ''] = call.operands
  const directory = await folderOf(argument, terminal)
  const port = portOf(call.text('port'), terminal)
  const { texts } = terminal
  const web = await builtPage(() => terminal.err(`${texts.dev.building}\n`))
  const server = await startDevServer(web, port)
  let state: DevState | null = null
  const check = async (): Promise<void> => {
    state = await checkFolder(directory, state, terminal)
    server.push(state)
    tell(state, call, terminal)
  }
  if (call.json) terminal.out(`${JSON.stringify({ url: server.url })}\n`)
  else terminal.out(`${fillText(texts.dev.ready, { url: server.url })}\n`)
  await check()
  const stop = watchFolder(directory, check)
  await interrupted()
  stop()
  await server.close()
  return Exit.ok
}

/** One line a save, or the faults; with `--json` one object a save. */
function tell({ revision, at, faults, standard }: DevState, { json }: Call, terminal: Terminal): void {
  const { texts, language } = terminal
  const errors = faults.filter(({ severity }) => severity === 'error')
  const differences = errors.length > 0 ? [] : (standard?.differences ?? [])
  if (json) {
    terminal.out(`${JSON.stringify({ revision, at, faults, differences })}\n`)
    return
  }
  const told = [...errors, ...differences]
  for (const one of told) terminal.err(`${faultLine(one, language)}\n`)
  const line = errors.length > 0 ? texts.dev.faulty : told.length > 0 ? texts.dev.differs : texts.dev.fine
  const time = new Date(at).toLocaleTimeString(language, { hour12: false })
  const warnings = faults.length - errors.length
  terminal.out(`${fillText(line, { time, count: told.length, cases: standard?.cases.length ?? 0, warnings })}\n`)
}

/** The folder may hold a standard that is broken, so it is not loaded to be found. */
async function folderOf(argument: string, { directory }: Terminal): Promise<string> {
  const given = path.resolve(directory, argument)
  const found = await stat(given).catch(() => null)
  if (!found) throw new FaultError([fault('PLUGIN_NOT_FOUND', { argument })])
  return found.isDirectory() ? given : path.dirname(given)
}

function portOf(text: string | null, { texts }: Terminal): number {
  if (text === null) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== '') return port
  throw new UsageError(fillText(texts.dev.portWrong, { port: text }))
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}
