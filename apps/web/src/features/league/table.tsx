import type { Catalogue, League, LeagueRow } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent } from 'react'
import { announce } from '../../frame/announce.ts'
import { listText, toggled } from '../../shared/search.ts'
import { usePrinting } from '../../shared/use-printing.ts'
import { useWords } from '../../shared/use-language.ts'
import { columnsOf, TableHead } from './head.tsx'
import { gridMove } from './keys.ts'
import type { LeagueView } from './model.ts'
import { Row } from './row.tsx'

const route = getRouteApi('/rounds/$roundId/')
const ROW_HEIGHT = 40
export const MOST_PICKS = 6

export interface LeagueTableProps {
  readonly league: League
  readonly view: LeagueView
  readonly catalogue: Catalogue | undefined
  readonly picked: readonly string[]
}

/**
 * The rows as a grid: one row is in the tab order, keys move among them, only the rows in sight are in the document
 * (all of them on paper).
 */
export function LeagueTable({ league, view, catalogue, picked }: LeagueTableProps) {
  const { t, of } = useWords()
  const { group } = route.useSearch()
  const navigate = route.useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const printing = usePrinting()
  const rows = [...view.ranked, ...view.unranked]
  // One more line, the heading of the unranked, stands before them.
  const divider = view.unranked.length > 0 ? view.ranked.length : -1
  const lines = rows.length + (divider >= 0 ? 1 : 0)
  const lineOf = (index: number) => (divider >= 0 && index >= divider ? index + 1 : index)
  const virtual = useVirtualizer({ count: lines, getScrollElement: () => box.current, estimateSize: () => ROW_HEIGHT, overscan: 8 })
  const columns = columnsOf(group === undefined ? 'all' : 'group')

  const pick = (row: LeagueRow) => {
    if (!picked.includes(row.unit) && picked.length >= MOST_PICKS) return announce(t('league.pickedFull'))
    const next = toggled(picked, row.unit)
    announce(t('league.picked', { count: next.length }))
    void navigate({ search: (old) => ({ ...old, pick: listText(next) }), replace: true, resetScroll: false })
  }
  const open = (row: LeagueRow) => void navigate({ to: '/rounds/$roundId/units/$unit', params: { roundId: league.round.id, unit: row.unit }, search: {} })
  const focusRow = (index: number) => {
    setActive(index)
    virtual.scrollToIndex(lineOf(index))
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus({ preventScroll: true }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (!(event.target instanceof HTMLElement) || event.target.dataset['index'] === undefined) return
    const row = rows[active]
    const move = gridMove(event.key, { index: active, count: rows.length })
    if (!move || !row) return
    event.preventDefault()
    if (move.kind === 'to') focusRow(move.index)
    else if (move.kind === 'open') open(row)
    else pick(row)
  }

  const items = virtual.getVirtualItems()
  const window_ = printing ? { from: 0, to: lines } : { from: items[0]?.index ?? 0, to: (items.at(-1)?.index ?? -1) + 1 }
  const shownLines = Array.from({ length: window_.to - window_.from }, (_, offset) => window_.from + offset)
  const before = printing ? 0 : (items[0]?.start ?? 0)
  const after = printing ? 0 : virtual.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <>
      <div className="league-box" ref={box} onKeyDown={onKeyDown}>
        <table
          className="data league"
          role="grid"
          aria-rowcount={lines + 1}
          aria-multiselectable="true"
          aria-label={t('league.tableLabel', { title: of(league.round.title), period: league.round.period, count: rows.length })}
        >
          <colgroup>
            {columns.map((column) => (
              <col key={column.key} style={{ width: column.width }} />
            ))}
          </colgroup>
          <TableHead league={league} columns={columns} />
          <tbody>
            {before > 0 ? <Spacer height={before} span={columns.length} /> : null}
            {shownLines.map((line) => {
              if (line === divider) {
                return (
                  <tr key="divider" className="divider" aria-rowindex={line + 2}>
                    <th colSpan={columns.length} scope="colgroup">
                      {t('league.unranked')}
                    </th>
                  </tr>
                )
              }
              const index = divider >= 0 && line > divider ? line - 1 : line
              const row = rows[index]
              return row ? (
                <Row
                  key={row.unit}
                  row={row}
                  league={league}
                  catalogue={catalogue}
                  columns={columns}
                  place={{ index, line, active: index === Math.min(active, rows.length - 1), picked: picked.includes(row.unit) }}
                  onFocus={() => setActive(index)}
                  onPick={() => pick(row)}
                />
              ) : null
            })}
            {after > 0 ? <Spacer height={after} span={columns.length} /> : null}
          </tbody>
        </table>
        {rows.length === 0 ? (
          <p className="no-match">
            <strong>{t('league.noMatch')}</strong>
            <br />
            {t('league.noMatchHint')}
          </p>
        ) : null}
      </div>
      <p className="note keys">{t('league.keys')}</p>
    </>
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
