import { preparationLines } from '@plumbline/i18n'
import type { Trace, TraceIndicator, TraceNode } from '@plumbline/kernel'
import { plain } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

/** Words for marked values: imputed, treated, divided, left out. Never colour alone. */
export function PreparationMarks({ node }: { readonly node: TraceIndicator }) {
  const { t } = useWords()
  const { preparation } = node
  if (!preparation) return null
  const marks = (['screened', 'denominated', 'imputed', 'treated'] as const).filter((mark) => preparation[mark])
  return marks.map((mark) => (
    <span key={mark} className="tag">
      {t(`preparation.mark.${mark}`)}
    </span>
  ))
}

/** The steps from the reported value to the one that is normalised, with their numbers. */
export function PreparationSteps({ node, texts }: { readonly node: TraceIndicator; readonly texts: Texts }) {
  return useSteps(texts)(node).map((line) => (
    <p key={line} className="note">
      {line}
    </p>
  ))
}

/** Every value of this unit that was not scored as reported; prints with the profile. */
export function PreparationSection({ trace, texts }: { readonly trace: Trace; readonly texts: Texts }) {
  const { t, of } = useWords()
  const stepsOf = useSteps(texts)
  const rows = indicatorsIn(trace.root).flatMap((node) => {
    const lines = stepsOf(node)
    return lines.length > 0 ? [{ node, lines }] : []
  })
  if (rows.length === 0) return null
  return (
    <section className="preparation" aria-labelledby="preparation-title">
      <h2 id="preparation-title">{t('preparation.title')}</h2>
      <p className="soft">{t('preparation.lead')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('preparation.columns.indicator')}</th>
            <th scope="col" className="right">
              {t('preparation.columns.reported')}
            </th>
            <th scope="col">{t('preparation.columns.steps')}</th>
            <th scope="col" className="right">
              {t('preparation.columns.used')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ node, lines }) => {
            const text = texts.node(node.id)
            return (
              <tr key={node.id}>
                <th scope="row">{text ? of(text) : node.id}</th>
                <td className="right figure">{node.raw === null ? t(`chain.blank.${node.blank}`) : plain(node.raw)}</td>
                <td>
                  {lines.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </td>
                <td className="right figure">{plain(node.preparation?.value)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function useSteps(texts: Texts): (node: TraceIndicator) => readonly string[] {
  const { language, of } = useWords()
  const name = (id: string): string => {
    const text = texts.node(id) ?? texts.fact(id)
    return text ? of(text) : id
  }
  return ({ preparation }) => (preparation ? preparationLines(preparation, { language, name, plain }) : [])
}

const indicatorsIn = (node: TraceNode): readonly TraceIndicator[] =>
  node.kind === 'indicator' ? [node] : node.children.flatMap(indicatorsIn)
