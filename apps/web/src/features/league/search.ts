import { textOf, wordOf, type RawSearch } from '../../shared/search.ts'
import type { RowStatus } from '@plumbline/api/contract'

export const STATUSES: readonly RowStatus[] = ['graded', 'vetoed', 'not-admitted', 'no-result']

/** Everything a reader may set on a league table, as it stands in the address. */
export interface LeagueSearch {
  readonly q?: string | undefined
  readonly group?: string | undefined
  readonly grade?: string | undefined
  readonly status?: RowStatus | undefined
  /** A column, or `p:` and a pillar's id; the rank where absent. */
  readonly sort?: string | undefined
  readonly dir?: 'asc' | 'desc' | undefined
  /** Units picked for side by side, parted by commas. */
  readonly pick?: string | undefined
}

export function leagueSearch(raw: RawSearch): LeagueSearch {
  return {
    q: textOf(raw['q']),
    group: textOf(raw['group']),
    grade: textOf(raw['grade']),
    status: wordOf(raw['status'], STATUSES),
    sort: textOf(raw['sort']),
    dir: wordOf(raw['dir'], ['asc', 'desc']),
    pick: textOf(raw['pick']),
  }
}
