import type { UiMessages } from '@plumbline/i18n'

/** A key of the sentences that stand beside a sum. */
export type NoteKey = Exclude<keyof UiMessages['formula'], 'rule' | 'how'>

/** One line of a derivation: a sum with its numbers, its result, and what is to be said beside it. */
export interface FormulaStep {
  readonly expression?: string
  readonly result?: number | null
  readonly note?: { readonly key: NoteKey; readonly values: Readonly<Record<string, string>> }
}
