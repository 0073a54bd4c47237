import type { Catalogue, SensitivityReport, WeightFigures } from '@plumbline/api/contract'
import { score, weight as weightText } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

export interface WeightTableProps {
  readonly report: SensitivityReport
  readonly names: readonly string[]
  readonly catalogue: Catalogue | undefined
}

/** How near the nearest swap is; what never swaps comes last. */
const distance = ({ weight, swaps: [nearest] }: WeightFigures): number =>
  nearest ? Math.abs(nearest.critical - weight) : Infinity

/** What each weight does, those first whose change swaps two units soonest. */
export function WeightTable({ report, names, catalogue }: WeightTableProps) {
  const { t, of } = useWords()
  const nameOf = (id: string): string => {
    const node = catalogue?.nodes.find((each) => each.id === id)
    return node ? of(node) : id
  }
  const rows = report.weights.toSorted((a, b) => distance(a) - distance(b))
  return (
    <section aria-labelledby="weights">
      <div className="section-head">
        <h2 id="weights">{t('analyses.weights')}</h2>
        <span className="soft">{t('analyses.weightsLead', { top: report.top })}</span>
      </div>
      <MoreRows rows={rows} few={10}>
        {(shown) => (
          <ScrollX label={t('analyses.weights')}>
            <table className="data compact bars">
              <thead>
                <tr>
                  <th scope="col">{t('analyses.node')}</th>
                  <th scope="col" className="right">
                    {t('analyses.weight')}
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.less')}
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.more')}
                  </th>
                  <th scope="col">{t('analyses.nearest')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ node, weight, less, more, swaps: [nearest] }) => (
                  <tr key={node}>
                    <th scope="row">{nameOf(node)}</th>
                    <td className="right figure">{weightText(weight)}</td>
                    <td className="right figure">{score(less)}</td>
                    <td className="right figure">{score(more)}</td>
                    <td>
                      {nearest ? (
                        <>
                          {t('analyses.swapAt', {
                            weight: weightText(nearest.critical),
                            first: names[nearest.first] ?? '',
                            second: names[nearest.second] ?? '',
                          })}
                          {nearest.method === 'bisection' ? (
                            <span className="tag plain">{t('analyses.bisection')}</span>
                          ) : null}
                        </>
                      ) : (
                        <span className="soft">{t('analyses.noSwap')}</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
        )}
      </MoreRows>
    </section>
  )
}
