import type { OverviewSector } from '@plumbline/api/contract'
import { Scale } from '../../charts/axis.tsx'
import { percent } from '../../shared/format.ts'
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

/** The sectors one below the other, for a screen on which the table would have to be scrolled sideways. */
export function SectorList({ sectors }: { readonly sectors: readonly OverviewSector[] }) {
  const { t } = useWords()
  return (
    <>
      <div className="sector-key small soft">
        <div>
          {t('overview.distribution')} <DotsLegend />
        </div>
        <div>
          {t('overview.grades')} <GradesLegend grades={sectors[0]?.grades ?? []} />
        </div>
      </div>
      <ul className="sector-list">
        {sectors.map((sector) => (
          <SectorItem key={sector.round.id} sector={sector} />
        ))}
      </ul>
    </>
  )
}

function SectorItem({ sector }: SectorProps) {
  const { t } = useWords()
  return (
    <li>
      <div className="sector-head">
        <div>
          <SectorName sector={sector} />
        </div>
        <div className="right">
          <span className="soft small">{t('overview.medianScore')}</span>
          <SectorMedian sector={sector} />
        </div>
      </div>
      <div className="sector-dots">
        <SectorDots sector={sector} />
        <Scale />
      </div>
      <SectorGrades sector={sector} />
      <div className="soft small">
        {t('overview.vetoed')} {sector.vetoed} · {t('common.coverage')} {percent(sector.coverage)}
      </div>
      <SectorOthers sector={sector} />
    </li>
  )
}
