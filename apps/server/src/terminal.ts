import { FaultError, type Fault } from '@plumbline/kernel'
import { faultLine, LANGUAGES, serverLine, type ServerMessage } from '@plumbline/i18n'

/** What a person at the terminal reads: each sentence in both languages. Structured logs go elsewhere. */
export interface Terminal {
  say(message: ServerMessage, values?: Readonly<Record<string, string | number>>): void
  faults(faults: readonly Fault[]): void
}

export const terminal: Terminal = {
  say: (message, values) => {
    for (const language of LANGUAGES) process.stdout.write(`${serverLine(message, language, values)}\n`)
  },
  faults: (faults) => {
    for (const fault of faults)
      for (const language of LANGUAGES) process.stderr.write(`${faultLine(fault, language)}\n`)
  },
}

/** Ends the start with sentences; a stack only for what no fault explains. */
export function explain(error: unknown, to: Terminal = terminal): void {
  if (error instanceof FaultError) return to.faults(error.faults)
  to.say('unexpected')
  console.error(error)
}
