import type { League } from '@plumbline/api/contract'
import { getRouteApi } from '@tanstack/react-router'
import { pillarColour } from '../../shared/colours.ts'
import { weight } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import { sortingOf } from './model.ts'

const route = getRouteApi('/rounds/$roundId/')

/** The pillars' colours and weights; a click sorts the table by that pillar's contribution. */
export function LeagueLegend({ league }: { readonly league: League }) {
  const { t, of } = useWords()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { column } = sortingOf(league, search)
  return (
    <div className="pillar-legend" role="group" aria-label={t('league.legend')}>
      {league.pillars.map((pillar, index) => {
        const key = `p:${pillar.id}`
        return (
          <button
            key={pillar.id}
            type="button"
            className="legend-item"
            aria-pressed={column === key}
            title={t('league.sortBy', { column: of(pillar) })}
            onClick={() =>
              void navigate({
                search: (old) => ({ ...old, sort: column === key ? undefined : key, dir: undefined }),
                replace: true,
                resetScroll: false,
              })
            }
          >
            <i className="swatch" style={{ background: pillarColour(index) }} aria-hidden="true" />
            {of(pillar)} <span className="soft figure">{weight(pillar.weight)}</span>
          </button>
        )
      })}
    </div>
  )
}
