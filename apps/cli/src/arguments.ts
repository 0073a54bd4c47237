import { parseArgs } from 'node:util'
import { fillText, type CliMessages } from '@plumbline/i18n'
import { UsageError } from './exit.ts'

export interface Options {
  readonly json: boolean
  readonly trace: string | null
  readonly period: string | null
  readonly out: string | null
  readonly server: string
}

export interface Invocation {
  readonly command: string
  readonly operands: readonly string[]
  readonly options: Options
}

const DEFAULT_SERVER = 'http://127.0.0.1:4180'

/** What each command takes: the number of operands and the options beyond `--lang`. */
const COMMANDS: Readonly<Record<string, { readonly operands: number; readonly options: readonly string[] }>> = {
  check: { operands: 1, options: ['json'] },
  score: { operands: 2, options: ['json', 'trace', 'period', 'out'] },
  import: { operands: 2, options: ['json', 'server'] },
}

export interface RawArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Splits the command line; wrong options are found here, wrong operands by `invocation`. */
export function splitArguments(argv: readonly string[]): RawArguments {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
      json: { type: 'boolean' },
      lang: { type: 'string' },
      trace: { type: 'string' },
      period: { type: 'string' },
      out: { type: 'string' },
      server: { type: 'string' },
    },
  })
}

/**
 * The command that is meant, with its operands and options.
 *
 * @throws UsageError - no such command, an option it does not have, or too few or too many operands.
 */
export function invocation({ values, positionals }: RawArguments, texts: CliMessages): Invocation {
  const [command = '', ...operands] = positionals
  const known = COMMANDS[command]
  if (!known) throw new UsageError(unknownCommand(command, texts))
  const foreign = Object.keys(values).find((name) => name !== 'lang' && !known.options.includes(name))
  if (foreign !== undefined) throw new UsageError(fillText(texts.optionNotHere, { command, option: `--${foreign}` }))
  if (operands.length !== known.operands)
    throw new UsageError(fillText(texts.operands, { usage: texts.usage[command] ?? '' }))
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  return {
    command,
    operands,
    options: {
      json: values['json'] === true,
      trace: text('trace'),
      period: text('period'),
      out: text('out'),
      server: text('server') ?? DEFAULT_SERVER,
    },
  }
}

function unknownCommand(command: string, texts: CliMessages): string {
  const near = Object.keys(COMMANDS).find((name) => shared(name, command) >= 2)
  return near === undefined
    ? fillText(texts.unknownCommand, { command, commands: Object.keys(COMMANDS).join(', ') })
    : fillText(texts.unknownCommandNear, { command, near })
}

/** Length of the longest start or run of letters that two words have in common. */
function shared(a: string, b: string): number {
  let longest = 0
  for (let start = 0; start < a.length; start++) {
    for (let length = 1; start + length <= a.length; length++) {
      if (b.includes(a.slice(start, start + length))) longest = Math.max(longest, length)
    }
  }
  return longest
}
