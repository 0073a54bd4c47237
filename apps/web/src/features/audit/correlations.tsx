import { HeatMap } from '../../charts/heat-map.tsx'
import { score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import type { AuditProps } from './view.tsx'

/** Correlations within and across the pillars as figures, and all of them as a picture. */
export function CorrelationSection({ report, nameOf }: AuditProps) {
  const { t } = useWords()
  const { ids, r } = report.correlations
  const off = r.flatMap((row, y) => row.filter((value, x) => x < y && value !== null))
  const values = off.filter((value) => value !== null)
  return (
    <section aria-labelledby="correlations">
      <div className="section-head">
        <h2 id="correlations">{t('audit.correlations')}</h2>
        <span className="soft">{t('audit.correlationsLead')}</span>
      </div>
      <div className="audit-correlations">
        <ScrollX label={t('audit.correlations')}>
          <table className="data compact">
            <thead>
              <tr>
                <th scope="col">{t('audit.pillar')}</th>
                <th scope="col" className="right">
                  {t('audit.pillarPairs')}
                </th>
                <th scope="col" className="right">
                  {t('audit.within')}
                </th>
                <th scope="col" className="right">
                  {t('audit.across')}
                </th>
                <th scope="col" className="right">
                  {t('audit.negatives')}
                </th>
                <th scope="col">{t('audit.verdict')}</th>
              </tr>
            </thead>
            <tbody>
              {report.pillars.map(({ pillar, within, across, blurred }) => (
                <tr key={pillar}>
                  <th scope="row">{nameOf(pillar)}</th>
                  <td className="right figure">{within.pairs}</td>
                  <td className="right figure">{score(within.mean)}</td>
                  <td className="right figure">{score(across.mean)}</td>
                  <td className="right figure">{within.negative}</td>
                  <td className={blurred ? 'status-word' : 'soft'}>
                    {t(within.pairs === 0 ? 'audit.single' : blurred ? 'audit.blurred' : 'audit.coherent')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
        <figure className="heat-figure">
          <HeatMap
            cells={r}
            breaks={[]}
            names={ids.map(nameOf)}
            summary={t('audit.heatSummary', {
              count: ids.length,
              highest: score(values.length > 0 ? Math.max(...values) : null),
              lowest: score(values.length > 0 ? Math.min(...values) : null),
            })}
          />
          <figcaption className="note">
            {t('audit.heat')} · {t('audit.heatLegend')}
          </figcaption>
        </figure>
      </div>
    </section>
  )
}
