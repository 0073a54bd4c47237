import type { EffectiveWeight } from '@plumbline/api/contract'
import { TwoWeights } from '../../charts/two-weights.tsx'
import { percent } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import type { AuditProps } from './view.tsx'

/** Nominal against effective weights: of the pillars, and of the indicators. */
export function WeightSection({ report, nameOf }: AuditProps) {
  const { t } = useWords()
  const { pillars, indicators } = report.weights
  return (
    <section aria-labelledby="weights">
      <div className="section-head">
        <h2 id="weights">{t('audit.weights')}</h2>
        <span className="soft">{t('audit.weightsLead')}</span>
      </div>
      {pillars.length === 0 && indicators.length === 0 ? <p>{t('audit.weightsNone')}</p> : null}
      {pillars.length > 0 ? <Weights label={t('audit.pillar')} parts={pillars} nameOf={nameOf} /> : null}
      {indicators.length > 0 ? (
        <MoreRows rows={byDistance(indicators)} few={12}>
          {(shown) => <Weights label={t('audit.indicatorsWeights')} parts={shown} nameOf={nameOf} />}
        </MoreRows>
      ) : null}
    </section>
  )
}

/** Those whose weight says least of what they do come first. */
const byDistance = (parts: readonly EffectiveWeight[]): readonly EffectiveWeight[] => {
  const off = ({ nominal, covarianceShare }: EffectiveWeight): number => Math.abs(covarianceShare - nominal)
  return parts.toSorted((a, b) => off(b) - off(a))
}

interface WeightsProps {
  readonly label: string
  readonly parts: readonly EffectiveWeight[]
  readonly nameOf: (id: string) => string
}

function Weights({ label, parts, nameOf }: WeightsProps) {
  const { t } = useWords()
  const most = Math.max(...parts.flatMap(({ nominal, covarianceShare }) => [nominal, covarianceShare]))
  const minus = (text: string): string => text.replace('-', '\u2212')
  return (
    <ScrollX label={label}>
      <table className="data compact bars">
        <thead>
          <tr>
            <th scope="col">{label}</th>
            <th scope="col" className="col-bar">
              <span className="legend">
                <i className="line" aria-hidden="true" /> {t('audit.nominal')}{' '}
                <i className="line strong-line" aria-hidden="true" /> {t('audit.effective')}
              </span>
            </th>
            <th scope="col" className="right">
              {t('audit.nominal')}
            </th>
            <th scope="col" className="right">
              {t('audit.effective')}
            </th>
            <th scope="col">{t('audit.flags')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ id, nominal, covarianceShare, flag }) => {
            const name = nameOf(id)
            const figures = { nominal: percent(nominal), effective: minus(percent(covarianceShare)) }
            return (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td className="middle">
                  <TwoWeights
                    nominal={nominal}
                    effective={covarianceShare}
                    most={most}
                    summary={t('audit.weightChart', { name, ...figures })}
                  />
                </td>
                <td className="right figure">{figures.nominal}</td>
                <td className="right figure">{figures.effective}</td>
                <td className="nowrap">
                  {flag === null ? null : (
                    <span className="mark">{t(`audit.kind.${flag === 'reversed' ? 'against' : flag}`)}</span>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollX>
  )
}
