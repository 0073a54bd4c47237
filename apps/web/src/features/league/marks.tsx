import type { Catalogue, League, LeagueRow } from '@plumbline/api/contract'
import { screenedUnitLine } from '@plumbline/i18n'
import { withoutStop } from '../../shared/text.ts'
import { useWords } from '../../shared/use-language.ts'
import { reasonsOf, type Reason } from './reasons.ts'

/** What holds a row back: for an unranked row its sentence, for a ranked one a short word with the sentence behind it. */
export function Marks({
  row,
  league,
  catalogue,
}: {
  readonly row: LeagueRow
  readonly league: League
  readonly catalogue: Catalogue | undefined
}) {
  const { t, of, language } = useWords()
  const reasons = reasonsOf(row, catalogue)
  const byScore = league.grades.find((grade) => grade.id === row.gradeByScore)
  const sentence = (reason: Reason) =>
    reason.kind === 'basic'
      ? t('league.limitedByNote', { grade: byScore ? of(byScore) : t('common.none'), name: of(reason.text) })
      : withoutStop(of(reason.text))
  if (row.prepared?.screened) {
    const text = screenedUnitLine(row.prepared.screened, language)
    return (
      <span className="reason" title={text}>
        {text}
      </span>
    )
  }
  if (row.status !== 'graded') {
    const text = reasons
      .filter((reason) => reason.kind === 'veto' || reason.kind === 'entry')
      .map(sentence)
      .join(t('common.listSeparator'))
    return (
      <span className="reason" title={text}>
        {text}
      </span>
    )
  }
  return (
    <>
      {reasons.map((reason) => (
        <span key={reason.id} className="mark" title={sentence(reason)}>
          {t(reason.kind === 'basic' ? 'league.limitedBy' : 'league.cappedBy')}
          <span className="visually-hidden">{sentence(reason)}</span>
        </span>
      ))}
      <PreparedMarks prepared={row.prepared} />
    </>
  )
}

/** How many values were imputed or treated, a short word each with the sentence behind it. */
function PreparedMarks({ prepared }: Pick<LeagueRow, 'prepared'>) {
  const { t } = useWords()
  if (!prepared) return null
  return (['imputed', 'treated'] as const)
    .filter((mark) => prepared[mark] > 0)
    .map((mark) => {
      const count = prepared[mark]
      const note = t(`preparation.markNote.${mark}`, { count })
      return (
        <span key={mark} className="mark plain" title={note}>
          {t(`preparation.markCount.${mark}`, { count })}
          <span className="visually-hidden">{note}</span>
        </span>
      )
    })
}
