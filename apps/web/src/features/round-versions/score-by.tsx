import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { RoundVersions } from '@plumbline/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../../data/client.ts'
import { ErrorState } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from '../standards/status-word.ts'

interface ScoreByProps {
  readonly roundId: string
  readonly others: RoundVersions['others']
}

/** Scores the round's data by another version too. The round itself stays as it is. */
export function ScoreBy({ roundId, others }: ScoreByProps) {
  const { t } = useWords()
  const statusWord = useStatusWord()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [picked, setPicked] = useState<string>()
  const digest = others.find(({ plugin }) => plugin.digest === picked)?.plugin.digest ?? others[0]?.plugin.digest
  const score = useMutation({
    mutationFn: (version: string) => api.rounds.scoreBeside.mutate({ roundId, digest: version }),
    onSuccess: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: '/rounds/$roundId/versions', params: { roundId } })
    },
  })
  if (digest === undefined) return <p className="soft">{t('versions.noOther')}</p>
  return (
    <form
      className="state-form"
      onSubmit={(event) => {
        event.preventDefault()
        score.mutate(digest)
      }}
    >
      <label>
        {t('versions.scoreBy')}
        <select value={digest} onChange={(event) => setPicked(event.target.value)}>
          {others.map(({ plugin, state }) => (
            <option key={plugin.digest} value={plugin.digest}>
              {plugin.version} · {statusWord(state)}
            </option>
          ))}
        </select>
      </label>
      <Button htmlType="submit" loading={score.isPending}>
        {t(score.isPending ? 'versions.running' : 'versions.run')}
      </Button>
      {score.error ? (
        <ErrorState
          heading="h2"
          title={t('versions.notScored')}
          error={score.error}
          retry={() => score.mutate(digest)}
        />
      ) : null}
    </form>
  )
}
