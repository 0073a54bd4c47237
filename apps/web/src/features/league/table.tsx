import type { Catalogue, League } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useMedia } from '../../shared/use-media.ts'
import { usePrinting } from '../../shared/use-printing.ts'
import { useWords } from '../../shared/use-language.ts'
import { columnsFor } from './columns.ts'
import { TableHead } from './head.tsx'
import { KeysNote } from './keys-note.tsx'
import { linesOf } from './lines.ts'
import type { LeagueView } from './model.ts'
import type { Intervals } from './intervals.ts'
import { Row } from './row.tsx'
import { useRowKeys } from './use-row-keys.ts'

const route = getRouteApi('/rounds/$roundId/')
const ROW_HEIGHT = 40

export interface LeagueTableProps {
  readonly league: League
  readonly view: LeagueView
  readonly catalogue: Catalogue | undefined
  readonly picked: readonly string[]
  /** Rank interval by unit; empty where there is no robustness result. */
  readonly intervals: Intervals
}

/**
 * The rows as a grid: one row is in the tab order, keys move among them, only the rows in sight are in the document
 * (all of them on paper).
 */
export function LeagueTable({ league, view, catalogue, picked, intervals }: LeagueTableProps) {
  const { t, of, language } = useWords()
  const { group } = route.useSearch()
  const box = useRef<HTMLDivElement>(null)
  const printing = usePrinting()
  const narrow = useMedia('(max-width: 860px)')
  const screen = printing ? 'paper' : narrow ? 'narrow' : 'wide'
  const shown = group === undefined ? 'all' : 'group'
  const hasIntervals = intervals.size > 0
  const columns = useMemo(
    () => columnsFor({ language, screen, shown, intervals: hasIntervals }),
    [language, screen, shown, hasIntervals],
  )
  const total = columns.reduce((sum, column) => sum + column.width, 0)
  const lines = useMemo(() => linesOf(view), [view])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  })
  const keys = useRowKeys({ league, lines, picked, box, scrollTo: (line) => virtual.scrollToIndex(line) })

  const items = virtual.getVirtualItems()
  const [first, last] = [items[0], items.at(-1)]
  const sight = printing ? { from: 0, to: lines.length } : { from: first?.index ?? 0, to: (last?.index ?? -1) + 1 }
  const before = printing ? 0 : (first?.start ?? 0)
  const after = printing ? 0 : virtual.getTotalSize() - (last?.end ?? 0)
  return (
    <>
      <div className="league-box" ref={box}>
        <table
          className="data league"
          style={{ minWidth: total }}
          role="grid"
          onKeyDown={keys.onKeyDown}
          onFocus={keys.onFocus}
          onClick={keys.onClick}
          aria-rowcount={lines.length + 1}
          aria-multiselectable="true"
          aria-label={t('league.tableLabel', {
            title: of(league.round.title),
            period: league.round.period,
            count: view.ranked.length + view.unranked.length,
          })}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: `${(column.width / total) * 100}%` }} />
            ))}
          </colgroup>
          <TableHead league={league} columns={columns} />
          <tbody>
            {before > 0 ? <Spacer height={before} span={columns.length} /> : null}
            {lines.slice(sight.from, sight.to).map((line, offset) => {
              const number = sight.from + offset
              if (line.kind === 'divider') return <Divider key="divider" number={number} span={columns.length} />
              const { row, index } = line
              return (
                <Row
                  key={row.unit}
                  row={row}
                  league={league}
                  catalogue={catalogue}
                  columns={columns}
                  interval={intervals.get(row.unit)}
                  index={index}
                  line={number}
                  active={index === keys.active}
                  picked={picked.includes(row.unit)}
                />
              )
            })}
            {after > 0 ? <Spacer height={after} span={columns.length} /> : null}
          </tbody>
        </table>
        {lines.length === 0 ? (
          <p className="no-match">
            <strong>{t('league.noMatch')}</strong>
            <br />
            {t('league.noMatchHint')}
          </p>
        ) : null}
      </div>
      <KeysNote />
    </>
  )
}

/** Heading of the rows that have no rank. */
function Divider({ number, span }: { readonly number: number; readonly span: number }) {
  const { t } = useWords()
  return (
    <tr className="divider" aria-rowindex={number + 2}>
      <th colSpan={span} scope="colgroup">
        {t('league.unranked')}
      </th>
    </tr>
  )
}

/** Keeps the scroll bar honest about rows that are not in the document. */
function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={span} style={{ height }} />
    </tr>
  )
}
