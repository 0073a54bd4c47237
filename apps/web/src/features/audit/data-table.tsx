import { plain, percent, score } from '../../shared/format.ts'
import { MoreRows } from '../../shared/more-rows.tsx'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import type { AuditProps } from './view.tsx'

const FLAGS = ['allMissing', 'lowAvailability', 'constant', 'outliers'] as const

const FEW = 12

/** What the raw values of each indicator look like; those with a flag first. */
export function DataSection({ report, nameOf }: AuditProps) {
  const { t } = useWords()
  const told = new Map(report.discrimination.map((each) => [each.id, each]))
  const rows = report.descriptions
    .map((each) => ({
      ...each,
      marks: FLAGS.filter((flag) => each.flags.includes(flag)),
      separation: told.get(each.id)?.separation ?? null,
    }))
    .toSorted((a, b) => b.marks.length - a.marks.length)
  return (
    <section aria-labelledby="descriptives">
      <div className="section-head">
        <h2 id="descriptives">{t('audit.descriptives')}</h2>
        <span className="soft">{t('audit.descriptivesLead')}</span>
      </div>
      <MoreRows rows={rows} few={FEW}>
        {(shown) => (
          <ScrollX label={t('audit.descriptives')}>
            <table className="data compact described">
              <thead>
                <tr>
                  <th scope="col">{t('audit.item')}</th>
                  {(['available', 'min', 'median', 'max', 'deviation', 'skewness', 'separation'] as const).map(
                    (key) => (
                      <th key={key} scope="col" className="right">
                        {t(`audit.${key}`)}
                      </th>
                    ),
                  )}
                  <th scope="col">{t('audit.flags')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{nameOf(row.id)}</th>
                    <td className="right figure nowrap">
                      {row.available} <span className="soft">{percent(row.availability, 0)}</span>
                    </td>
                    <td className="right figure">{plain(row.min)}</td>
                    <td className="right figure">{plain(row.median)}</td>
                    <td className="right figure">{plain(row.max)}</td>
                    <td className="right figure">{score(row.standardDeviation)}</td>
                    <td className="right figure">{score(row.skewness)}</td>
                    <td className="right figure">{score(row.separation)}</td>
                    <td className="nowrap">
                      {row.marks.map((flag) => (
                        <span key={flag} className="mark">
                          {t(`audit.kind.${flag}`)}
                        </span>
                      ))}
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
