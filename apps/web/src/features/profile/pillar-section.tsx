import type { Display, Trace } from '@plumbline/kernel'
import { ContributionBars } from '../../charts/contribution-bars.tsx'
import { published } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

/** The score as the sum of what its pillars give. */
export function PillarSection({
  trace,
  texts,
  display,
}: {
  readonly trace: Trace
  readonly texts: Texts
  readonly display: Display
}) {
  const { t, of } = useWords()
  const additive = trace.root.aggregate.method === 'arithmetic'
  const rows = trace.root.children.map((child) => {
    const text = texts.node(child.id)
    return {
      id: child.id,
      label: text ? of(text) : child.id,
      points: child.contribution,
      // Only a mean lets a pillar's share of the full score be named.
      most: additive ? child.effectiveWeight * 100 : child.contribution,
      text: child.score === null ? t(`chain.state.${child.state}`) : published(child.contribution, display),
    }
  })
  if (trace.score === null) return null
  return (
    <section aria-labelledby="pillars">
      <div className="section-head">
        <h2 id="pillars">{t('profile.pillars')}</h2>
        <span className="soft">{t('profile.pillarsNote')}</span>
      </div>
      <ContributionBars
        rows={rows}
        summary={t('profile.pillarsSummary', {
          score: published(trace.score, display),
          list: rows.map((row) => `${row.label} ${row.text}`).join(t('common.listSeparator')),
        })}
      />
      <p className="contribution-total">
        <span>{t('profile.total')}</span> <span className="figure strong">{published(trace.score, display)}</span>
      </p>
    </section>
  )
}
