import { useMutation } from '@tanstack/react-query'
import type { RoundSummary } from '@plumbline/api/contract'
import { Button } from 'antd'
import { api } from '../../data/client.ts'
import { ErrorState } from '../../frame/states.tsx'
import { download } from '../../shared/csv.ts'
import { useWords } from '../../shared/use-language.ts'

/** Downloads the receipt of a round's newest result. */
export function Receipt({ round }: { readonly round: RoundSummary }) {
  const { t } = useWords()
  const receipt = useMutation({
    mutationFn: () => api.rounds.receipt.query({ roundId: round.id }),
    onSuccess: (made) => download(`${round.id}.receipt.json`, JSON.stringify(made), 'application/json'),
  })
  if (!round.run) return null
  return (
    <section aria-labelledby="receipt-title">
      <h2 id="receipt-title">{t('versions.receipt')}</h2>
      <p className="soft">{t('versions.receiptLead')}</p>
      <Button loading={receipt.isPending} onClick={() => receipt.mutate()}>
        {t('versions.receipt')}
      </Button>
      {receipt.error ? (
        <ErrorState heading="h2" title={t('versions.noReceipt')} error={receipt.error} retry={() => receipt.mutate()} />
      ) : null}
    </section>
  )
}
