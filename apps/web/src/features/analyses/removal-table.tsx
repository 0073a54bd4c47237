import type { Catalogue, SensitivityReport } from '@plumbline/api/contract'
import { SpanBar } from '../../charts/span-bar.tsx'
import { score } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** What the ranking does when an indicator is left out, the weightiest first. */
export function RemovalTable({
  report,
  catalogue,
}: {
  readonly report: SensitivityReport
  readonly catalogue: Catalogue | undefined
}) {
  const { t, of } = useWords()
  const nameOf = (id: string): string => {
    const node = catalogue?.nodes.find((each) => each.id === id)
    return node ? of(node) : id
  }
  const rows = report.removals.toSorted((a, b) => b.meanShift - a.meanShift || b.largestShift - a.largestShift)
  const most = rows[0]?.meanShift ?? 0
  return (
    <section aria-labelledby="removals">
      <div className="section-head">
        <h2 id="removals">{t('analyses.removals')}</h2>
        <span className="soft">{t('analyses.removalsLead')}</span>
      </div>
      <MoreRows rows={rows} few={10}>
        {(shown) => (
          <ScrollX label={t('analyses.removals')}>
            <table className="data compact bars">
              <thead>
                <tr>
                  <th scope="col">{t('analyses.indicator')}</th>
                  <th scope="col" className="col-bar">
                    0–{score(most)}
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.meanShift')}
                  </th>
                  <th scope="col" className="right">
                    {t('analyses.largestShift')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ indicator, meanShift, largestShift }) => {
                  const name = nameOf(indicator)
                  const mean = score(meanShift)
                  return (
                    <tr key={indicator}>
                      <th scope="row">{name}</th>
                      <td className="middle">
                        <SpanBar
                          from={0}
                          to={meanShift}
                          scale={[0, most || 1]}
                          summary={t('analyses.shiftChart', { name, mean, largest: largestShift })}
                        />
                      </td>
                      <td className="right figure">{mean}</td>
                      <td className="right figure">{largestShift}</td>
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
