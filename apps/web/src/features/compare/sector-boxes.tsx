import type { ComparedSector, Comparison } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { Scale } from '../../charts/axis.tsx'
import { FiveNumber } from '../../charts/five-number.tsx'
import { SampleTag } from '../../frame/banner.tsx'
import { score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

/** A row a sector: dots and quartile box on the node, a small box for each of its parts. */
export function SectorBoxes({ comparison }: { readonly comparison: Comparison }) {
  const { t, of } = useWords()
  return (
    <>
      <p className="legend">{t('compare.boxLegend')}</p>
      <ScrollX label={t('compare.distribution')}>
        <table className="data boxes">
          <thead>
            <tr>
              <th scope="col">{t('compare.sector')}</th>
              {comparison.columns.map((column, index) => (
                <th key={column.id} scope="col" className={index === 0 ? 'col-main' : 'col-part'}>
                  {of(column)}
                  {index === 0 ? (
                    <div className="box-main">
                      <Scale />
                      <span />
                    </div>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.sectors.map((sector) => (
              <tr key={sector.round.id}>
                <th scope="row">
                  <Link to="/rounds/$roundId" params={{ roundId: sector.round.id }} className="sector-link">
                    {of(sector.round.title)}
                  </Link>
                  <div className="soft">
                    {t('compare.units', { count: sector.size })} <SampleTag example={sector.round.example} />
                  </div>
                </th>
                {comparison.columns.map((column, index) => (
                  <td key={column.id}>
                    <Box sector={sector} column={of(column)} index={index} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </>
  )
}

function Box({
  sector,
  column,
  index,
}: {
  readonly sector: ComparedSector
  readonly column: string
  readonly index: number
}) {
  const { t, of } = useWords()
  const five = sector.summaries[index]
  if (!five) return <span className="soft">{t('compare.tooSmall')}</span>
  const [min, q1, median, q3, max] = five
  return (
    <div className={index === 0 ? 'box-main' : 'box-part'}>
      <FiveNumber
        five={five}
        dots={index === 0 ? sector.dots : []}
        size={index === 0 ? 'wide' : 'small'}
        summary={t('compare.boxSummary', {
          sector: of(sector.round.title),
          column,
          min: score(min),
          q1: score(q1),
          median: score(median),
          q3: score(q3),
          max: score(max),
        })}
      />
      <span className="figure strong right-text">{score(median)}</span>
    </div>
  )
}
