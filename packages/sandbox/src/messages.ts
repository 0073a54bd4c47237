import type { ProgramInput } from './program.ts'

/** To the thread: one program and the inputs of its units. */
export interface Job {
  readonly id: number
  readonly file: string
  /** JavaScript, types left out. */
  readonly source: string
  readonly inputs: readonly ProgramInput[]
}

/** From the thread: one unit's answer; `row` counts the inputs. */
export interface Answer {
  readonly id: number
  readonly row: number
  readonly outcome: Outcome
}

/** What a program gave for one unit. */
export type Outcome = { readonly kind: 'value'; readonly value: number | null } | ProgramFault

/** The program is at fault, in this unit or in all. */
export interface ProgramFault {
  readonly kind: 'fault'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
  readonly line: number | null
  readonly column: number | null
  /** The engine can no longer be trusted: out of time or memory, or broken from inside. */
  readonly fatal: boolean
}
