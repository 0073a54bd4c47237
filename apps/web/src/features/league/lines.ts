import type { LeagueRow } from '@plumbline/api/contract'
import type { LeagueView } from './model.ts'

/** What stands on one line of the table: a row with its place among the rows, or the heading of the unranked. */
export type Line =
  | { readonly kind: 'row'; readonly row: LeagueRow; readonly index: number }
  | { readonly kind: 'divider' }

/** Ranked rows, then the unranked below a heading of their own. */
export function linesOf({ ranked, unranked }: LeagueView): readonly Line[] {
  const rows = (from: readonly LeagueRow[], first: number): readonly Line[] =>
    from.map((row, offset) => ({ kind: 'row', row, index: first + offset }))
  return unranked.length === 0
    ? rows(ranked, 0)
    : [...rows(ranked, 0), { kind: 'divider' }, ...rows(unranked, ranked.length)]
}
