import type { Evidence, Finding } from '@plumbline/api/contract'
import { plain, percent, score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** What to look at: the finding, the figure behind it, and what to do. */
export function FindingTable({
  findings,
  nameOf,
}: {
  readonly findings: readonly Finding[]
  readonly nameOf: (id: string) => string
}) {
  const { t } = useWords()
  const evidenceText = useEvidence(nameOf)
  return (
    <section aria-labelledby="findings">
      <div className="section-head">
        <h2 id="findings">{t('audit.findings')}</h2>
        <span className="soft">{t('audit.findingsLead')}</span>
      </div>
      {findings.length === 0 ? (
        <p>{t('audit.nothing')}</p>
      ) : (
        <ScrollX label={t('audit.findings')}>
          <table className="data compact findings">
            <thead>
              <tr>
                <th scope="col">{t('audit.item')}</th>
                <th scope="col">{t('audit.finding')}</th>
                <th scope="col">{t('audit.evidence')}</th>
                <th scope="col">{t('audit.suggestion')}</th>
              </tr>
            </thead>
            <tbody>
              {findings.map((finding) => {
                const { kind, id, evidence } = finding
                const text = evidenceText(evidence)
                return (
                  <tr key={`${kind} ${id} ${text}`}>
                    <th scope="row">{nameOf(id)}</th>
                    <td className="nowrap">{t(`audit.kind.${kind}`)}</td>
                    <td className="figure">{text}</td>
                    <td className="soft">{t(`audit.advice.${kind}`)}</td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </ScrollX>
      )}
    </section>
  )
}

function useEvidence(nameOf: (id: string) => string): (evidence: Evidence) => string {
  const { t } = useWords()
  return (evidence) => {
    switch (evidence.kind) {
      case 'share':
      case 'top':
      case 'bottom':
        return t(`audit.evidenceOf.${evidence.kind}`, { percent: percent(evidence.share, 0) })
      case 'separation':
        return t('audit.evidenceOf.separation', { points: score(evidence.points, 1) })
      case 'weight':
        return t('audit.evidenceOf.weight', {
          nominal: percent(evidence.nominal),
          effective: percent(evidence.effective).replace('-', '\u2212'),
        })
      case 'correlation':
        return t('audit.evidenceOf.correlation', { other: nameOf(evidence.other), r: score(evidence.r), n: evidence.n })
      case 'missing':
        return t('audit.evidenceOf.missing', { count: evidence.count, percent: percent(evidence.share, 0) })
      case 'shape':
        return t('audit.evidenceOf.shape', {
          skewness: plain(round(evidence.skewness)),
          kurtosis: plain(round(evidence.kurtosis)),
        })
      case 'pillar':
        return t('audit.evidenceOf.pillar', { within: score(evidence.within), across: score(evidence.across) })
      case 'none':
        return t('audit.evidenceOf.none')
    }
  }
}

const round = (value: number): number => Math.round(value * 100) / 100
