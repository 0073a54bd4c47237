import { textOf, type RawSearch } from '../../shared/search.ts'

/** What a reader opened and chose in the tree, as it stands in the address. */
export interface ProfileSearch {
  /** Id of the chosen node; the root where absent. */
  readonly node?: string | undefined
  /** Ids of the branches opened beyond the root, parted by commas. */
  readonly open?: string | undefined
  /** What the score is held against; full marks where absent. */
  readonly base?: string | undefined
  /** Grade that routes lead to; the next where absent. */
  readonly goal?: string | undefined
  /** Ids of the indicators that cannot change, and of the gates taken as cleared, parted by commas. */
  readonly lock?: string | undefined
  readonly assume?: string | undefined
}

export function profileSearch(raw: RawSearch): ProfileSearch {
  return {
    node: textOf(raw['node']),
    open: textOf(raw['open']),
    base: textOf(raw['base']),
    goal: textOf(raw['goal']),
    lock: textOf(raw['lock']),
    assume: textOf(raw['assume']),
  }
}
