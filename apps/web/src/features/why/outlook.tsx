import type { Standing } from '@plumbline/api/contract'
import { published, score } from '../../shared/format.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'
import type { StandingProps } from './standing.tsx'

/** Score and grade while cells are missing, and which to fill in first. Nothing where all is there. */
export function Outlook({
  outlook,
  display,
  nameOf,
  gradeOf,
  gateOf,
}: { readonly outlook: Standing['outlook'] } & StandingProps) {
  const { t } = useWords()
  const { questions, score: range, grades, settled, openGates } = outlook
  const [next] = questions
  const count = questions.length
  if (!next) return null
  return (
    <section aria-labelledby="outlook">
      <div className="section-head">
        <h2 id="outlook">{t('why.outlook')}</h2>
      </div>
      <div className="basis">
        <p>
          {range
            ? t('why.outlookLead', { count, low: published(range[0], display), high: published(range[1], display) })
            : t('why.outlookNoScore', { count })}{' '}
          {settled
            ? grades[0] === null
              ? t('why.outlookNone')
              : t('why.outlookSettled', { grade: gradeOf(grades[0]) })
            : t('why.outlookGrades', { low: gradeOf(grades[0]), high: gradeOf(grades[1]) })}
        </p>
        {openGates.length > 0 ? (
          <p>{t('why.outlookGates', { list: openGates.map(gateOf).join(t('common.listSeparator')) })}</p>
        ) : null}
        <p>
          <strong>{t('why.nextQuestion', { name: nameOf(next.id) })}</strong>
          <br />
          {t('why.nextQuestionWhy', { grades: score(next.gradesAfter, 1), width: published(next.widthAfter, display) })}
        </p>
      </div>
      {count > 1 ? (
        <ScrollX label={t('why.questions')}>
          <table className="data compact narrow-table">
            <caption>{t('why.questions')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('why.questionItem')}</th>
                <th scope="col" className="right">
                  {t('why.gradesAfter')}
                </th>
                <th scope="col" className="right">
                  {t('why.widthAfter')}
                </th>
              </tr>
            </thead>
            <tbody>
              {questions.map(({ id, gradesAfter, widthAfter }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(id)}</th>
                  <td className="right figure">{score(gradesAfter, 1)}</td>
                  <td className="right figure">{published(widthAfter, display)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      ) : null}
    </section>
  )
}
