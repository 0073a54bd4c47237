import type { RoundSummary, VersionRecord } from '@plumbline/api/contract'
import { NO_ROUND, type ChangesSearch } from './search.ts'

/** What is compared, as the address says, filled up where it says nothing. */
export interface Choice {
  readonly from: VersionRecord | undefined
  readonly to: VersionRecord | undefined
  /** Rounds whose data can be replayed, newest first. */
  readonly rounds: readonly RoundSummary[]
  readonly round: RoundSummary | undefined
}

/**
 * @param versions - Newest first.
 * @param rounds - Every round of the standard.
 */
export function choiceOf(
  versions: readonly VersionRecord[],
  rounds: readonly RoundSummary[],
  search: ChangesSearch,
): Choice {
  const numbered = (version: string | undefined) => versions.find(({ plugin }) => plugin.version === version)
  const to = numbered(search.to) ?? versions[0]
  const from = numbered(search.from) ?? versions[versions.findIndex((one) => one === to) + 1] ?? versions[1]
  const own = rounds
    .filter(({ beside, run }) => beside === null && run !== null)
    .toSorted((a, b) => (a.period < b.period ? 1 : -1))
  const usual = own.find(({ plugin }) => plugin.digest === from?.plugin.digest) ?? own[0]
  const round = search.round === NO_ROUND ? undefined : (own.find(({ id }) => id === search.round) ?? usual)
  return { from, to, rounds: own, round }
}
