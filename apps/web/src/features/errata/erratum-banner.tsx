import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Erratum } from '@plumbline/api/contract'
import { Button } from 'antd'
import { api } from '../../data/client.ts'
import { ErrorState } from '../../frame/states.tsx'
import { useWords } from '../../shared/use-language.ts'
import { useStatusWord } from '../standards/status-word.ts'

const errataQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['errata', roundId],
    queryFn: ({ signal }) => api.rounds.errata.query({ roundId }, { signal }),
  })

/** Says that a later version corrects the one these results are by, and why; the results stay as they are. */
export function ErratumBanner({ roundId, version }: { readonly roundId: string; readonly version: string }) {
  const errata = useQuery(errataQuery(roundId)).data ?? []
  return errata.map((erratum) => (
    <OneErratum key={erratum.plugin.digest} erratum={erratum} roundId={roundId} version={version} />
  ))
}

interface OneErratumProps {
  readonly erratum: Erratum
  readonly roundId: string
  readonly version: string
}

function OneErratum({ erratum: { plugin, state, reason, twin }, roundId, version }: OneErratumProps) {
  const { t, of } = useWords()
  const statusWord = useStatusWord()
  return (
    <aside className="erratum-banner" aria-label={t('versions.erratum')}>
      <p>
        <strong>{t('versions.erratum')}</strong>{' '}
        {t('versions.erratumBy', { version, later: plugin.version, state: statusWord(state), reason: of(reason) })}{' '}
        <Link to="/standards/$digest" params={{ digest: plugin.digest }}>
          {t('versions.erratumOpen', { version: plugin.version })}
        </Link>
      </p>
      {twin === null ? <Recalculate roundId={roundId} digest={plugin.digest} version={plugin.version} /> : null}
      {twin === null ? null : (
        <p>
          <Link to="/rounds/$roundId/versions" params={{ roundId }}>
            {t('versions.erratumTwin', { version: plugin.version })}
          </Link>
        </p>
      )}
    </aside>
  )
}

interface RecalculateProps {
  readonly roundId: string
  readonly digest: string
  readonly version: string
}

/** Offers the same data under the correcting version, beside this result. */
function Recalculate({ roundId, digest, version }: RecalculateProps) {
  const { t } = useWords()
  const queryClient = useQueryClient()
  const score = useMutation({
    mutationFn: () => api.rounds.scoreBeside.mutate({ roundId, digest }),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  return (
    <>
      <Button onClick={() => score.mutate()} loading={score.isPending}>
        {t(score.isPending ? 'versions.running' : 'versions.erratumRun', { version })}
      </Button>
      {score.error ? (
        <ErrorState heading="h2" title={t('versions.notScored')} error={score.error} retry={() => score.mutate()} />
      ) : null}
    </>
  )
}
