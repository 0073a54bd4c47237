import { filledText, fillText, uiMessages } from '@plumbline/i18n'
import type { TraceFormula, TraceIndicator } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { plain } from './plain.ts'
import { saying, type Reader } from './score-table.ts'

/** The formula or program behind a raw value, with the numbers it got and their dates; the rule of not applicable. */
export function formulaLines(
  { formula, code, notApplicable }: TraceIndicator,
  catalogue: Catalogue,
  reader: Reader,
): readonly string[] {
  const { score: texts } = reader.texts
  const answer = (value: number | null): string =>
    value === null ? texts.answer.unknown : value === 1 ? texts.answer.yes : texts.answer.no
  const nameOf = (id: string): string => {
    const input = catalogue.inputs.find((one) => one.id === id)
    return input ? saying(reader.language)(input) : id
  }
  return [
    ...(formula
      ? [
          fillText(texts.traceFormula, { text: formula.text }),
          fillText(texts.traceFilled, { filled: filledFormula(formula, catalogue, reader) }),
          ...paramLines(formula, catalogue, reader),
        ]
      : []),
    ...(code
      ? [
          fillText(texts.traceCode, { file: code.file }),
          ...code.inputs.map(({ id, value }) =>
            fillText(texts.traceInput, {
              name: nameOf(id),
              value: value === null ? reader.texts.common.none : plain(value),
            }),
          ),
        ]
      : []),
    ...(notApplicable
      ? [fillText(texts.traceRule, { text: notApplicable.text, answer: answer(notApplicable.value) })]
      : []),
  ]
}

/** A formula with the numbers put in; a choice is shown as the words of its option, yes and no as words. */
export function filledFormula(formula: TraceFormula, catalogue: Catalogue, { language, texts }: Reader): string {
  const words = uiMessages[language].common
  return filledText(formula, ({ id, value }) => {
    if (value === null) return texts.common.none
    const option = catalogue.inputs.find((input) => input.id === id)?.options[value]
    if (option) return saying(language)(option)
    return isBoolean(catalogue, id) ? words[value === 1 ? 'yes' : 'no'] : plain(value)
  })
}

function isBoolean({ inputs, facts, nodes }: Catalogue, id: string): boolean {
  const indicators = nodes.filter((node) => node.kind === 'indicator')
  return [...inputs, ...facts, ...indicators].some((item) => item.id === id && item.type === 'boolean')
}

function paramLines({ names }: TraceFormula, catalogue: Catalogue, { language, texts }: Reader): readonly string[] {
  const say = saying(language)
  const read = new Map(names.filter(({ kind }) => kind === 'param').map((name) => [name.id, name]))
  return [...read.values()].flatMap(({ id, value, since }) => {
    const param = catalogue.params.find((one) => one.id === id)
    if (!param || value === null || since === undefined) return []
    const places = { name: say(param), value: plain(value, 9), since, source: say(param.source) }
    return [fillText(texts.score.traceParam, places)]
  })
}
