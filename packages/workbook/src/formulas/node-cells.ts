/** Where the formulas of a node find what they read: on the sheet of the tree, or in the steps of a batch. */
import type { WorkbookTexts } from '@plumbline/i18n'
import type { MissingPolicy } from '@plumbline/kernel'

/** What a node has a cell for. */
export type NodeCell =
  | 'weight'
  | 'minCoverage'
  | 'score'
  | 'used'
  | 'coverage'
  | 'applies'
  | 'counts'
  | 'lower'
  | 'upper'
  | 'part'

export interface NodeCells {
  readonly texts: WorkbookTexts
  readonly node: (id: string, column: NodeCell) => string
  /** A figure of an indicator's value rule. */
  readonly rule: (id: string, column: string) => string
  /** The capacity of a branch, set by set, the empty one first. */
  readonly capacity: (id: string) => string
}

export const text = (value: string): string => `"${value.replaceAll('"', '""')}"`

/** A number in a formula; a negative one in brackets, so that `x--1` cannot happen. */
export const number = (value: number): string => (value < 0 ? `(${value})` : String(value))

export const sum = (parts: readonly string[]): string => (parts.length === 0 ? '0' : `(${parts.join('+')})`)

/** What stands in a cell whose node has no value. */
export function absent(policy: MissingPolicy, { words }: WorkbookTexts): string {
  if (policy === 'zero') return '0'
  return text(policy === 'exclude' ? words.excluded : words.noResult)
}
