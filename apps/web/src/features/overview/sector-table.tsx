import type { OverviewSector } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { Scale } from '../../charts/axis.tsx'
import { DotStrip } from '../../charts/dot-strip.tsx'
import { GradeBar } from '../../charts/grade-bar.tsx'
import { SampleTag } from '../../frame/banner.tsx'
import { Change } from '../../shared/change.tsx'
import { gradeColour } from '../../shared/colours.ts'
import { percent, score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

export function SectorTable({ sectors }: { readonly sectors: readonly OverviewSector[] }) {
  const { t, of } = useWords()
  const grades = sectors[0]?.grades ?? []
  return (
    <ScrollX label={t('common.overview')}>
      <table className="data overview">
        <thead>
          <tr>
            <th scope="col">{t('overview.sector')}</th>
            <th scope="col" className="col-dots">
              {t('overview.distribution')}
              <span className="legend" aria-hidden="true">
                <i className="dot" /> {t('overview.legendGraded')} <i className="dot hollow" />{' '}
                {t('overview.legendVetoed')} <i className="tick" /> {t('overview.legendMedian')}
              </span>
              <Scale />
            </th>
            <th scope="col" className="right">
              {t('overview.medianScore')}
            </th>
            <th scope="col" className="col-grades">
              {t('overview.grades')}
              <span className="legend" aria-hidden="true">
                {grades.map((grade, index) => (
                  <span key={grade.id}>
                    <i className="swatch" style={{ background: gradeColour(index, grades.length) }} /> {of(grade)}
                  </span>
                ))}
              </span>
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

function SectorRow({ sector }: { readonly sector: OverviewSector }) {
  const { t, of } = useWords()
  const { round } = sector
  const title = of(round.title)
  const scores = sector.dots.map((dot) => dot.score)
  const gradeText = sector.grades.map((grade) => t('overview.gradeItem', { grade: of(grade), count: grade.count }))
  return (
    <tr>
      <th scope="row">
        <Link
          to="/rounds/$roundId"
          params={{ roundId: round.id }}
          className="sector-link"
          aria-label={t('overview.openLeague', { title })}
        >
          {title}
        </Link>
        <div className="soft">
          {round.plugin.version} <SampleTag example={round.example} />
        </div>
        <div className="soft">{t('overview.units', { count: round.units })}</div>
      </th>
      <td>
        <DotStrip
          dots={sector.dots.map((dot) => ({ ...dot, hollow: dot.status !== 'graded' }))}
          median={sector.median}
          quartiles={sector.quartiles}
          summary={t('overview.dotsSummary', {
            title,
            count: scores.length,
            min: scores.length > 0 ? score(Math.min(...scores)) : '—',
            median: score(sector.median),
            max: scores.length > 0 ? score(Math.max(...scores)) : '—',
            vetoed: sector.vetoed,
          })}
        />
      </td>
      <td className="right">
        <div className="figure strong">{score(sector.median)}</div>
        <MedianChange sector={sector} />
      </td>
      <td>
        <GradeBar
          label="count"
          grades={sector.grades.map((grade) => ({ id: grade.id, label: of(grade), count: grade.count }))}
          summary={t('overview.gradesSummary', { title, list: gradeText.join(t('common.listSeparator')) })}
        />
      </td>
      <td className="right">
        <span className="figure">{sector.vetoed}</span>
        {sector.notAdmitted + sector.noResult > 0 ? (
          <div className="soft small">
            {t('overview.others', { notAdmitted: sector.notAdmitted, noResult: sector.noResult })}
          </div>
        ) : null}
      </td>
      <td className="right figure">{percent(sector.coverage)}</td>
    </tr>
  )
}

/** Sectors stand on one axis here: all of them on 0 to 100. */
const WORKING = { digits: 2, full: 100 }

function MedianChange({ sector }: { readonly sector: OverviewSector }) {
  const { t } = useWords()
  const { previous, median } = sector
  if (!previous || previous.median === null || median === null)
    return <div className="soft small">{t('overview.noPrevious')}</div>
  return (
    <div className="small">
      <span className="soft">{t('overview.change')} </span>
      <Change value={median - previous.median} display={WORKING} />
      {previous.sameVersion ? null : (
        <div className="soft" title={t('overview.versionChangedNote')}>
          {t('overview.versionChanged')}
        </div>
      )}
    </div>
  )
}
