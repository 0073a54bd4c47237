import { useMutation, useQueryClient } from '@tanstack/react-query'
import { describeFault } from '@plumbline/i18n'
import type { AnalysisJob, LongJob, RoundAnalyses } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { api } from '../../data/client.ts'
import { failureOf } from '../../data/fault.ts'
import { announce } from '../../frame/announce.ts'
import { useWords } from '../../shared/use-language.ts'
import { jobOf } from './model.ts'
import { analysesQuery, openJob } from './query.ts'
import { SettingsForm } from './settings.tsx'

export interface JobPanelProps {
  readonly analyses: RoundAnalyses
  readonly kind: LongJob['kind']
  /** The job that was started here has its report. */
  readonly onDone: (digest: string) => void
}

/** Settings while nothing runs; progress and cancel while something does; what became of it. */
export function JobPanel({ analyses, kind, onDone }: JobPanelProps) {
  const client = useQueryClient()
  const roundId = analyses.round.id
  const [watched, setWatched] = useState<string | null>(null)
  const again = () => client.invalidateQueries({ queryKey: analysesQuery(roundId).queryKey })
  const start = useMutation({
    mutationFn: (job: LongJob) => api.analysis.start.mutate({ roundId, job }),
    onSuccess: async (job) => {
      setWatched(job.id)
      await again()
      if (job.state === 'done') onDone(job.digest)
    },
  })
  const cancel = useMutation({ mutationFn: (id: string) => api.analysis.cancel.mutate({ id }), onSettled: again })
  const open = openJob(analyses, kind)
  const newest = analyses.jobs.find((job) => job.kind === kind)
  // One that failed is told of whoever comes, also after a restart of the server.
  const ended = analyses.jobs.find(({ id }) => id === watched) ?? (newest?.state === 'failed' ? newest : undefined)
  // A job that somebody else started, or that was started before the page was left, is watched too.
  if (open && watched !== open.id) setWatched(open.id)
  const doneDigest = ended?.state === 'done' ? ended.digest : null
  useEffect(() => {
    if (doneDigest === null) return
    void client.invalidateQueries({ queryKey: ['ranks', roundId] })
    onDone(doneDigest)
    // Once a job, whatever the page does with it.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [doneDigest])
  return (
    <section className="job-panel" aria-live="off">
      {open ? (
        <Progress job={open} onCancel={() => cancel.mutate(open.id)} cancelling={cancel.isPending} />
      ) : (
        <SettingsForm
          kind={kind}
          methods={analyses.defaults.aggregation !== undefined}
          busy={start.isPending}
          onStart={(settings) => start.mutate(jobOf(kind, analyses.defaults, settings))}
        />
      )}
      <Outcome job={open ? undefined : ended} error={start.error} onAgain={(job) => start.mutate(job)} />
    </section>
  )
}

function Progress({
  job,
  onCancel,
  cancelling,
}: {
  readonly job: AnalysisJob
  readonly onCancel: () => void
  readonly cancelling: boolean
}) {
  const { t } = useWords()
  const percent = job.steps === 0 ? 0 : Math.floor((job.done / job.steps) * 100)
  const quarter = Math.floor(percent / 25) * 25
  const said = t('analyses.progressSaid', { percent: quarter })
  useEffect(() => announce(said), [said])
  const figures = (value: number): string => value.toLocaleString('en-US')
  return (
    <div className="job-progress">
      <p>
        <strong>{t(job.state === 'waiting' ? 'analyses.waiting' : 'analyses.running')}</strong>{' '}
        <span className="figure">
          {t('analyses.progress', { done: figures(job.done), steps: figures(job.steps), percent })}
        </span>
      </p>
      <progress max={Math.max(1, job.steps)} value={job.done} aria-label={t('analyses.running')} />
      <Button onClick={onCancel} disabled={cancelling}>
        {t('analyses.cancel')}
      </Button>
      <p className="note">{t('analyses.leave')}</p>
    </div>
  )
}

interface OutcomeProps {
  readonly job: AnalysisJob | undefined
  readonly error: unknown
  /** Runs what failed once more, as it was asked. */
  readonly onAgain: (job: LongJob) => void
}

function Outcome({ job, error, onAgain }: OutcomeProps) {
  const { t, language } = useWords()
  const state = error ? 'failed' : job?.state
  if (state === undefined || state === 'waiting' || state === 'running') return null
  const faults = error ? failureOf(error).faults : (job?.faults ?? [])
  const bad = state === 'failed'
  return (
    <div className={bad ? 'refusal' : 'note'} role={bad ? 'alert' : 'status'}>
      <p>{t(`analyses.${state}`)}</p>
      {faults.map((fault) => {
        const { where, what, remedy } = describeFault(fault, language)
        return (
          <p key={`${fault.code} ${where}`}>
            {where ? <code>{where}</code> : null} {what} <span className="soft">{remedy}</span>
          </p>
        )
      })}
      {error && faults.length === 0 ? <p>{t('common.offline')}</p> : null}
      {bad && job && !error ? <Button onClick={() => onAgain(job.job)}>{t('analyses.again')}</Button> : null}
    </div>
  )
}
