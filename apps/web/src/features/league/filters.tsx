import { DownloadOutlined } from '@ant-design/icons'
import type { League } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useEffect } from 'react'
import { announce } from '../../frame/announce.ts'
import { csvText, download } from '../../shared/csv.ts'
import { listOf } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import { exportRows } from './export.ts'
import type { Intervals } from './intervals.ts'
import type { LeagueView } from './model.ts'
import { SearchBox } from './search-box.tsx'
import { STATUSES, type LeagueSearch } from './search.ts'

const route = getRouteApi('/rounds/$roundId/')

export interface LeagueFiltersProps {
  readonly league: League
  readonly view: LeagueView
  readonly intervals: Intervals
}

export function LeagueFilters({ league, view, intervals }: LeagueFiltersProps) {
  const { t, of } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const set = (change: LeagueSearch) =>
    void navigate({ search: (old) => ({ ...old, ...change }), replace: true, resetScroll: false })
  const shown = view.ranked.length + view.unranked.length
  const filtered = Boolean(search.q ?? search.group ?? search.grade ?? search.status)
  const picks = listOf(search.pick).length
  const said = t('league.shown', { shown, total: league.rows.length })
  useEffect(() => announce(said), [said])
  const saveCsv = () => {
    const rows = exportRows(
      league,
      { rows: [...view.ranked, ...view.unranked], intervals },
      {
        of,
        column: (key) => t(`league.${key}`),
        status: (status) => t(`common.statusOf.${status}`),
      },
    )
    download(`${league.round.plugin.id}-${league.round.period}.csv`, csvText(rows))
    announce(t('league.exported', { count: shown }))
  }
  return (
    <search className="filters" aria-label={t('league.filter')}>
      <SearchBox wanted={search.q ?? ''} onSearch={(text) => set({ q: text || undefined })} />
      {league.groups.length > 0 ? (
        <Choice
          label={t('common.group')}
          value={search.group}
          options={league.groups.map((group) => ({ value: group.id, label: of(group) }))}
          onChange={(group) => set({ group })}
        />
      ) : null}
      <Choice
        label={t('common.grade')}
        value={search.grade}
        options={league.grades.toReversed().map((grade) => ({ value: grade.id, label: of(grade) }))}
        onChange={(grade) => set({ grade })}
      />
      <Choice
        label={t('common.status')}
        value={search.status}
        options={STATUSES.map((status) => ({ value: status, label: t(`common.statusOf.${status}`) }))}
        onChange={(status) => set({ status: STATUSES.find((known) => known === status) })}
      />
      {filtered ? (
        <Button
          type="link"
          onClick={() => set({ q: undefined, group: undefined, grade: undefined, status: undefined })}
        >
          {t('league.clear')}
        </Button>
      ) : null}
      <span className="filters-end">
        {picks > 0 ? <a href="#side-by-side-title">{t('league.picked', { count: picks })}</a> : null}
        <span className="soft">{said}</span>
        <Button icon={<DownloadOutlined />} onClick={saveCsv}>
          {t('league.export')}
        </Button>
      </span>
    </search>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string | undefined) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const { t } = useWords()
  return (
    <label className="choice">
      <span>{label}</span>
      <Select
        aria-label={label}
        allowClear
        value={value ?? null}
        placeholder={t('common.all')}
        options={[...options]}
        popupMatchSelectWidth={false}
        onChange={(next: string | null | undefined) => onChange(next ?? undefined)}
      />
    </label>
  )
}
