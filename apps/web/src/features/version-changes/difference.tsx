import { useQuery } from '@tanstack/react-query'
import { describeFault } from '@plumbline/i18n'
import type { DifferenceReport, DifferenceState } from '@plumbline/api/contract'
import { Button } from 'antd'
import { Loaded } from '../../frame/states.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { Bumps, ChangeTable } from './changes.tsx'
import { Movers } from './movers.tsx'
import { differenceQuery, type Asked } from './query.ts'
import { Shares } from './shares.tsx'

/** A comparison: how far it is, why it failed, or what it found. */
export function Difference(asked: Asked) {
  const query = useQuery(differenceQuery(asked))
  return (
    <Loaded query={query} heading="h2" skeleton={<PageSkeleton rows={8} height={34} />}>
      {(state) =>
        state.state === 'done' ? (
          <Report report={state.report} />
        ) : state.state === 'running' ? (
          <Running state={state} />
        ) : (
          <Failed faults={state.faults} retry={() => void query.refetch()} />
        )
      }
    </Loaded>
  )
}

function Report({ report }: { readonly report: DifferenceReport }) {
  return (
    <>
      <Bumps report={report} />
      <ChangeTable changes={report.changes} />
      <Movers report={report} />
      <Shares report={report} />
    </>
  )
}

function Running({
  state: { done, steps },
}: {
  readonly state: Extract<DifferenceState, { readonly state: 'running' }>
}) {
  const { t } = useWords()
  return (
    <div className="job-progress" role="status">
      <p>
        <strong>{t('versionChanges.running')}</strong>{' '}
        {steps > 0 ? <span className="figure">{t('versionChanges.step', { done, steps })}</span> : null}
      </p>
      <progress
        max={Math.max(1, steps)}
        value={steps > 0 ? done : undefined}
        aria-label={t('versionChanges.running')}
      />
    </div>
  )
}

interface FailedProps {
  readonly faults: Extract<DifferenceState, { readonly state: 'failed' }>['faults']
  readonly retry: () => void
}

function Failed({ faults, retry }: FailedProps) {
  const { t, language } = useWords()
  return (
    <section className="refusal" role="alert">
      <h2>{t('versionChanges.failed')}</h2>
      {faults.map((fault) => {
        const { what, remedy } = describeFault(fault, language)
        return (
          <p key={what}>
            {what} <span className="soft">{remedy}</span>
          </p>
        )
      })}
      <Button onClick={retry}>{t('common.retry')}</Button>
    </section>
  )
}
