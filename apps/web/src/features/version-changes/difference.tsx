import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { describeFault } from '@plumbline/i18n'
import type { Fault } from '@plumbline/kernel'
import type { DifferenceReport, DifferenceState } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { api } from '../../data/client.ts'
import { failureOf } from '../../data/fault.ts'
import { announce } from '../../frame/announce.ts'
import { Loaded } from '../../frame/states.tsx'
import { PageSkeleton } from '../../frame/skeleton.tsx'
import { useWords } from '../../shared/use-language.ts'
import { Bumps, ChangeTable } from './changes.tsx'
import { Movers } from './movers.tsx'
import { differenceQuery, type Asked } from './query.ts'
import { Shares } from './shares.tsx'

/** A comparison: how far it is, why it failed, that it was cancelled, or what it found. */
export function Difference(asked: Asked) {
  const { t } = useWords()
  const client = useQueryClient()
  const query = useQuery(differenceQuery(asked))
  const { queryKey } = differenceQuery(asked)
  const take = (state: Awaited<ReturnType<typeof api.versions.difference.query>>): void =>
    void client.setQueryData(queryKey, state)
  const cancel = useMutation({ mutationFn: () => api.versions.cancelDifference.mutate(asked), onSuccess: take })
  const retry = useMutation({ mutationFn: () => api.versions.retryDifference.mutate(asked), onSuccess: take })
  const failed = cancel.error ?? retry.error
  return (
    <Loaded query={query} heading="h2" skeleton={<PageSkeleton rows={8} height={34} />}>
      {(state) => (
        <>
          {state.state === 'done' ? <Report report={state.report} /> : null}
          {state.state === 'running' ? (
            <Running state={state} onCancel={() => cancel.mutate()} cancelling={cancel.isPending} />
          ) : null}
          {state.state === 'cancelled' ? (
            <Cancelled>
              <Button onClick={() => retry.mutate()} loading={retry.isPending}>
                {t('versionChanges.again')}
              </Button>
            </Cancelled>
          ) : null}
          {state.state === 'failed' ? (
            <Failed faults={state.faults}>
              <Button onClick={() => retry.mutate()} loading={retry.isPending}>
                {t('common.retry')}
              </Button>
            </Failed>
          ) : null}
          {failed ? <Failed faults={failureOf(failed).faults} /> : null}
        </>
      )}
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

interface RunningProps {
  readonly state: Extract<DifferenceState, { readonly state: 'running' }>
  readonly onCancel: () => void
  readonly cancelling: boolean
}

function Running({ state: { done, steps }, onCancel, cancelling }: RunningProps) {
  const { t } = useWords()
  const percent = Math.floor((done / Math.max(1, steps)) * 100)
  const quarter = Math.floor(percent / 25) * 25
  const said = t('versionChanges.progress', { percent: quarter })
  useEffect(() => announce(said), [said])
  return (
    <div className="job-progress">
      <p>
        <strong>{t('versionChanges.running')}</strong>{' '}
        {steps > 0 ? <span className="figure">{t('versionChanges.progress', { percent })}</span> : null}
      </p>
      <progress
        max={Math.max(1, steps)}
        value={steps > 0 ? done : undefined}
        aria-label={t('versionChanges.running')}
      />
      <Button onClick={onCancel} disabled={cancelling}>
        {t('versionChanges.cancel')}
      </Button>
      <p className="note">{t('versionChanges.leave')}</p>
    </div>
  )
}

function Cancelled({ children }: { readonly children: ReactNode }) {
  const { t } = useWords()
  return (
    <section className="basis">
      <p role="status">{t('versionChanges.cancelled')}</p>
      {children}
    </section>
  )
}

interface FailedProps {
  readonly faults: readonly Fault[]
  readonly children?: ReactNode
}

/** Why it failed; without a fault the server was not reached. */
function Failed({ faults, children }: FailedProps) {
  const { t, language } = useWords()
  return (
    <section className="refusal" role="alert">
      <h2>{t('versionChanges.failed')}</h2>
      {faults.map((fault) => {
        const { where, what, remedy } = describeFault(fault, language)
        return (
          <p key={`${where} ${what}`}>
            {where ? <code>{where}</code> : null} {what} <span className="soft">{remedy}</span>
          </p>
        )
      })}
      {faults.length === 0 ? <p>{t('common.offline')}</p> : null}
      {children}
    </section>
  )
}
