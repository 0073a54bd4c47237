import type { League, LeagueRow } from '@plumbline/api/contract'
import { byName } from '../../shared/text.ts'
import type { LeagueSearch } from './search.ts'

export type Direction = 'asc' | 'desc'

/** Columns that can be sorted by, with the direction a first click gives. */
const SORTS: Readonly<Record<string, Direction>> = {
  rank: 'asc',
  groupRank: 'asc',
  name: 'asc',
  group: 'asc',
  grade: 'desc',
  score: 'desc',
  core: 'desc',
  change: 'desc',
  rankChange: 'desc',
  marks: 'desc',
  coverage: 'desc',
}

export interface Sorting {
  readonly column: string
  readonly direction: Direction
}

/** The sorting that the address asks for; the rank where it names no column of this table. */
export function sortingOf(league: League, search: LeagueSearch): Sorting {
  const column = search.sort ?? 'rank'
  const known = column in SORTS || pillarIndex(league, column) >= 0
  if (!known) return { column: 'rank', direction: 'asc' }
  return { column, direction: search.dir ?? firstDirection(column) }
}

export const firstDirection = (column: string): Direction => SORTS[column] ?? 'desc'

export interface LeagueView {
  /** Ranked rows, in order. */
  readonly ranked: readonly LeagueRow[]
  /** Vetoed, not admitted, without result: after the ranked ones whatever the order. */
  readonly unranked: readonly LeagueRow[]
}

/** The rows that the filters leave, in the order asked for; values that are missing come last in either direction. */
export function leagueView(league: League, search: LeagueSearch): LeagueView {
  const { column, direction } = sortingOf(league, search)
  const rows = league.rows.filter((row) => matches(row, search)).toSorted(comparator(league, column, direction))
  return {
    ranked: rows.filter((row) => row.status === 'graded'),
    unranked: rows.filter((row) => row.status !== 'graded'),
  }
}

function matches(row: LeagueRow, { q, group, grade, status }: LeagueSearch): boolean {
  const wanted = q?.trim().toLowerCase()
  return (
    (!wanted || row.name.toLowerCase().includes(wanted) || row.unit.toLowerCase().includes(wanted)) &&
    (group === undefined || row.group === group) &&
    (grade === undefined || row.grade === grade) &&
    (status === undefined || row.status === status)
  )
}

function comparator(league: League, column: string, direction: Direction): (a: LeagueRow, b: LeagueRow) => number {
  const sign = direction === 'asc' ? 1 : -1
  if (column === 'name') return (a, b) => sign * byName(a.name, b.name)
  const key = keyOf(league, column)
  return (a, b) => {
    const [x, y] = [key(a), key(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byName(a.name, b.name)
    return sign * (x - y) || byName(a.name, b.name)
  }
}

function keyOf(league: League, column: string): (row: LeagueRow) => number | null {
  const pillar = pillarIndex(league, column)
  if (pillar >= 0) return (row) => (row.score === null ? null : (row.contributions[pillar] ?? null))
  const position = (items: readonly { readonly id: string }[], id: string | null) =>
    id === null ? null : items.findIndex((item) => item.id === id)
  switch (column) {
    case 'group':
      return (row) => position(league.groups, row.group)
    case 'grade':
      return (row) => position(league.grades, row.grade)
    case 'score':
      return (row) => row.score
    case 'core':
      return (row) => row.core
    case 'change':
      return (row) => row.change?.score ?? null
    case 'rankChange':
      return (row) => row.change?.rank ?? null
    case 'marks':
      return (row) => row.gates.length + (row.limitedBy === null ? 0 : 1)
    case 'coverage':
      return (row) => row.coverage
    case 'groupRank':
      return (row) => row.groupRank
    default:
      return (row) => row.rank
  }
}

const pillarIndex = (league: League, column: string): number =>
  column.startsWith('p:') ? league.pillars.findIndex((pillar) => `p:${pillar.id}` === column) : -1

/** Count of graded rows by grade among the rows shown, in the standard's order. */
export function gradeCounts(
  league: League,
  rows: readonly LeagueRow[],
): readonly { readonly id: string; readonly count: number }[] {
  return league.grades.map((grade) => ({ id: grade.id, count: rows.filter((row) => row.grade === grade.id).length }))
}
