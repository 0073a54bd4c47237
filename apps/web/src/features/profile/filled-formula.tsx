import { filledText } from '@plumbline/i18n'
import type { TraceFormula, TraceIndicator } from '@plumbline/kernel'
import { plain } from '../../shared/format.ts'
import { useWords } from '../../shared/use-language.ts'
import type { Texts } from './texts.ts'

/** A formula with the numbers put in, and the date and source of each parameter that it reads. */
export function FilledFormula({ formula, texts }: { readonly formula: TraceFormula; readonly texts: Texts }) {
  const { t, of } = useWords()
  const filled = filledText(formula, ({ id, value }) => {
    if (value === null) return t('profile.missing')
    const option = texts.input(id)?.options[value]
    if (option) return of(option)
    return texts.isBoolean(id) ? t(value === 1 ? 'common.yes' : 'common.no') : plain(value)
  })
  const params = new Map(formula.names.filter(({ kind }) => kind === 'param').map((name) => [name.id, name]))
  return (
    <>
      <span className="formula expression block">{filled}</span>
      {[...params.values()].map(({ id, value, since }) => {
        const param = texts.param(id)
        return param && since !== undefined ? (
          <span key={id} className="soft small block">
            {t('chain.paramAt', { name: of(param), value: plain(value), since, source: of(param.source) })}
          </span>
        ) : null
      })}
    </>
  )
}

/** How an indicator's raw value was worked out, and what its rule of not applicable came to. */
export function ValueFormulas({ node, texts }: { readonly node: TraceIndicator; readonly texts: Texts }) {
  const { t } = useWords()
  const { formula, notApplicable } = node
  const answer = { 0: 'no', 1: 'yes' } as const
  return (
    <>
      {formula ? (
        <div className="value-formula">
          <p className="soft small">{t('chain.byFormula', { text: formula.text })}</p>
          <FilledFormula formula={formula} texts={texts} />
        </div>
      ) : null}
      {notApplicable ? (
        <p className="soft small">
          {t('chain.notApplicableRule', {
            text: notApplicable.text,
            answer: t(`chain.ruleAnswer.${answer[notApplicable.value === 1 ? 1 : 0]}`),
          })}
        </p>
      ) : null}
    </>
  )
}
