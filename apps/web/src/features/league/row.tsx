import type { Catalogue, League, LeagueRow } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { memo, type ReactNode } from 'react'
import { StackedBar } from '../../charts/stacked-bar.tsx'
import { Change } from '../../shared/change.tsx'
import { percent, published } from '../../shared/format.ts'
import { GradeMark } from '../../shared/grade-mark.tsx'
import { langOf } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { REASON_COLUMNS, type Column, type ColumnKey } from './columns.ts'
import type { Interval } from './intervals.ts'
import { Marks } from './marks.tsx'

export interface RowProps {
  readonly row: LeagueRow
  readonly league: League
  readonly catalogue: Catalogue | undefined
  readonly columns: readonly Column[]
  readonly interval: Interval | undefined
  /** Place among the rows, from 0, and among the lines of the table. */
  readonly index: number
  readonly line: number
  readonly active: boolean
  readonly picked: boolean
}

/**
 * One row. It hears no events of its own: the table listens for all its rows, so that a row that scrolls along is not
 * drawn again.
 */
export const Row = memo(function Row(props: RowProps) {
  const { row, league, catalogue, columns, index, line, active, picked } = props
  const { t } = useWords()
  const unranked = row.status !== 'graded'
  const shown = unranked ? columns.filter(({ key }) => !REASON_COLUMNS.includes(key)) : columns
  const cells = useCells(props)
  return (
    <tr
      data-index={index}
      tabIndex={active ? 0 : -1}
      aria-rowindex={line + 2}
      aria-selected={picked}
      aria-keyshortcuts="Enter x j k"
      className={unranked ? 'unranked' : undefined}
    >
      {shown.map(({ key, align }) => (
        <td key={key} className={align === 'right' ? 'right figure' : key === 'contribution' ? 'bar-cell' : undefined}>
          {cells[key] ?? t('common.none')}
        </td>
      ))}
      {unranked ? (
        <td colSpan={columns.length - shown.length}>
          <Marks row={row} league={league} catalogue={catalogue} />
        </td>
      ) : null}
    </tr>
  )
})

function useCells({ row, league, catalogue, picked, interval }: RowProps): Readonly<Record<ColumnKey, ReactNode>> {
  const { t, of } = useWords()
  const gradeIndex = league.grades.findIndex((grade) => grade.id === row.grade)
  const grade = league.grades[gradeIndex]
  const group = league.groups.find((each) => each.id === row.group)
  const parts = league.pillars
    .map((pillar, index) => `${of(pillar)} ${published(row.contributions[index], league.display)}`)
    .join(t('common.listSeparator'))
  return {
    pick: (
      <input
        type="checkbox"
        className="pick"
        data-pick={row.unit}
        checked={picked}
        readOnly
        tabIndex={-1}
        aria-label={t('league.pickOf', { name: row.name })}
      />
    ),
    rank: row.rank,
    interval: interval ? (
      <span className="soft">{t('analyses.intervalOf', { low: interval.low, high: interval.high })}</span>
    ) : null,
    groupRank: row.groupRank,
    name: (
      <Link
        to="/rounds/$roundId/units/$unit"
        params={{ roundId: league.round.id, unit: row.unit }}
        tabIndex={-1}
        className="row-link"
        lang={langOf(row.name)}
        title={row.name}
      >
        {row.name}
      </Link>
    ),
    group: group ? of(group) : row.group,
    grade: grade ? (
      <GradeMark label={of(grade)} index={gradeIndex} count={league.grades.length} />
    ) : (
      <span className="status-word">{t(`common.statusOf.${row.status}`)}</span>
    ),
    score: <span className={row.status === 'graded' ? 'strong' : 'soft'}>{published(row.score, league.display)}</span>,
    contribution:
      row.score === null ? null : (
        <StackedBar parts={row.contributions} summary={t('league.barSummary', { name: row.name, list: parts })} />
      ),
    core: published(row.core, league.display),
    change: <Moved row={row} league={league} of="score" />,
    rankChange: <Moved row={row} league={league} of="rank" />,
    marks: <Marks row={row} league={league} catalogue={catalogue} />,
    coverage: percent(row.coverage),
  }
}

/** Places in a ranking are whole. */
const PLACES = { digits: 0, full: 100 }

interface MovedProps {
  readonly row: LeagueRow
  readonly league: League
  readonly of: 'score' | 'rank'
}

/** Movement since the period before; a mark where the rules moved too. */
function Moved({ row, league, of }: MovedProps) {
  const { t } = useWords()
  const value = row.change?.[of] ?? null
  if (value === null)
    return (
      <span className="soft" title={t('league.newcomer')}>
        {t('common.none')}
      </span>
    )
  return (
    <>
      <Change value={value} display={of === 'score' ? league.display : PLACES} />
      {row.change?.sameVersion === false ? (
        <abbr title={t('league.versionNote')} className="version-mark">
          *
        </abbr>
      ) : null}
    </>
  )
}
