import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { League } from '@plumbline/api/contract'
import { GradeBar } from '../../charts/grade-bar.tsx'
import { useMemo } from 'react'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { RoundTabs } from '../../frame/round-tabs.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { listOf } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import { ErratumBanner } from '../errata/erratum-banner.tsx'
import { ranksQuery } from '../analyses/query.ts'
import { catalogueQuery } from '../standards/query.ts'
import { LeagueFilters } from './filters.tsx'
import { intervalsOf } from './intervals.ts'
import { LeagueLegend } from './legend.tsx'
import { gradeCounts, leagueView } from './model.ts'
import { leagueQuery } from './query.ts'
import { SideBySide } from './side-by-side.tsx'
import { LeagueTable } from './table.tsx'

const route = getRouteApi('/rounds/$roundId/')

/** The league table of a round. */
export function LeaguePage() {
  const { roundId } = route.useParams()
  const league = useQuery(leagueQuery(roundId))
  return (
    <Loaded query={league} skeleton={<PageSkeleton rows={14} height={34} />}>
      {(data) => <LeagueView league={data} />}
    </Loaded>
  )
}

function LeagueView({ league }: { readonly league: League }) {
  const { t, of } = useWords()
  const search = route.useSearch()
  const { round } = league
  const catalogue = useQuery(catalogueQuery(round.plugin.digest)).data
  const view = useMemo(() => leagueView(league, search), [league, search])
  const picked = listOf(search.pick)
  const ranks = useQuery(ranksQuery(round.id)).data
  const intervals = useMemo(() => intervalsOf(ranks), [ranks])
  const title = of(round.title)
  const counts = gradeCounts(league, view.ranked)
  return (
    <Page
      title={t('league.title', { title, period: round.period })}
      kicker={
        <>
          <Link to="/rounds">{t('common.league')}</Link>
          {' · '}
          <Link to="/standards/$digest" params={{ digest: round.plugin.digest }}>
            {title} {round.plugin.version}
          </Link>
          {' · '}
          <Link to="/rounds/$roundId/versions" params={{ roundId: round.id }}>
            {t('versions.besideLink')}
          </Link>
        </>
      }
      rounds={[round]}
    >
      <ErratumBanner roundId={round.id} version={round.plugin.version} />
      <RoundTabs roundId={round.id} />
      {league.rows.length === 0 ? (
        <EmptyState title={t('league.emptyTitle')} action={<Link to="/data">{t('overview.toData')}</Link>}>
          {t('league.empty')}
        </EmptyState>
      ) : (
        <>
          <LeagueFilters league={league} view={view} intervals={intervals} />
          <div className="league-summary">
            <LeagueLegend league={league} />
            <div className="league-grades">
              <GradeBar
                label="word"
                grades={league.grades.map((grade, index) => ({
                  id: grade.id,
                  label: of(grade),
                  count: counts[index]?.count ?? 0,
                }))}
                summary={t('overview.gradesSummary', {
                  title,
                  list: league.grades
                    .map((grade, index) =>
                      t('overview.gradeItem', { grade: of(grade), count: counts[index]?.count ?? 0 }),
                    )
                    .join(t('common.listSeparator')),
                })}
              />
            </div>
          </div>
          <LeagueTable league={league} view={view} catalogue={catalogue} picked={picked} intervals={intervals} />
          <SideBySide league={league} picked={picked} />
        </>
      )}
    </Page>
  )
}
