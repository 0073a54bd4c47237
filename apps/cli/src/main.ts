import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { cliMessages, faultLine, fillText } from '@plumbline/i18n'
import { FaultError } from '@plumbline/kernel'
import { callOf, commandOf, splitArguments, unknownCommand, type RawArguments } from './arguments.ts'
import { commands } from './commands/index.ts'
import { Exit, UsageError } from './exit.ts'
import { commandHelpText, helpText } from './help.ts'
import { chooseLanguage } from './language.ts'
import type { Terminal } from './terminal.ts'
import { writeAll } from './write-all.ts'

/** Runs one command line and sets the process's exit code. */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough, such as `head`, closes the pipe: not an error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  process.exitCode = await run(argv)
}

async function run(argv: readonly string[]): Promise<Exit> {
  const fallback = terminalOf('zh-CN')
  let terminal = chooseLanguage(undefined, process.env) === 'en' ? terminalOf('en') : fallback
  try {
    const raw = split(argv, terminal)
    const asked = raw.values['lang']
    const language = chooseLanguage(typeof asked === 'string' ? asked : undefined, process.env)
    if (language === null)
      throw new UsageError(fillText(terminal.texts.common.unknownLanguage, { language: String(asked) }))
    terminal = terminalOf(language)
    return await dispatch(raw, terminal)
  } catch (error) {
    return report(error, terminal)
  }
}

function split(argv: readonly string[], { texts }: Terminal): RawArguments {
  try {
    return splitArguments(argv, commands)
  } catch (error) {
    throw new UsageError(
      fillText(texts.common.optionUnknown, { message: error instanceof Error ? error.message : String(error) }),
    )
  }
}

async function dispatch(raw: RawArguments, terminal: Terminal): Promise<Exit> {
  const { texts } = terminal
  if (raw.values['version'] === true) {
    terminal.out(`${await version()}\n`)
    return Exit.ok
  }
  const command = commandOf(raw.positionals, commands)
  if (raw.values['help'] === true) {
    terminal.out(command ? commandHelpText(command, texts) : helpText(commands, texts))
    return Exit.ok
  }
  if (raw.positionals.length === 0) {
    terminal.err(helpText(commands, texts))
    return Exit.usage
  }
  if (!command) throw new UsageError(unknownCommand(raw.positionals, commands, texts))
  return command.run(callOf(command, raw, texts), terminal)
}

function report(error: unknown, { err, texts, language }: Terminal): Exit {
  if (error instanceof UsageError) {
    err(`${error.message}\n${texts.common.seeHelp}\n`)
    return Exit.usage
  }
  if (error instanceof FaultError) {
    for (const fault of error.faults) err(`${faultLine(fault, language)}\n`)
    return Exit.faults
  }
  err(
    `${fillText(texts.common.internal, { message: error instanceof Error ? (error.stack ?? error.message) : String(error) })}\n`,
  )
  return Exit.internal
}

async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : ''
}

function terminalOf(language: Terminal['language']): Terminal {
  return {
    // A package manager runs scripts in the package's folder and says here where the user stood.
    directory:
      (process.env['npm_lifecycle_event'] === 'plumbline' ? process.env['INIT_CWD'] : undefined) ?? process.cwd(),
    plugins: path.resolve(import.meta.dirname, '../../../plugins'),
    language,
    texts: cliMessages[language],
    out: (text) => void process.stdout.write(text),
    outAll: (pieces) => writeAll(process.stdout, pieces),
    err: (text) => void process.stderr.write(text),
  }
}
