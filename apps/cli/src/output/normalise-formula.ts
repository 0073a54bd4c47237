/** How an indicator's raw value became its score, with the numbers in the formula. */
import { fillText, sampleFormula, type UiMessages } from '@plumbline/i18n'
import type { NormaliseSpec, TraceIndicator } from '@plumbline/kernel'
import { plain } from './plain.ts'

type Words = Formula<UiMessages['formula']>
type Formula<T> = { readonly [K in keyof T]: T[K] extends string ? string : Formula<T[K]> }

export function normaliseFormula(node: TraceIndicator, { formula }: { readonly formula: Words }): string {
  const { score, held } = node
  const raw = node.preparation ? node.preparation.value : node.raw
  if (raw === null || score === null) return ''
  const result = `= ${plain(score)}`
  if (held === 1) return `${formula.heldHigh} ${result}`
  if (held === -1) return `${formula.heldLow} ${result}`
  return `${inside(node.preparation?.normalise ?? node.normalise, { raw, node, formula })} ${result}`
}

interface Given {
  readonly raw: number
  readonly node: TraceIndicator
  readonly formula: Words
}

function inside(spec: NormaliseSpec, given: Given): string {
  const { raw, node, formula } = given
  const { detail } = node
  switch (spec.method) {
    case 'goalposts':
      return share(raw, spec.worst, spec.best)
    case 'goalposts-log': {
      const log = (value: number): string => `ln(${plain(value)} + ${plain(spec.offset)})`
      return `100 × (${log(raw)} − ${log(spec.worst)}) ÷ (${log(spec.best)} − ${log(spec.worst)})`
    }
    case 'piecewise':
      return segment(raw, node)
    case 'level-map':
      return fillText(formula.levelPoint, { level: plain(raw), score: plain(node.score ?? 0) })
    case 'boolean':
      return fillText(raw === 0 ? formula.falseIs : formula.trueIs, { score: plain(node.score ?? 0) })
    case 'band':
      return band(raw, spec, formula)
    case 'expert': {
      const ratings =
        detail.kind === 'panel' && detail.ratings.length > 0
          ? `${detail.ratings.map((one) => plain(one)).join(', ')} → `
          : ''
      return `${ratings}${formula.panelResult} ${plain(raw)}; ${share(raw, spec.scale[0], spec.scale[1])}`
    }
    case 'percentile':
      if (detail.kind !== 'peers' || detail.usedFallback) {
        return `${fillText(formula.fallback, { min: spec.minGroup })}; ${share(raw, spec.fallback.worst, spec.fallback.best)}`
      }
      return `100 × (${plain(detail.rank)} − 1) ÷ (${detail.size} − 1)`
    default:
      if (detail.kind !== 'sample') return ''
      return detail.minimum === detail.maximum && spec.constant === node.score
        ? formula.sampleConstant
        : sampleFormula(spec, { value: raw, detail, plain: (value) => plain(value ?? Number.NaN) })
  }
}

const share = (raw: number, worst: number, best: number): string =>
  `100 × (${plain(raw)} − ${signed(worst)}) ÷ (${plain(best)} − ${signed(worst)})`

const signed = (value: number): string => (value < 0 ? `(${plain(value)})` : plain(value))

function segment(raw: number, { detail }: TraceIndicator): string {
  if (detail.kind !== 'segment') return ''
  const [[x0, y0], [x1, y1]] = [detail.from, detail.to]
  if (x0 === x1) return `${plain(raw)} → ${plain(y0)}`
  return `${plain(y0)} + (${plain(y1)} − ${plain(y0)}) × (${plain(raw)} − ${signed(x0)}) ÷ (${plain(x1)} − ${signed(x0)})`
}

function band(raw: number, spec: Extract<NormaliseSpec, { method: 'band' }>, formula: Words): string {
  const [low, high] = spec.ideal
  if (raw < low) return share(raw, spec.low, low)
  if (raw > high) return `100 × (${plain(spec.high)} − ${plain(raw)}) ÷ (${plain(spec.high)} − ${plain(high)})`
  return fillText(formula.inside, { low: plain(low), high: plain(high) })
}
