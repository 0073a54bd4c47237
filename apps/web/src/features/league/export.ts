import type { League, LeagueRow, Text } from '@plumbline/api/contract'
import { publishedScore, roundHalfEven } from '@plumbline/kernel'
import type { Intervals } from './intervals.ts'

export interface ExportWords {
  readonly of: (text: Text) => string
  readonly column: (
    key:
      | 'rank'
      | 'rankLow'
      | 'rankHigh'
      | 'groupRank'
      | 'code'
      | 'name'
      | 'group'
      | 'status'
      | 'grade'
      | 'score'
      | 'core'
      | 'change'
      | 'rankChange'
      | 'marks'
      | 'coverage'
      | 'imputed'
      | 'treated',
  ) => string
  readonly status: (status: LeagueRow['status']) => string
}

/** The rows shown, as a table with a header, rounded as on screen. */
export function exportRows(
  league: League,
  { rows, intervals }: { readonly rows: readonly LeagueRow[]; readonly intervals: Intervals },
  words: ExportWords,
): (string | number | null)[][] {
  const { column, of } = words
  const rounded = (value: number | null) => (value === null ? null : publishedScore(value, league.display))
  const named = (items: readonly (Text & { readonly id: string })[], id: string | null) => {
    const item = items.find((each) => each.id === id)
    return item ? of(item) : id
  }
  const isPrepared = rows.some(({ prepared }) => prepared)
  return [
    [
      ...(
        [
          'rank',
          'rankLow',
          'rankHigh',
          'groupRank',
          'code',
          'name',
          'group',
          'status',
          'grade',
          'score',
          'core',
        ] as const
      ).map(column),
      ...league.pillars.map(of),
      ...(['change', 'rankChange', 'marks', 'coverage'] as const).map(column),
      ...(isPrepared ? (['imputed', 'treated'] as const).map(column) : []),
    ],
    ...rows.map((row) => [
      row.rank,
      intervals.get(row.unit)?.low ?? null,
      intervals.get(row.unit)?.high ?? null,
      row.groupRank,
      row.unit,
      row.name,
      named(league.groups, row.group),
      words.status(row.status),
      named(league.grades, row.grade),
      rounded(row.score),
      rounded(row.core),
      ...league.pillars.map((_, index) => rounded(row.contributions[index] ?? null)),
      rounded(row.change?.score ?? null),
      row.change?.rank ?? null,
      row.gates.join(' '),
      row.coverage === null ? null : roundHalfEven(row.coverage, 4),
      ...(isPrepared ? [row.prepared?.imputed ?? null, row.prepared?.treated ?? null] : []),
    ]),
  ]
}
