import type { IndicatorSpec, Point } from '@plumbline/kernel'
import { absent, nodeCell, ruleCell, text, type CellFormula, type TrialContext } from './trial.ts'
import type { MissingPolicy } from '@plumbline/kernel'

/** Score, value used and coverage of one indicator. */
export function indicatorFormulas(
  spec: IndicatorSpec,
  policy: MissingPolicy,
  context: TrialContext,
): readonly CellFormula[] {
  const { words } = context.texts
  const raw = nodeCell(context, spec.id, 'trial')
  const none = text(words.notApplicable)
  const row = context.rowOf('node', spec.id)
  const scored = normalised(spec, raw, context) ?? text(words.outside)
  const cell = (column: string, formula: string): CellFormula => ({ sheet: 'tree', row, column, formula })
  return [
    cell('score', `IF(${raw}="",${absent(policy, context.texts)},IF(${raw}=${none},${none},${scored}))`),
    cell('used', nodeCell(context, spec.id, 'score')),
    cell('coverage', `IF(${raw}=${none},"",IF(${raw}="",0,1))`),
  ]
}

/** Yes as a person types it, or as a program stores it. */
export const isYes = (cell: string, { texts }: TrialContext): string =>
  `OR(${cell}=${text(texts.words.yes)},${cell}=TRUE,${cell}=1)`

/** null for a method that needs other units, or that a sheet cannot work out. */
function normalised({ id, normalise }: IndicatorSpec, raw: string, context: TrialContext): string | null {
  const rule = (column: string): string => ruleCell(context, id, column)
  const [worst, best, offset] = [rule('worst'), rule('best'), `N(${rule('offset')})`]
  switch (normalise.method) {
    case 'goalposts':
      return line(raw, worst, best)
    case 'goalposts-log':
      return `IF(${raw}+${offset}<=0,IF(${best}>${worst},0,100),${held(
        `(LN(${raw}+${offset})-LN(${worst}+${offset}))/(LN(${best}+${offset})-LN(${worst}+${offset}))`,
      )})`
    case 'piecewise':
      return pieces(raw, normalise.points, rule)
    case 'level-map':
      return normalise.points.reduceRight(
        (rest, _, index) => `IF(${raw}=${rule(`point.${index + 1}`)},${rule(`pointScore.${index + 1}`)},${rest})`,
        text(context.texts.words.noResult),
      )
    case 'boolean':
      return `IF(${isYes(raw, context)},${rule('whenTrue')},${rule('whenFalse')})`
    case 'band': {
      const [low, from, to, high] = ['low', 'idealLow', 'idealHigh', 'high'].map(rule)
      return held(`MIN((${raw}-${low})/(${from}-${low}),(${high}-${raw})/(${high}-${to}))`)
    }
    case 'expert':
      return line(raw, rule('scaleLow'), rule('scaleHigh'))
    case 'percentile':
      // One unit alone is always fewer than the smallest group.
      return line(raw, rule('fallbackWorst'), rule('fallbackBest'))
    default:
      return null
  }
}

const held = (share: string): string => `100*MAX(0,MIN(1,${share}))`
const line = (raw: string, worst: string, best: string): string => held(`(${raw}-${worst})/(${best}-${worst})`)

function pieces(raw: string, points: readonly Point[], rule: (column: string) => string): string {
  const x = (index: number): string => rule(`point.${index + 1}`)
  const y = (index: number): string => rule(`pointScore.${index + 1}`)
  return points.reduceRight(
    (rest, _, index) => {
      const score =
        index === 0
          ? y(0)
          : `${y(index - 1)}+(${raw}-${x(index - 1)})/(${x(index)}-${x(index - 1)})*(${y(index)}-${y(index - 1)})`
      return `IF(${raw}<=${x(index)},${score},${rest})`
    },
    y(points.length - 1),
  )
}
