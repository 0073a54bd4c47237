import type { CliMessages, CommandTexts } from '@plumbline/i18n'
import type { Command } from './command.ts'
import { displayWidth, pad } from './output/width.ts'

/** The help of the whole command line: every command with what it does. */
export function helpText(commands: readonly Command[], texts: CliMessages): string {
  const { title, usage, commandHelp, operandNotes, optionsHead, options, exitHead, exits } = texts.common
  const lines = commands.map((command): Line => {
    const own = command.texts(texts)
    return [own.usage, own.summary]
  })
  return [
    title,
    '',
    usage,
    ...columns(lines),
    '',
    commandHelp,
    '',
    operandNotes,
    '',
    optionsHead,
    ...columns(dashed(options)),
    '',
    exitHead,
    `  ${exits}`,
    '',
  ].join('\n')
}

/** The help of one command: usage, what it does, its options and those of every command. */
export function commandHelpText(command: Command, texts: CliMessages): string {
  const { usage, summary, options } = command.texts(texts)
  const { optionsHead, options: common } = texts.common
  return [usage, '', summary, '', optionsHead, ...columns([...dashed(options), ...dashed(common)]), ''].join('\n')
}

type Line = readonly [string, string]

const dashed = (options: CommandTexts['options']): readonly Line[] =>
  Object.entries(options).map(([name, { value, text }]) => [`--${name} ${value}`.trimEnd(), text])

function columns(lines: readonly Line[]): readonly string[] {
  const widest = Math.max(...lines.map(([first]) => displayWidth(first)))
  return lines.map(([first, second]) => `  ${pad(first, widest, 'left')}  ${second}`)
}
