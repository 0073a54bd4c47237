import { textParam, wordParam, type RawSearch } from '../../shared/search.ts'
import type { RowStatus } from '@plumbline/api/contract'

export const STATUSES: readonly RowStatus[] = ['graded', 'vetoed', 'not-admitted', 'no-result']

const DIRECTIONS: readonly ('asc' | 'desc')[] = ['asc', 'desc']

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
    ...textParam(raw, 'q'),
    ...textParam(raw, 'group'),
    ...textParam(raw, 'grade'),
    ...wordParam(raw, 'status', STATUSES),
    ...textParam(raw, 'sort'),
    ...wordParam(raw, 'dir', DIRECTIONS),
    ...textParam(raw, 'pick'),
  }
}
