import { suggest, type ManifestIndicator } from '@plumbline/plugin-api'
import { problem, type Problem } from '../read/problem.ts'
import { inputsOf, ownInputs } from '../resolve/inputs.ts'
import type { CheckContext } from './context.ts'
import { isIndicator, placedNodes } from './walk.ts'

/** Inputs that nothing reads or nobody has, ranges and options that allow nothing, values for types that have none. */
export function checkInputs({ manifest, uses, files, incomplete, lost }: CheckContext): readonly Problem[] {
  const indicators = placedNodes(manifest).filter(isIndicator)
  const known = inputsOf(manifest, uses).map(({ id }) => id)
  const whole = !incomplete && !lost.has('inputs') && !lost.has('subject')
  const defined = [
    ...manifest.subject.map((input, index) => ({ input, path: ['subject', index] })),
    ...manifest.inputs.map((input, index) => ({ input, path: ['inputs', index] })),
    ...indicators.flatMap(({ node, path }) =>
      ownInputs(node).map((input) => ({ input, path: [...path, 'inputs', node.inputs.indexOf(input)] })),
    ),
  ]
  return [
    ...defined.flatMap(({ input, path }) => {
      if (input.type === 'choice') {
        const ids = input.options.flatMap((option) => [...new Set([option.id, option.zh, option.en])])
        const twice = ids.find((id, index) => ids.indexOf(id) < index)
        return twice === undefined ? [] : [problem([...path, 'options'], 'PLUGIN_OPTION_TWICE', { name: twice })]
      }
      if (input.type === 'boolean' || (input.min ?? -Infinity) <= (input.max ?? Infinity)) return []
      return [problem([...path, 'min'], 'PLUGIN_INPUT_RANGE', { min: input.min ?? 0, max: input.max ?? 0 })]
    }),
    ...indicators.flatMap(({ node, path }) => [
      ...node.inputs.flatMap((input, index) =>
        typeof input !== 'string' || known.includes(input) || !whole
          ? []
          : [
              problem([...path, 'inputs', index], 'PLUGIN_INPUT_UNKNOWN', {
                name: input,
                suggestions: suggest(input, known),
              }),
            ],
      ),
      ...(node.inputs.length > 0 && (node.value ?? node.code) === undefined
        ? [{ ...problem([...path, 'inputs'], 'PLUGIN_INPUTS_WITHOUT_VALUE'), aim: 'key' as const }]
        : []),
      ...programProblems(node, files).map((code) => ({
        ...problem([...path, 'code'], code, { path: node.code ?? '' }),
        aim: 'key' as const,
      })),
      ...(node.value !== undefined && node.type === 'expert'
        ? [{ ...problem([...path, 'value'], 'PLUGIN_VALUE_FOR_EXPERT'), aim: 'key' as const }]
        : []),
    ]),
    ...manifest.params.flatMap(({ values }, index) =>
      Object.keys(values)
        .filter((date) => !isDate(date))
        .map((date) => problem(['params', index, 'values', date], 'PLUGIN_DATE', { date })),
    ),
  ]
}

/** What is wrong with an indicator's program, before it has ever run. */
function programProblems(
  { code, value, type, inputs }: ManifestIndicator,
  files: readonly string[],
): readonly string[] {
  if (code === undefined) return []
  return [
    ...(files.includes(code) ? [] : ['PLUGIN_CODE_FILE']),
    ...(value === undefined ? [] : ['PLUGIN_CODE_AND_VALUE']),
    ...(inputs.length > 0 ? [] : ['PLUGIN_CODE_WITHOUT_INPUTS']),
    ...(type === 'expert' ? ['PLUGIN_CODE_FOR_EXPERT'] : []),
  ]
}

/** A day that the calendar has. */
function isDate(date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const february = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return day <= ([31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0)
}
