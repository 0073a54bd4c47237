import { textOf, wordOf, type RawSearch } from '../../shared/search.ts'

/** A comparison as it stands in the address. */
export interface CompareSearch {
  readonly period?: string | undefined
  /** Ids of the rounds chosen, parted by commas; all of the period where absent. */
  readonly rounds?: string | undefined
  /** Id of the node compared on; the shared core where absent. */
  readonly node?: string | undefined
  readonly view?: 'table' | undefined
}

export function compareSearch(raw: RawSearch): CompareSearch {
  return {
    period: textOf(raw['period']),
    rounds: textOf(raw['rounds']),
    node: textOf(raw['node']),
    view: wordOf(raw['view'], ['table']),
  }
}
