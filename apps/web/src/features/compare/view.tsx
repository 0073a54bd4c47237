import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RoundSummary } from '@plumbline/api/contract'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { listOf } from '../../shared/search.ts'
import { useWords } from '../../shared/use-language.ts'
import { roundsQuery } from '../overview/query.ts'
import { CompareControls } from './controls.tsx'
import { chosenRounds, defaultPeriod, LEAST, periodsOf, roundsOfPeriod } from './model.ts'
import { compareQuery } from './query.ts'
import { CompareResult } from './result.tsx'

const route = getRouteApi('/compare')

/** Sectors side by side: on the shared core, or a refusal that says why. */
export function ComparePage() {
  const { t } = useWords()
  const rounds = useQuery(roundsQuery())
  return (
    <Loaded query={rounds} skeleton={<PageSkeleton rows={4} height={90} />}>
      {(all) =>
        all.length === 0 ? (
          <Page title={t('compare.title')}>
            <EmptyState title={t('compare.emptyTitle')} action={<Link to="/data">{t('overview.toData')}</Link>}>
              {t('compare.empty')}
            </EmptyState>
          </Page>
        ) : (
          <CompareView rounds={all} />
        )
      }
    </Loaded>
  )
}

function CompareView({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const { t } = useWords()
  const search = route.useSearch()
  const periods = periodsOf(rounds)
  const period = search.period ?? defaultPeriod(rounds)
  const offered = roundsOfPeriod(rounds, period)
  const chosen = chosenRounds(offered, listOf(search.rounds))
  const comparison = useQuery(
    compareQuery(
      chosen.map((round) => round.id),
      search.node,
    ),
  )
  return (
    <Page title={t('compare.title')} rounds={chosen}>
      <CompareControls period={period} periods={periods} offered={offered} chosen={chosen} node={search.node} />
      {chosen.length < LEAST ? (
        <EmptyState title={t('compare.needTwo')}>
          {t(offered.length < LEAST ? 'compare.oneInPeriod' : 'compare.needTwoHint')}
        </EmptyState>
      ) : (
        <Loaded query={comparison} heading="h2" skeleton={<PageSkeleton rows={chosen.length} height={80} />}>
          {(data) => (
            <div
              className={comparison.isPlaceholderData ? 'stale' : undefined}
              aria-busy={comparison.isPlaceholderData}
            >
              <CompareResult comparison={data} rounds={chosen} />
            </div>
          )}
        </Loaded>
      )}
    </Page>
  )
}
