import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { VersionRecord, VersionState } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client.ts'
import { announce } from '../../frame/announce.ts'
import { ErrorState } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from './status-word.ts'

/** Changes the state of the version on the page, with a reason that is kept for ever. */
export function StateForm({ version }: { readonly version: VersionRecord }) {
  const { t } = useWords()
  const statusWord = useStatusWord()
  const queryClient = useQueryClient()
  const { plugin, next } = version
  const [first] = next
  const [state, setState] = useState<VersionState | undefined>(first)
  const [reason, setReason] = useState('')
  const change = useMutation({
    mutationFn: (to: VersionState) => api.versions.changeState.mutate({ digest: plugin.digest, state: to, reason }),
    onSuccess: async (_, to) => {
      announce(t('versions.changed', { version: plugin.version, state: statusWord(to) }))
      await queryClient.invalidateQueries()
    },
  })
  if (state === undefined) return null
  return (
    <form
      className="state-form"
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate(state)
      }}
    >
      <h3>{t('versions.change')}</h3>
      <label>
        {t('versions.toOf', { version: plugin.version })}
        <select
          value={state}
          onChange={(event) => {
            change.reset()
            setState(next.find((one) => one === event.target.value))
          }}
        >
          {next.map((one) => (
            <option key={one} value={one}>
              {statusWord(one)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('versions.reason')}
        <input value={reason} required maxLength={1000} onChange={(event) => setReason(event.target.value)} />
      </label>
      <Button htmlType="submit" loading={change.isPending} disabled={reason.trim() === ''}>
        {t('versions.confirm')}
      </Button>
      {state === 'withdrawn' ? <p className="soft">{t('versions.final')}</p> : null}
      {change.error ? (
        <ErrorState
          heading="h2"
          title={t('versions.notChanged')}
          error={change.error}
          retry={() => change.mutate(state)}
        />
      ) : null}
    </form>
  )
}
