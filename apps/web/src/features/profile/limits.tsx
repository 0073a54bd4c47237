import type { Catalogue } from '@plumbline/api/contract'
import { screenedUnitLine } from '@plumbline/i18n'
import type { Trace } from '@plumbline/kernel'
import { Link } from '@tanstack/react-router'
import { published, score } from '../../shared/format.ts'
import { withoutStop } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

const PROFILE = '/rounds/$roundId/units/$unit'

export interface LimitsProps {
  readonly trace: Trace
  readonly texts: Texts
  readonly catalogue: Catalogue
}

/** In sentences: why there is no grade, or what holds it below the score, and what is missing to the next. */
export function Limits({ trace, texts, catalogue }: LimitsProps) {
  const { t, of, language } = useWords()
  const { grading } = trace
  const gradeName = (id: string | null) => {
    const text = texts.grade(id)
    return text ? of(text) : (id ?? t('common.none'))
  }
  const gateSentence = (id: string) => {
    const text = texts.gate(id)
    return withoutStop(text ? of(text) : id)
  }
  const stopping = trace.gates.filter(({ gate, outcome }) => outcome === 'fired' && gate.kind !== 'cap')
  if (trace.screened) return <p className="limit stop">{screenedUnitLine(trace.screened, language)}</p>
  if (trace.status === 'no-result') return <p className="limit">{t('profile.noResult')}</p>
  if (trace.status !== 'graded') {
    const key = trace.status === 'vetoed' ? 'profile.vetoed' : 'profile.notAdmitted'
    return (
      <div className="limit stop">
        {stopping.map(({ gate }) => (
          <p key={gate.id}>{t(key, { sentence: gateSentence(gate.id) })}</p>
        ))}
        {trace.status === 'vetoed' ? <p className="soft">{t('profile.vetoKept')}</p> : null}
      </div>
    )
  }
  const basic = grading.basicLimit
  const cap = grading.capLimit
  const limited = grading.grade !== grading.gradeByScore
  const basicName = basic ? texts.node(basic.indicator) : undefined
  return (
    <div className={limited ? 'limit stop' : 'limit'}>
      {limited ? <p>{t('profile.byScore', { grade: gradeName(grading.gradeByScore) })}</p> : null}
      {basic && basic.grade === grading.grade && limited ? (
        <p>
          {t('profile.basicLimit', {
            indicator: basicName ? of(basicName) : basic.indicator,
            score: score(basic.score, catalogue.digits),
            grade: gradeName(basic.grade),
            required: basic.required,
          })}{' '}
          <Link
            from={PROFILE}
            to="."
            search={(old) => ({ ...old, node: basic.indicator, open: undefined })}
            hash="chain"
          >
            {t('profile.seeChain')}
          </Link>
        </p>
      ) : null}
      {cap && cap.grade === grading.grade && limited ? (
        <p>{t('profile.capLimit', { sentence: gateSentence(cap.gate) })}</p>
      ) : null}
      {limited ? null : <p>{t('profile.byScoreSame')}</p>}
      {grading.toNext ? (
        <p className="soft">
          {t('profile.toNext', {
            grade: gradeName(grading.toNext.grade),
            points: published(grading.toNext.points, catalogue.display),
          })}
          {limited ? `${t('common.clauseSeparator')}${t('profile.toNextLimited')}` : ''}
        </p>
      ) : (
        <p className="soft">{t('profile.atTop')}</p>
      )}
    </div>
  )
}
