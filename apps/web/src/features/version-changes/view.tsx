import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { RoundSummary, VersionList } from '@plumbline/api/contract'
import { EmptyState, Loaded } from '../../frame/states.tsx'
import { Page } from '../../frame/page.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { versionsQuery } from '../standards/query.ts'
import { ChangesControls } from './controls.tsx'
import { Difference } from './difference.tsx'
import { choiceOf } from './model.ts'
import { roundsOfQuery } from './query.ts'

const route = getRouteApi('/standards/changes')

/** Two versions of a standard: what changed, how far the number must be raised, who moves, the share of each change. */
export function VersionChangesPage() {
  const { id = '' } = route.useSearch()
  const versions = useQuery(versionsQuery(id))
  const rounds = useQuery(roundsOfQuery(id))
  const skeleton = <PageSkeleton rows={10} height={34} />
  return (
    <Loaded query={versions} skeleton={skeleton}>
      {(list) => (
        <Loaded query={rounds} skeleton={skeleton}>
          {(all) => <VersionChangesView list={list} rounds={all} />}
        </Loaded>
      )}
    </Loaded>
  )
}

function VersionChangesView({
  list,
  rounds,
}: {
  readonly list: VersionList
  readonly rounds: readonly RoundSummary[]
}) {
  const { t, of } = useWords()
  const choice = choiceOf(list.versions, rounds, route.useSearch())
  const { from, to, round } = choice
  const title = to ? of(to.title) : list.id
  return (
    <Page
      title={t('versionChanges.title', { title })}
      kicker={<Link to="/standards">{t('common.standards')}</Link>}
      lead={t('versionChanges.lead')}
      rounds={round ? [round] : []}
    >
      {from && to ? (
        <>
          <ChangesControls versions={list.versions} choice={choice} />
          {from === to ? (
            <p className="soft">{t('versionChanges.same')}</p>
          ) : (
            <Difference from={from.plugin.digest} to={to.plugin.digest} roundId={round?.id} />
          )}
        </>
      ) : (
        <EmptyState
          title={t('versionChanges.oneVersion')}
          action={<Link to="/standards">{t('common.standards')}</Link>}
        >
          {t('versionChanges.oneVersionLead')}
        </EmptyState>
      )}
    </Page>
  )
}
