import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fillText, type CliMessages } from '@plumbline/i18n'
import { nearest } from '@plumbline/kernel'
import type { Call, Command } from './command.ts'
import { UsageError } from './exit.ts'

export interface RawArguments {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
}

/** Options of every command. */
const COMMON = { json: 'flag', lang: 'text', help: 'flag', version: 'flag' } as const

/**
 * Splits the command line. Any option that some command has is let through; `callOf` knows which command has which.
 *
 * @throws TypeError - an option that no command has, or one without its value.
 */
export function splitArguments(argv: readonly string[], commands: readonly Command[]): RawArguments {
  const kinds = Object.assign({}, ...commands.map(({ options }) => options), COMMON) as Record<string, 'text' | 'flag'>
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, kind] of Object.entries(kinds)) options[name] = { type: kind === 'flag' ? 'boolean' : 'string' }
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { ...options, help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'v' } },
  }) as RawArguments
}

/** The command that the first words name: the longest name that fits; undefined where none does. */
export function commandOf(positionals: readonly string[], commands: readonly Command[]): Command | undefined {
  return commands
    .filter(({ name }) => name === positionals.slice(0, wordsOf(name)).join(' '))
    .toSorted((a, b) => wordsOf(b.name) - wordsOf(a.name))[0]
}

/**
 * What is asked of a command.
 *
 * @throws UsageError - an option it does not have, or too few or too many operands.
 */
export function callOf(command: Command, { values, positionals }: RawArguments, texts: CliMessages): Call {
  const foreign = Object.keys(values).find((name) => !(name in COMMON) && !(name in command.options))
  if (foreign !== undefined)
    throw new UsageError(fillText(texts.common.optionNotHere, { command: command.name, option: `--${foreign}` }))
  const operands = positionals.slice(wordsOf(command.name))
  const [least, most] = command.operands
  if (operands.length < least || operands.length > most)
    throw new UsageError(fillText(texts.common.operands, { usage: command.texts(texts).usage }))
  return {
    operands,
    json: values['json'] === true,
    text: (name) => (typeof values[name] === 'string' ? values[name] : null),
    flag: (name) => values[name] === true,
  }
}

/** What to say of words that name no command: the nearest one, or all. */
export function unknownCommand(
  positionals: readonly string[],
  commands: readonly Command[],
  { common }: CliMessages,
): string {
  const [command = '', second = ''] = positionals
  const names = commands.map(({ name }) => name)
  const family = names.filter((name) => name.startsWith(`${command} `))
  if (family.length > 0)
    return fillText(common.unknownCommand, { command: `${command} ${second}`.trim(), commands: family.join(', ') })
  const near = nearest(command, names)
  return near === null
    ? fillText(common.unknownCommand, { command, commands: names.join(', ') })
    : fillText(common.unknownCommandNear, { command, near })
}

const wordsOf = (name: string): number => name.split(' ').length
