import type { RoundSummary } from '@plumbline/api/contract'
import { useWords } from '../shared/use-language.ts'

/** Says, wherever it applies, that figures are synthetic or that the standard is a draft or an example. */
export function SampleBanner({
  rounds,
  example,
}: {
  readonly rounds: readonly RoundSummary[]
  readonly example: boolean
}) {
  const { t } = useWords()
  const demonstration = rounds.some((round) => round.demonstration)
  const marked = example || rounds.some((round) => round.example)
  if (!demonstration && !marked) return null
  return (
    <p className="sample-banner" role="note">
      <span className="sample-tag">{t('common.sample')}</span>
      {t(demonstration ? 'common.draftNotice' : 'common.draftOnly')}
    </p>
  )
}

export function SampleTag({ example }: { readonly example: boolean }) {
  const { t } = useWords()
  return example ? <span className="sample-tag">{t('common.sample')}</span> : null
}

/** Says that a version of a standard was withdrawn; its rounds stay. */
export function WithdrawnBanner({ shown }: { readonly shown: boolean }) {
  const { t } = useWords()
  return shown ? (
    <p className="withdrawn-banner" role="note">
      {t('versions.withdrawn')}
    </p>
  ) : null
}
