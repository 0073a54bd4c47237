import { aggregateExpression } from '@plumbline/i18n'
import type {
  AggregateSpec,
  GoalpostsSpec,
  NormaliseSpec,
  TraceBranch,
  TraceIndicator,
  TraceNode,
} from '@plumbline/kernel'
import { plain, score as scoreText, weight as weightText } from '../../shared/format.ts'
import { panelResult, panelSteps } from './formula-panel.ts'
import { sampleSteps } from './formula-sample.ts'
import type { FormulaStep } from './formula-step.ts'

/**
 * The sum behind an indicator's score, with its numbers, as a reader would write it down. Empty where there is no value.
 *
 * @example
 * // raw 67.8 between goalposts 30 and 90
 * normaliseSteps(indicator)[0] // { expression: '(67.8 − 30) ÷ (90 − 30) × 100', result: 63 }
 */
export function normaliseSteps(indicator: TraceIndicator): readonly FormulaStep[] {
  const { detail, preparation } = indicator
  const raw = preparation ? preparation.value : indicator.raw
  const spec = preparation?.normalise ?? indicator.normalise
  if (detail.kind === 'panel') return panelSteps(indicator)
  if (raw === null) return []
  if (detail.kind === 'sample') return sampleSteps(indicator, raw, detail)
  if (detail.kind === 'peers' && spec.method === 'percentile') {
    if (detail.usedFallback) {
      return [{ note: { key: 'fallback', values: { min: String(spec.minGroup) } } }, ...goalposts(raw, spec.fallback)]
    }
    return [
      {
        expression: `100 × (${plain(detail.rank)} − 1) ÷ (${detail.size} − 1)`,
        result: indicator.score,
        note: { key: 'percentileWhere', values: { rank: plain(detail.rank), size: String(detail.size) } },
      },
    ]
  }
  // Beyond the ends the trace names the last segment, on which the value does not lie.
  if (detail.kind === 'segment' && indicator.held === 0) return [segment(raw, detail)]
  return bySpec(raw, spec)
}

function bySpec(raw: number, spec: NormaliseSpec): readonly FormulaStep[] {
  switch (spec.method) {
    case 'goalposts':
      return goalposts(raw, spec)
    case 'goalposts-log':
      return logGoalposts(raw, spec)
    case 'piecewise':
      return piecewise(raw, spec.points)
    case 'level-map': {
      const point = spec.points.find(([level]) => level === raw)
      return [
        {
          result: point?.[1] ?? null,
          note: { key: 'levelPoint', values: { level: plain(raw), score: plain(point?.[1]) } },
        },
      ]
    }
    case 'boolean': {
      const result = raw === 1 ? spec.whenTrue : spec.whenFalse
      return [{ result, note: { key: raw === 1 ? 'trueIs' : 'falseIs', values: { score: plain(result) } } }]
    }
    case 'band':
      return band(raw, spec)
    case 'expert':
      return panelResult(raw, spec.scale)
    default:
      return []
  }
}

function goalposts(raw: number, { worst, best }: Pick<GoalpostsSpec, 'worst' | 'best'>): readonly FormulaStep[] {
  const free = ((raw - worst) / (best - worst)) * 100
  return [
    { expression: `(${term(raw)} − ${term(worst)}) ÷ (${term(best)} − ${term(worst)}) × 100`, result: free },
    ...held(free),
  ]
}

function logGoalposts(
  raw: number,
  { worst, best, offset }: { worst: number; best: number; offset: number },
): readonly FormulaStep[] {
  const ln = (value: number) => (offset === 0 ? `ln ${term(value)}` : `ln(${plain(value)} + ${plain(offset)})`)
  const onLog = (value: number) => Math.log(value + offset)
  const free = ((onLog(raw) - onLog(worst)) / (onLog(best) - onLog(worst))) * 100
  return [
    { expression: `(${ln(raw)} − ${ln(worst)}) ÷ (${ln(best)} − ${ln(worst)}) × 100`, result: free },
    ...held(free),
  ]
}

function piecewise(raw: number, points: readonly (readonly [number, number])[]): readonly FormulaStep[] {
  const exact = points.find(([value]) => value === raw)
  if (exact)
    return [{ result: exact[1], note: { key: 'onPoint', values: { value: plain(raw), score: plain(exact[1]) } } }]
  const right = points.findIndex(([value]) => value > raw)
  const [from, to] = [points[right - 1], points[right]]
  if (from && to) return [segment(raw, { from, to })]
  // Outside every segment: held at the nearer end.
  const end = right === 0 ? points[0] : points.at(-1)
  return end
    ? [
        {
          result: end[1],
          note: {
            key: right === 0 ? 'beforeFirst' : 'afterLast',
            values: { value: plain(end[0]), score: plain(end[1]) },
          },
        },
      ]
    : []
}

function segment(
  raw: number,
  { from, to }: { readonly from: readonly [number, number]; readonly to: readonly [number, number] },
): FormulaStep {
  const [x0, y0] = from
  const [x1, y1] = to
  if (x1 === x0) return { result: y0, note: { key: 'onPoint', values: { value: plain(raw), score: plain(y0) } } }
  return {
    expression: `${term(y0)} + (${term(raw)} − ${term(x0)}) ÷ (${term(x1)} − ${term(x0)}) × (${term(y1)} − ${term(y0)})`,
    result: y0 + ((raw - x0) / (x1 - x0)) * (y1 - y0),
  }
}

function band(
  raw: number,
  { low, ideal, high }: { low: number; ideal: readonly [number, number]; high: number },
): readonly FormulaStep[] {
  const [from, to] = ideal
  if (raw >= from && raw <= to) {
    return [{ result: 100, note: { key: 'inside', values: { low: plain(from), high: plain(to) } } }]
  }
  return raw < from ? goalposts(raw, { worst: low, best: from }) : goalposts(raw, { worst: high, best: to })
}

function held(free: number): readonly FormulaStep[] {
  if (free > 100) return [{ result: 100, note: { key: 'heldHigh', values: {} } }]
  if (free < 0) return [{ result: 0, note: { key: 'heldLow', values: {} } }]
  return []
}

/** A branch's sum over the children that count, with effective weights and scores. Empty where it has no score. */
export function aggregateSteps(branch: TraceBranch): readonly FormulaStep[] {
  if (branch.score === null) return []
  const counted = branch.children.filter(
    (child) => child.score !== null && (child.effectiveWeight > 0 || unweighted(branch.aggregate)),
  )
  const special = aggregateExpression(
    branch,
    counted.map((child) => ({ weight: child.effectiveWeight, score: child.score ?? 0 })),
    { weight: weightText, score: scoreText, fine: plain },
  )
  return [{ ...(special ?? aggregateStep(branch.aggregate, counted)), result: branch.score }]
}

const unweighted = ({ method }: AggregateSpec): boolean => ['staircase', 'minimum', 'product', 'owa'].includes(method)

function aggregateStep(spec: AggregateSpec, counted: readonly TraceNode[]): FormulaStep {
  const w = (child: TraceNode) => weightText(child.effectiveWeight)
  const s = (child: TraceNode) => scoreText(child.score)
  const join = (of: (child: TraceNode) => string, by: string) => counted.map(of).join(by)
  const [first, ...rest] = counted
  switch (spec.method) {
    case 'arithmetic':
      return { expression: join((child) => `${w(child)} × ${s(child)}`, ' + ') }
    case 'geometric':
      return { expression: join((child) => `${s(child)} ^ ${w(child)}`, ' × ') }
    case 'harmonic':
      return { expression: `1 ÷ (${join((child) => `${w(child)} ÷ ${s(child)}`, ' + ')})` }
    case 'power':
      return {
        expression: `(${join((child) => `${w(child)} × ${s(child)} ^ ${plain(spec.exponent)}`, ' + ')}) ^ (1 ÷ ${plain(spec.exponent)})`,
      }
    case 'minimum':
      return { expression: `min(${join(s, ', ')})` }
    case 'staircase':
      return staircase(counted, spec.metAt)
    case 'product':
      return { expression: `100 × ${join((child) => `${s(child)} ÷ 100`, ' × ')}` }
    case 'deduct':
      return {
        expression: `${plain(spec.full)} − ${join((child) => `${plain(child.effectiveWeight)} × (100 − ${s(child)}) ÷ 100`, ' − ')}`,
        note: { key: 'atLeastZero', values: {} },
      }
    case 'bonus': {
      const base = first?.score ?? 0
      if (!first || base <= spec.above) {
        return {
          expression: first ? s(first) : '0',
          note: { key: 'baseNotAbove', values: { base: scoreText(base), above: plain(spec.above) } },
        }
      }
      const extra = rest.map((child) => ` + ${plain(child.effectiveWeight)} × ${s(child)} ÷ 100`).join('')
      return { expression: `${s(first)}${extra}`, note: { key: 'cappedAt', values: { max: plain(spec.max) } } }
    }
    default:
      return {}
  }
}

function staircase(children: readonly TraceNode[], metAt: number): FormulaStep {
  const firstUnmet = children.findIndex((child) => (child.score ?? 0) < metAt)
  const met = firstUnmet < 0 ? children.length : firstUnmet
  const part = firstUnmet < 0 ? '' : ` + ${scoreText(children[firstUnmet]?.score)} ÷ 100`
  return {
    expression: `100 × (${met}${part}) ÷ ${children.length}`,
    note: { key: 'stairs', values: { met: String(met), of: String(children.length), metAt: plain(metAt) } },
  }
}

/** A number inside a sum: a negative one in brackets. */
const term = (value: number): string => (value < 0 ? `(${plain(value)})` : plain(value))
