import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Correction, StandardSummary } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client.ts'
import { announce } from '../../frame/announce.ts'
import { ErrorState } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { CheckReport } from './check-report.tsx'
import { FilePicker } from './file-picker.tsx'
import { importForm } from './form.ts'
import { ImportDone } from './import-done.tsx'

const NONE: readonly Correction[] = []

/** Steps two to four: the file, what the server says of it with corrections in place, and the import. */
export function ImportFlow({ standard }: { readonly standard: StandardSummary }) {
  const { t } = useWords()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File>()
  const [corrections, setCorrections] = useState<readonly Correction[]>(NONE)
  // What the last check was about: anything newer is not checked yet.
  const [checked, setChecked] = useState<readonly Correction[]>(NONE)
  const check = useMutation({
    mutationFn: (form: FormData) => api.imports.check.mutate(form),
    onSuccess: (report) =>
      announce(report.accepted ? t('data.ok') : t('data.notOk', { count: errorsIn(report.faults) })),
  })
  const commit = useMutation({
    mutationFn: (form: FormData) => api.imports.commit.mutate(form),
    onSuccess: async () => {
      announce(t('data.doneTitle'))
      await queryClient.invalidateQueries()
    },
  })
  const runCheck = (from: File, with_: readonly Correction[]) => {
    setChecked(with_)
    check.mutate(importForm(standard, from, with_))
  }
  const choose = (next: File) => {
    setFile(next)
    setCorrections(NONE)
    commit.reset()
    check.reset()
    runCheck(next, NONE)
  }
  const startAgain = () => {
    setFile(undefined)
    setCorrections(NONE)
    check.reset()
    commit.reset()
  }
  if (commit.data) return <ImportDone result={commit.data} onAgain={startAgain} />
  return (
    <>
      <section className="import-step" aria-labelledby="step-2">
        <h2 id="step-2">
          <span className="step-number">2</span> {t('data.step2')}
        </h2>
        <FilePicker file={file} onChoose={choose} />
      </section>
      {file ? (
        <section className="import-step" aria-labelledby="step-3">
          <h2 id="step-3">
            <span className="step-number">3</span> {t('data.step3')}
          </h2>
          {check.error ? (
            <ErrorState heading="h2" error={check.error} retry={() => runCheck(file, corrections)} />
          ) : null}
          {check.isPending && !check.data ? <p role="status">{t('data.checking')}…</p> : null}
          {check.data ? (
            <CheckReport
              check={check.data}
              corrections={corrections}
              pending={corrections !== checked}
              busy={check.isPending}
              onCorrect={setCorrections}
              onCheck={() => runCheck(file, corrections)}
            />
          ) : null}
        </section>
      ) : null}
      {file && check.data?.accepted && corrections === checked ? (
        <section className="import-step" aria-labelledby="step-4">
          <h2 id="step-4">
            <span className="step-number">4</span> {t('data.step4')}
          </h2>
          <h3>{t('data.whatTitle')}</h3>
          <p>
            {t('data.what', { units: check.data.units, periods: check.data.periods.join(t('common.listSeparator')) })}
          </p>
          <p>{check.data.replaces > 0 ? t('data.replaces', { count: check.data.replaces }) : t('data.replacesNone')}</p>
          {commit.error ? (
            <ErrorState
              heading="h2"
              error={commit.error}
              retry={() => commit.mutate(importForm(standard, file, corrections))}
            />
          ) : (
            <Button
              type="primary"
              loading={commit.isPending}
              onClick={() => commit.mutate(importForm(standard, file, corrections))}
            >
              {t(commit.isPending ? 'data.committing' : 'data.commit')}
            </Button>
          )}
        </section>
      ) : null}
    </>
  )
}

const errorsIn = (faults: readonly { readonly severity: string }[]): number =>
  faults.filter(({ severity }) => severity === 'error').length
