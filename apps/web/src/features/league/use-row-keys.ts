import type { League, LeagueRow } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState, type FocusEvent, type KeyboardEvent, type MouseEvent, type RefObject } from 'react'
import { announce } from '../../frame/announce.ts'
import { listText, toggled } from '../../shared/search.ts'
import { singleKeys, useShortcut } from '../../shared/shortcuts.ts'
import { useWords } from '../../shared/use-language.ts'
import { gridMove } from './keys.ts'
import type { Line } from './lines.ts'

const route = getRouteApi('/rounds/$roundId/')
const MOST_PICKS = 6

export interface RowKeysOptions {
  readonly league: League
  readonly lines: readonly Line[]
  readonly picked: readonly string[]
  readonly box: RefObject<HTMLElement | null>
  readonly scrollTo: (line: number) => void
}

/** The active row of the table and what keys do there: move, open, pick. */
export function useRowKeys({ league, lines, picked, box, scrollTo }: RowKeysOptions) {
  const { t } = useWords()
  const navigate = route.useNavigate()
  const [wanted, setActive] = useState(0)
  const rows = useMemo(() => lines.flatMap((line) => (line.kind === 'row' ? [line.row] : [])), [lines])
  // Filters may have taken rows away since.
  const active = Math.max(0, Math.min(wanted, rows.length - 1))

  const pick = (row: LeagueRow) => {
    if (!picked.includes(row.unit) && picked.length >= MOST_PICKS) return announce(t('league.pickedFull'))
    const next = toggled(picked, row.unit)
    announce(t('league.picked', { count: next.length }))
    void navigate({ search: (old) => ({ ...old, pick: listText(next) }), replace: true, resetScroll: false })
  }
  const open = (row: LeagueRow) =>
    void navigate({ to: '/rounds/$roundId/units/$unit', params: { roundId: league.round.id, unit: row.unit } })
  const focus = (index: number) => {
    setActive(index)
    scrollTo(lines.findIndex((line) => line.kind === 'row' && line.index === index))
    // A row out of sight is in the document only once the table has scrolled to it.
    if (!stand(index)) requestAnimationFrame(() => stand(index))
  }
  const stand = (index: number): boolean => {
    const row = box.current?.querySelector<HTMLElement>(`[data-index="${index}"]`)
    row?.focus({ preventScroll: true })
    row?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    return Boolean(row)
  }
  // From anywhere on the page, the keys that move among rows first lead to the row last stood on.
  useShortcut('j', () => focus(active))
  useShortcut('k', () => focus(active))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    // Keys belong to a row or its tick box, not to a link or a heading inside the table.
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index], [data-pick]')) return
    const row = rows[active]
    if (event.key.length === 1 && !singleKeys.on()) return
    const move = gridMove(event.key, { index: active, count: rows.length })
    if (!move || !row) return
    event.preventDefault()
    if (move.kind === 'to') focus(move.index)
    else if (move.kind === 'open') open(row)
    else pick(row)
  }
  const onFocus = ({ target }: FocusEvent) => {
    const index = target.closest<HTMLElement>('[data-index]')?.dataset['index']
    if (index !== undefined) setActive(Number(index))
  }
  const onClick = ({ target }: MouseEvent) => {
    const unit = target instanceof HTMLElement ? target.dataset['pick'] : undefined
    const row = rows.find((each) => each.unit === unit)
    if (row) pick(row)
  }
  return { active, onKeyDown, onFocus, onClick }
}
