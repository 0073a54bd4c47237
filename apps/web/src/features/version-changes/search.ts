import { textOf, type RawSearch } from '../../shared/search.ts'

/** Two versions and a round as they stand in the address. */
export interface ChangesSearch {
  /** Id of the standard. */
  readonly id?: string | undefined
  /** Version numbers; the two newest where absent. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Id of the round whose data are replayed, `none` for no data; the newest round of the older version where absent. */
  readonly round?: string | undefined
}

export const NO_ROUND = 'none'

export function changesSearch(raw: RawSearch): ChangesSearch {
  return {
    id: textOf(raw['id']),
    from: textOf(raw['from']),
    to: textOf(raw['to']),
    round: textOf(raw['round']),
  }
}
