/** What a sector's row shows, wherever it stands: in the table, or in the list on a narrow screen. */
import type { OverviewSector } from '@plumbline/api/contract'
import { Link } from '@tanstack/react-router'
import { DotStrip } from '../../charts/dot-strip.tsx'
import { GradeBar } from '../../charts/grade-bar.tsx'
import { SampleTag } from '../../frame/banner.tsx'
import { Change } from '../../shared/change.tsx'
import { gradeColour } from '../../shared/colours.ts'
import { score } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'

export interface SectorProps {
  readonly sector: OverviewSector
}

export function SectorName({ sector }: SectorProps) {
  const { t, of } = useWords()
  const { round } = sector
  const title = of(round.title)
  return (
    <>
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
    </>
  )
}

export function SectorDots({ sector }: SectorProps) {
  const { t, of } = useWords()
  const scores = sector.dots.map((dot) => dot.score)
  return (
    <DotStrip
      dots={sector.dots.map((dot) => ({ ...dot, hollow: dot.status !== 'graded' }))}
      median={sector.median}
      quartiles={sector.quartiles}
      summary={t('overview.dotsSummary', {
        title: of(sector.round.title),
        count: scores.length,
        min: scores.length > 0 ? score(Math.min(...scores)) : '—',
        median: score(sector.median),
        max: scores.length > 0 ? score(Math.max(...scores)) : '—',
        vetoed: sector.vetoed,
      })}
    />
  )
}

export function SectorGrades({ sector }: SectorProps) {
  const { t, of } = useWords()
  const gradeText = sector.grades.map((grade) => t('overview.gradeItem', { grade: of(grade), count: grade.count }))
  return (
    <GradeBar
      label="count"
      grades={sector.grades.map((grade) => ({ id: grade.id, label: of(grade), count: grade.count }))}
      summary={t('overview.gradesSummary', {
        title: of(sector.round.title),
        list: gradeText.join(t('common.listSeparator')),
      })}
    />
  )
}

/** Sectors stand on one axis here: all of them on 0 to 100. */
const WORKING = { digits: 2, full: 100 }

export function SectorMedian({ sector }: SectorProps) {
  const { t } = useWords()
  const { previous, median } = sector
  return (
    <>
      <div className="figure strong">{score(median)}</div>
      {!previous || previous.median === null || median === null ? (
        <div className="soft small">{t('overview.noPrevious')}</div>
      ) : (
        <div className="small">
          <span className="soft">{t('overview.change')} </span>
          <Change value={median - previous.median} display={WORKING} />
          {previous.sameVersion ? null : (
            <div className="soft" title={t('overview.versionChangedNote')}>
              {t('overview.versionChanged')}
            </div>
          )}
        </div>
      )}
    </>
  )
}

/** Units that were refused or have no result, where there are any. */
export function SectorOthers({ sector: { notAdmitted, noResult } }: SectorProps) {
  const { t } = useWords()
  if (notAdmitted + noResult === 0) return null
  return <div className="soft small">{t('overview.others', { notAdmitted, noResult })}</div>
}

export function DotsLegend() {
  const { t } = useWords()
  return (
    <span className="legend" aria-hidden="true">
      <i className="dot" /> {t('overview.legendGraded')} <i className="dot hollow" /> {t('overview.legendVetoed')}{' '}
      <i className="tick" /> {t('overview.legendMedian')}
    </span>
  )
}

export function GradesLegend({ grades }: { readonly grades: OverviewSector['grades'] }) {
  const { of } = useWords()
  return (
    <span className="legend" aria-hidden="true">
      {grades.map((grade, index) => (
        <span key={grade.id}>
          <i className="swatch" style={{ background: gradeColour(index, grades.length) }} /> {of(grade)}
        </span>
      ))}
    </span>
  )
}
