import type { WorkbookTexts } from '@plumbline/i18n'
import type { IndicatorSpec, MissingPolicy, NormaliseSpec, Point, SampleNormaliseSpec } from '@plumbline/kernel'
import { absent, text, type NodeCells } from './node-cells.ts'

/** Score, value used and coverage of one indicator that needs no other unit. */
export function indicatorFormulas(
  spec: RowIndicator,
  policy: MissingPolicy,
  { cells, raw }: { readonly cells: NodeCells; readonly raw: string },
): { readonly score: string; readonly used: string; readonly coverage: string } {
  const none = text(cells.texts.words.notApplicable)
  const scored = rowScore(spec, raw, cells)
  return {
    score: `IF(${raw}="",${absent(policy, cells.texts)},IF(${raw}=${none},${none},${scored}))`,
    used: cells.node(spec.id, 'score'),
    coverage: `IF(${raw}=${none},"",IF(${raw}="",0,1))`,
  }
}

/** Yes as a person types it, or as a program stores it. */
export const isYes = (cell: string, { words }: WorkbookTexts): string =>
  `OR(${cell}=${text(words.yes)},${cell}=TRUE,${cell}=1)`

/** Value rules that read one unit alone. */
export type RowNormalise = Exclude<NormaliseSpec, SampleNormaliseSpec>
/** An indicator with such a rule. */
export type RowIndicator = IndicatorSpec & { readonly normalise: RowNormalise }

/** The score of a value that is there. A percentile takes its fallback: one unit alone is always fewer than the smallest group. */
export function rowScore(
  { id, normalise }: RowIndicator,
  raw: string,
  { texts, rule: ruleOf }: Pick<NodeCells, 'texts' | 'rule'>,
): string {
  const rule = (column: string): string => ruleOf(id, column)
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
        text(texts.words.noResult),
      )
    case 'boolean':
      return `IF(${isYes(raw, texts)},${rule('whenTrue')},${rule('whenFalse')})`
    case 'band': {
      const [low, from, to, high] = ['low', 'idealLow', 'idealHigh', 'high'].map(rule)
      return held(`MIN((${raw}-${low})/(${from}-${low}),(${high}-${raw})/(${high}-${to}))`)
    }
    case 'expert':
      return line(raw, rule('scaleLow'), rule('scaleHigh'))
    case 'percentile':
      return line(raw, rule('fallbackWorst'), rule('fallbackBest'))
  }
}

/** A share as a score, held at 0 and 100. */
export const held = (share: string): string => `100*MAX(0,MIN(1,${share}))`
/** A straight line between two values. */
export const line = (raw: string, worst: string, best: string): string => held(`(${raw}-${worst})/(${best}-${worst})`)

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
