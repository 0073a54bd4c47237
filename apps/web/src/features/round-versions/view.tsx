import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { League, RoundVersions } from '@plumbline/api/contract'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { leagueQuery } from '../league/query.ts'
import { roundVersionsQuery } from './query.ts'
import { Receipt } from './receipt.tsx'
import { ScoreBy } from './score-by.tsx'
import { VersionsTable } from './table.tsx'

const route = getRouteApi('/rounds/$roundId/versions')

/** One round's data under several versions of its standard, side by side, and the receipt of its result. */
export function RoundVersionsPage() {
  const { roundId } = route.useParams()
  const league = useQuery(leagueQuery(roundId))
  const versions = useQuery(roundVersionsQuery(roundId))
  return (
    <Loaded query={league} skeleton={<PageSkeleton rows={10} height={34} />}>
      {(of) => (
        <Loaded query={versions} skeleton={<PageSkeleton rows={10} height={34} />}>
          {(data) => <RoundVersionsView league={of} data={data} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function RoundVersionsView({ league, data }: { readonly league: League; readonly data: RoundVersions }) {
  const { t, of } = useWords()
  const { round } = league
  return (
    <Page
      title={t('versions.besideTitle', { title: of(round.title), period: round.period })}
      kicker={
        <Link to="/rounds/$roundId" params={{ roundId: round.id }}>
          {t('common.league')}
        </Link>
      }
      lead={t('versions.besideLead')}
      rounds={[round]}
    >
      <ScoreBy roundId={round.id} others={data.others} />
      {data.units.length === 0 ? (
        <EmptyState title={t('league.emptyTitle')} action={<Link to="/data">{t('overview.toData')}</Link>}>
          {t('league.empty')}
        </EmptyState>
      ) : (
        <VersionsTable data={data} league={league} />
      )}
      <Receipt round={round} />
    </Page>
  )
}
