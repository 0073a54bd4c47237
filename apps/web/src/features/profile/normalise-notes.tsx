import type { TraceIndicator } from '@plumbline/kernel'
import { plain, score } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'

/** The single ratings of an expert panel, how far they lie apart, and whether the panel should look again. */
export function PanelNote({ node }: { readonly node: TraceIndicator }) {
  const { t } = useWords()
  const { detail } = node
  if (detail.kind !== 'panel' || detail.ratings.length === 0) return null
  return (
    <p className="note">
      {t('chain.panel', {
        list: detail.ratings.map((rating) => plain(rating)).join(t('common.listSeparator')),
        count: detail.ratings.length,
      })}
      {detail.dispersion === null ? null : ` · ${t('chain.panelDispersion', { value: score(detail.dispersion) })}`}
      {detail.alert ? <strong className="alert-word"> {t('chain.panelAlert')}</strong> : null}
      {detail.tooFew ? <strong className="alert-word"> {t('chain.panelTooFew')}</strong> : null}
    </p>
  )
}

/** How few peers there were, where they were too few for a percentile. */
export function PeersNote({ node }: { readonly node: TraceIndicator }) {
  const { t } = useWords()
  const { detail } = node
  if (detail.kind !== 'peers' || !detail.usedFallback) return null
  return <p className="note">{t('chain.peersFallback', { size: detail.size })}</p>
}
