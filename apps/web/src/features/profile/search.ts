import { textOf, type RawSearch } from '../../shared/search.ts'

/** What a reader opened and chose in the tree, as it stands in the address. */
export interface ProfileSearch {
  /** Id of the chosen node; the root where absent. */
  readonly node?: string | undefined
  /** Ids of the branches opened beyond the root, parted by commas. */
  readonly open?: string | undefined
}

export function profileSearch(raw: RawSearch): ProfileSearch {
  return { node: textOf(raw['node']), open: textOf(raw['open']) }
}
