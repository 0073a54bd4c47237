import type { Catalogue, CatalogueGate } from '@plumbline/api/contract'
import { GradeMark } from '../../shared/grade-mark.tsx'
import { withoutStop } from '../../shared/text.ts'
import { ScrollX } from '../../shared/scroll-x.tsx'
import { useWords } from '../../shared/use-language.ts'

export function GateRules({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  if (catalogue.gates.length === 0) return null
  const groupsOf = ({ gate }: CatalogueGate) =>
    gate.groups === undefined
      ? t('standards.allGroups')
      : gate.groups
          .map((id) => catalogue.groups.find((group) => group.id === id))
          .flatMap((group) => (group ? of(group) : []))
          .join(t('common.listSeparator'))
  const effectOf = ({ gate }: CatalogueGate) => {
    const grade = catalogue.grades.find((each) => each.id === gate.maxGrade)
    return gate.kind === 'cap'
      ? t('standards.effectOf.cap', { grade: grade ? of(grade) : (gate.maxGrade ?? '') })
      : t(`standards.effectOf.${gate.kind}`)
  }
  return (
    <section aria-labelledby="gate-rules">
      <div className="section-head">
        <h2 id="gate-rules">{t('standards.gates')}</h2>
        <span className="soft">{t('standards.gatesLead')}</span>
      </div>
      <ScrollX label={t('standards.gates')}>
        <table className="data gates">
          <thead>
            <tr>
              <th scope="col">{t('profile.gateKind')}</th>
              <th scope="col">{t('profile.gateSentence')}</th>
              <th scope="col">{t('standards.effect')}</th>
              <th scope="col">{t('profile.lookback')}</th>
              <th scope="col">{t('standards.appliesTo')}</th>
            </tr>
          </thead>
          <tbody>
            {catalogue.gates.map((entry) => (
              <tr key={entry.gate.id}>
                <td className="nowrap">{t(`profile.kind.${entry.gate.kind}`)}</td>
                <td>{withoutStop(of(entry))}</td>
                <td>{effectOf(entry)}</td>
                <td className="nowrap">
                  {entry.gate.lookbackMonths === undefined
                    ? t('common.none')
                    : t('profile.lookbackMonths', { count: entry.gate.lookbackMonths })}
                </td>
                <td>{groupsOf(entry)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </section>
  )
}

export function GradeLines({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  return (
    <section aria-labelledby="grade-lines">
      <div className="section-head">
        <h2 id="grade-lines">{t('standards.grades')}</h2>
        <span className="soft">{t('standards.gradesLead')}</span>
      </div>
      <table className="data compact narrow-table">
        <thead>
          <tr>
            <th scope="col">{t('common.grade')}</th>
            <th scope="col" className="right">
              {t('standards.from')}
            </th>
            <th scope="col" className="right">
              {t('standards.basicLine')}
            </th>
          </tr>
        </thead>
        <tbody>
          {catalogue.grades
            .map((grade, index) => ({ grade, index }))
            .toReversed()
            .map(({ grade, index }) => (
              <tr key={grade.id}>
                <th scope="row">
                  <GradeMark label={of(grade)} index={index} count={catalogue.grades.length} />
                </th>
                <td className="right figure">{grade.min}</td>
                <td className="right figure">
                  {catalogue.basicRule.find((line) => line.grade === grade.id)?.min ?? t('common.none')}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}

export function Ladders({ catalogue }: { readonly catalogue: Catalogue }) {
  const { t, of } = useWords()
  const used = new Set(
    catalogue.nodes.flatMap((node) => (node.kind === 'indicator' && node.ladder ? [node.ladder] : [])),
  )
  const ladders = catalogue.ladders.filter((ladder) => used.has(ladder.id))
  if (ladders.length === 0) return null
  return (
    <section aria-labelledby="ladders">
      <h2 id="ladders">{t('standards.ladders')}</h2>
      <div className="ladders">
        {ladders.map((ladder) => (
          <div key={ladder.id}>
            <h3>{of(ladder)}</h3>
            <ol className="ladder">
              {ladder.steps.map((step) => (
                <li key={step.level}>
                  <span className="figure">{step.level}</span> {of(step)}
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  )
}
