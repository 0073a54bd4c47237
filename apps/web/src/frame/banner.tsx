import type { RoundSummary } from '@plumbline/api/contract'
import { useWords } from '../shared/use-language.ts'

/** Says, wherever it applies, that figures are synthetic or that the standard is a draft. */
export function SampleBanner({
  rounds,
  draft,
}: {
  readonly rounds: readonly RoundSummary[]
  readonly draft: 'draft' | undefined
}) {
  const { t } = useWords()
  const demonstration = rounds.some((round) => round.demonstration)
  const drafted = draft === 'draft' || rounds.some((round) => round.status === 'draft')
  if (!demonstration && !drafted) return null
  return (
    <p className="sample-banner" role="note">
      <span className="sample-tag">{t('common.sample')}</span>
      {t(demonstration ? 'common.draftNotice' : 'common.draftOnly')}
    </p>
  )
}

export function SampleTag({ status }: { readonly status: string }) {
  const { t } = useWords()
  return status === 'draft' ? <span className="sample-tag">{t('common.sample')}</span> : null
}
