import type { Comparison } from '@plumbline/api/contract'
import { score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

const FIVE = ['min', 'q1', 'median', 'q3', 'max'] as const

/** The same figures as text: five numbers for each sector and column. */
export function SummaryTables({ comparison }: { readonly comparison: Comparison }) {
  const { t, of } = useWords()
  return comparison.columns.map((column, index) => (
    <ScrollX key={column.id} label={t('compare.tableCaption', { column: of(column) })}>
      <table className="data compact">
        <caption>{t('compare.tableCaption', { column: of(column) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.sector')}</th>
            <th scope="col" className="right">
              {t('compare.size')}
            </th>
            {FIVE.map((name) => (
              <th key={name} scope="col" className="right">
                {t(`compare.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison.sectors.map((sector) => (
            <tr key={sector.round.id}>
              <th scope="row">{of(sector.round.title)}</th>
              <td className="right figure">{sector.size}</td>
              {FIVE.map((name, position) => (
                <td key={name} className={name === 'median' ? 'right figure strong' : 'right figure'}>
                  {score(sector.summaries[index]?.[position])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  ))
}
