import type { League } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { Scale } from '../../charts/axis.tsx'
import { useWords } from '../../shared/use-language.ts'
import type { Column } from './columns.ts'
import { firstDirection, sortingOf } from './model.ts'

const route = getRouteApi('/rounds/$roundId/')

export function TableHead({ league, columns }: { readonly league: League; readonly columns: readonly Column[] }) {
  const { t } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sorting = sortingOf(league, search)
  const sort = (key: string) => {
    const same = sorting.column === key
    const direction = same ? (sorting.direction === 'asc' ? 'desc' : 'asc') : firstDirection(key)
    void navigate({
      search: (old) => ({
        ...old,
        sort: key === 'rank' && direction === 'asc' ? undefined : key,
        dir: direction === firstDirection(key) ? undefined : direction,
      }),
      replace: true,
      resetScroll: false,
    })
  }
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map(({ key, align }) => {
          if (key === 'pick') {
            return (
              <th key={key} scope="col">
                <span className="visually-hidden">{t('league.pick')}</span>
              </th>
            )
          }
          if (key === 'interval') {
            return (
              <th key={key} scope="col" className="right" title={t('analyses.interval')}>
                {t('analyses.intervalShort')}
              </th>
            )
          }
          if (key === 'contribution') {
            return (
              <th key={key} scope="col" className="bar-cell">
                {t('league.contribution')}
                <Scale />
              </th>
            )
          }
          const sorted = sorting.column === key
          return (
            <th
              key={key}
              scope="col"
              className={align}
              aria-sort={sorted ? (sorting.direction === 'asc' ? 'ascending' : 'descending') : undefined}
            >
              <button
                type="button"
                className="sort"
                onClick={() => sort(key)}
                aria-label={t('league.sortBy', { column: t(`league.${key}`) })}
              >
                {sorted ? (
                  <span aria-hidden="true" className="sort-arrow">
                    {sorting.direction === 'asc' ? '↑' : '↓'}
                  </span>
                ) : null}
                {t(`league.${key}`)}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
