import type { OverviewSector } from '@plumbline/api/contract'
import { Scale } from '../../charts/axis.tsx'
import { percent } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import {
  DotsLegend,
  GradesLegend,
  SectorDots,
  SectorGrades,
  SectorMedian,
  SectorName,
  SectorOthers,
  type SectorProps,
} from './sector-parts.tsx'

export function SectorTable({ sectors }: { readonly sectors: readonly OverviewSector[] }) {
  const { t } = useWords()
  return (
    <ScrollX label={t('common.overview')}>
      <table className="data overview">
        <thead>
          <tr>
            <th scope="col">{t('overview.sector')}</th>
            <th scope="col" className="col-dots">
              {t('overview.distribution')}
              <DotsLegend />
              <Scale />
            </th>
            <th scope="col" className="right">
              {t('overview.medianScore')}
            </th>
            <th scope="col" className="col-grades">
              {t('overview.grades')}
              <GradesLegend grades={sectors[0]?.grades ?? []} />
            </th>
            <th scope="col" className="right">
              {t('overview.vetoed')}
            </th>
            <th scope="col" className="right">
              {t('common.coverage')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sectors.map((sector) => (
            <SectorRow key={sector.round.id} sector={sector} />
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}

function SectorRow({ sector }: SectorProps) {
  return (
    <tr>
      <th scope="row">
        <SectorName sector={sector} />
      </th>
      <td>
        <SectorDots sector={sector} />
      </td>
      <td className="right">
        <SectorMedian sector={sector} />
      </td>
      <td>
        <SectorGrades sector={sector} />
      </td>
      <td className="right">
        <span className="figure">{sector.vetoed}</span>
        <SectorOthers sector={sector} />
      </td>
      <td className="right figure">{percent(sector.coverage)}</td>
    </tr>
  )
}
