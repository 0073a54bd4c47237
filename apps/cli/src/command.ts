import type { CliMessages, CommandTexts } from '@plumbline/i18n'
import type { Exit } from './exit.ts'
import type { Terminal } from './terminal.ts'

/** One command of the command line: what it takes, what it says of itself, and what it does. */
export interface Command {
  /** One word, or two for a command of a family, such as `excel export`. */
  readonly name: string
  /** Least and greatest number of operands. */
  readonly operands: readonly [number, number]
  /** Beyond `--json`, `--lang`, `--help` and `--version`, which every command has. An option means one thing everywhere. */
  readonly options: Readonly<Record<string, 'text' | 'flag'>>
  readonly texts: (messages: CliMessages) => CommandTexts
  /** Libraries that only this command needs are imported in here, so that the others start fast. */
  readonly run: (call: Call, terminal: Terminal) => Promise<Exit>
}

/** What was asked for. */
export interface Call {
  readonly operands: readonly string[]
  readonly json: boolean
  /** Value of an option, null where it was not given. */
  readonly text: (option: string) => string | null
  readonly flag: (option: string) => boolean
}
