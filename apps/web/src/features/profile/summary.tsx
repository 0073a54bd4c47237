import type { Catalogue, Profile } from '@plumbline/api/contract'
import type { Display } from '@plumbline/kernel'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { GradeScale } from '../../charts/grade-scale.tsx'
import { TrendLine } from '../../charts/trend-line.tsx'
import { published } from '../../shared/format.ts'
import { GradeMark } from '../../shared/grade-mark.tsx'
import { useWords } from '../../shared/use-language.ts'
import { ranksQuery } from '../analyses/query.ts'
import { Limits } from './limits.tsx'
import type { Texts } from './texts.ts'

export interface SummaryProps {
  readonly profile: Profile
  readonly catalogue: Catalogue
  readonly texts: Texts
}

/** The result at a glance: score, grade, places, what holds the grade, how far to the next, and the years before. */
export function ProfileSummary({ profile, catalogue, texts }: SummaryProps) {
  const { t, of } = useWords()
  const { trace, unit } = profile
  const { display, grades } = catalogue
  const group = texts.group(unit.group)
  const ranks = useQuery(ranksQuery(profile.round.id)).data
  const found = ranks?.units.find((each) => each.unit === unit.code)
  const interval = found && { low: found.low, high: found.high }
  const index = grades.findIndex((grade) => grade.id === trace.grading.grade)
  const grade = grades[index]
  return (
    <section className="profile-summary" aria-label={t('common.score')}>
      <div className="result">
        <dl className="headline">
          <div>
            <dt>{t('common.score')}</dt>
            <dd className="big figure">{published(trace.score, display)}</dd>
          </div>
          <div>
            <dt>{t('common.grade')}</dt>
            <dd className="big">
              {grade ? (
                <GradeMark label={of(grade)} index={index} count={grades.length} />
              ) : (
                <span className="status-word">{t(`common.statusOf.${trace.status}`)}</span>
              )}
            </dd>
          </div>
          <div>
            <dt>{t('common.rank')}</dt>
            <dd>
              {trace.rank ? t('profile.rankOf', trace.rank) : t('profile.notRanked')}
              {interval ? (
                <span className="soft block figure">
                  {t('analyses.interval')} {t('analyses.intervalOf', interval)}
                </span>
              ) : null}
              {trace.groupRank ? (
                <span className="soft block">
                  {t('profile.groupRankOf', { group: group ? of(group) : (unit.group ?? ''), ...trace.groupRank })}
                </span>
              ) : null}
            </dd>
          </div>
        </dl>
        <Limits trace={trace} texts={texts} catalogue={catalogue} />
        {trace.score === null ? null : (
          <GradeScale
            grades={grades.map((each) => ({ id: each.id, label: of(each), min: each.min }))}
            score={trace.score}
            summary={t('profile.gradeLinesSummary', {
              list: grades.map((each) => `${of(each)} ${published(each.min, display)}`).join(t('common.listSeparator')),
              score: published(trace.score, display),
            })}
          />
        )}
      </div>
      <Trend profile={profile} display={display} />
    </section>
  )
}

function Trend({ profile, display }: { readonly profile: Profile; readonly display: Display }) {
  const { t } = useWords()
  const { history, unit, round } = profile
  const points = history.map((point, index) => ({
    key: point.roundId,
    label: point.period,
    value: point.score,
    second: point.core,
    breakBefore: index > 0 && history[index - 1]?.version !== point.version,
  }))
  return (
    <div className="trend">
      <h2>{t('profile.trend')}</h2>
      {points.length < 2 ? (
        <p className="soft">{t('profile.trendOne')}</p>
      ) : (
        <>
          <p className="legend">
            <i className="line strong-line" aria-hidden="true" /> {t('profile.scoreLine')}{' '}
            <i className="line" aria-hidden="true" /> {t('profile.coreLine')}
            {points.some((point) => point.breakBefore) ? <span> ┄ {t('profile.versionChange')}</span> : null}
          </p>
          <TrendLine
            points={points}
            display={display}
            summary={t('profile.trendSummary', {
              name: unit.name,
              list: history
                .map((point) =>
                  t('profile.trendItem', { period: point.period, score: published(point.score, display) }),
                )
                .join(t('common.listSeparator')),
            })}
          />
          <p className="years">
            {history
              .filter((point) => point.roundId !== round.id)
              .map((point) => (
                <Link
                  key={point.roundId}
                  to="/rounds/$roundId/units/$unit"
                  params={{ roundId: point.roundId, unit: unit.code }}
                >
                  {t('profile.openYear', { period: point.period })}
                </Link>
              ))}
          </p>
        </>
      )}
    </div>
  )
}
