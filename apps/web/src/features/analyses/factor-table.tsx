import type { Catalogue, FactorIndex, SensitivityReport, PlainSpec } from '@plumbline/api/contract'
import { ShareInterval } from '../../charts/share-interval.tsx'
import { BETTER } from '../../shared/colours.ts'
import { score } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

export interface FactorTableProps {
  readonly report: SensitivityReport
  readonly spec: PlainSpec
  readonly catalogue: Catalogue | undefined
}

/** First and total Sobol index of every factor with their intervals, the weightiest first. */
export function FactorTable({ report, spec, catalogue }: FactorTableProps) {
  const { t, of } = useWords()
  const node = (id: string | undefined): string => {
    const found = catalogue?.nodes.find((each) => each.id === id)
    return found ? of(found) : (id ?? '')
  }
  const nameOf = ({ key }: FactorIndex): string => {
    const [part, index] = key.split('/')
    const entry =
      part === 'weights'
        ? spec.weights?.[Number(index)]
        : part === 'aggregation'
          ? spec.aggregation?.[Number(index)]
          : undefined
    const branches = entry?.branches
    if (branches === undefined || branches === 'all') return t('analyses.otherFactor', { key })
    const name = branches.map(node).join(t('common.listSeparator'))
    return part === 'weights' ? t('analyses.weightsOf', { name }) : t('analyses.aggregationOf', { name })
  }
  const factors = (report.factors ?? []).toSorted((a, b) => b.total - a.total)
  const [top] = factors
  return (
    <section aria-labelledby="factors">
      <div className="section-head">
        <h2 id="factors">{t('analyses.factors')}</h2>
        <span className="soft">{t('analyses.factorsLead')}</span>
      </div>
      {top ? (
        <p>{t('analyses.factorsSaid', { name: nameOf(top), total: score(top.total) })}</p>
      ) : (
        <p>{t('analyses.factorsNone')}</p>
      )}
      <MoreRows rows={factors} few={8}>
        {(shown) => (
          <ScrollX label={t('analyses.factors')}>
            <table className="data compact bars">
              <thead>
                <tr>
                  <th scope="col">{t('analyses.factor')}</th>
                  <th scope="col" className="col-bar">
                    <span className="legend">
                      <i className="swatch" style={{ background: BETTER }} aria-hidden="true" />
                      {t('analyses.first')}
                      <i className="swatch" style={{ background: BETTER, opacity: 0.36 }} aria-hidden="true" />
                      {t('analyses.total')} 0–1
                    </span>
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.first')}
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map((factor) => {
                  const { first, firstError, total, totalError } = factor
                  const name = nameOf(factor)
                  const figures = {
                    first: score(first),
                    firstError: score(firstError),
                    total: score(total),
                    totalError: score(totalError),
                  }
                  return (
                    <tr key={factor.key}>
                      <th scope="row">{name}</th>
                      <td className="middle">
                        <ShareInterval
                          {...{ first, firstError, total, totalError }}
                          summary={t('analyses.factorChart', { name, ...figures })}
                        />
                      </td>
                      <td className="right figure nowrap">
                        {figures.first} <span className="soft">±{figures.firstError}</span>
                      </td>
                      <td className="right figure nowrap">
                        {figures.total} <span className="soft">±{figures.totalError}</span>
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </ScrollX>
        )}
      </MoreRows>
    </section>
  )
}
