import {
  compile,
  namedRange,
  NodeState,
  readsSample,
  score,
  settingsOf,
  type Dataset,
  type IndicatorSpec,
  type NormaliseSpec,
  type Plan,
} from '@plumbline/kernel'
import type { RowScorer } from '../common/row-scorer.ts'
import { neighbourhood, takeRows, withChanges, type RowOf } from '../common/rows.ts'

/** A value that an indicator can be brought to, on its own scale, and what it scores there. */
export interface Setting {
  readonly raw: number
  readonly score: number
}

/** Steps into which the scale of a continuous indicator is cut, at least. */
const STEPS = 100
/** Peers' values that are tried where the score is a place among them. */
const PEER_STEPS = 20

/**
 * The values better than today's to which an indicator can be brought: listed levels, true, a peer's value, or round
 * numbers of the unit of measure on the way to the best end. Their scores are the kernel's.
 *
 * @param today - The indicator's score now; 0 where it is missing.
 * @returns Scores strictly rising; empty where nothing better exists.
 */
export function betterSettings(spec: IndicatorSpec, at: RowScorer, today: number): readonly Setting[] {
  const { normalise } = spec
  const byPeers = normalise.method === 'percentile' || readsSample(normalise)
  const values = [...(byPeers ? peerValues(spec, at) : []), ...candidates(normalise)]
  const scored = scoresOf(spec, at, [...new Set(values)])
  const rising = scored.filter((setting) => setting.score > today).sort((a, b) => a.score - b.score)
  return rising.filter(({ score: own }, place) => own > (rising[place - 1]?.score ?? today))
}

/** Raw values worth trying, whatever they score. */
export function candidates(spec: NormaliseSpec): readonly number[] {
  switch (spec.method) {
    case 'boolean':
      return [1, 0]
    case 'level-map':
      return spec.points.map(([level]) => level)
    case 'goalposts':
      return roundBetween(spec.worst, spec.best)
    case 'goalposts-log':
      return logSteps(spec.worst, spec.best, spec.offset)
    case 'piecewise':
      return spec.points.flatMap(([raw], place) => roundBetween(spec.points[place - 1]?.[0] ?? raw, raw))
    case 'band':
      return [...roundBetween(spec.low, spec.ideal[0]), ...roundBetween(spec.ideal[1], spec.high)]
    case 'expert':
      return roundBetween(...spec.scale)
    case 'percentile':
      return candidates(spec.fallback)
    default: {
      const named = namedRange(spec)
      return named ? roundBetween(...named) : []
    }
  }
}

/** Round numbers from one end to the other, both included; a power of ten apart, at least `STEPS` of them. */
function roundBetween(from: number, to: number): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  if (low === high) return [low]
  const digits = -Math.floor(Math.log10((high - low) / STEPS))
  const round: number[] = [low, high]
  const first = Math.ceil(scaled(low, digits))
  const last = Math.floor(scaled(high, digits))
  for (let step = first; step <= last; step++) round.push(scaled(step, -digits))
  return round.filter((value) => value >= low && value <= high)
}

/** Moves the decimal point without the noise of a division: 3 by -1 is 0.3. */
function scaled(value: number, digits: number): number {
  const factor = 10 ** Math.abs(digits)
  return digits >= 0 ? value * factor : value / factor
}

/** Even steps of the logarithm, rounded to three digits. */
function logSteps(worst: number, best: number, offset: number): readonly number[] {
  const [low, high] = [Math.min(worst, best), Math.max(worst, best)]
  const ratio = (high + offset) / (low + offset)
  const steps = Array.from({ length: STEPS }, (_, step) => (low + offset) * ratio ** (step / STEPS) - offset)
  return [
    low,
    high,
    ...steps.map((value) => Number(value.toPrecision(3))).filter((value) => value > low && value < high),
  ]
}

function peerValues({ id, direction }: IndicatorSpec, { dataset, row }: RowOf): readonly number[] {
  const { periods, groups } = dataset
  const values = dataset.columns.get(id)?.values ?? new Float64Array()
  const peers = Array.from(values).filter(
    (value, other) => !Number.isNaN(value) && periods[other] === periods[row] && groups[other] === groups[row],
  )
  const sorted = [...new Set(peers)].sort((a, b) => (direction === 'negative' ? b - a : a - b))
  const stride = Math.max(1, Math.ceil(sorted.length / PEER_STEPS))
  return sorted.filter((_, place) => (sorted.length - 1 - place) % stride === 0)
}

/** What the indicator alone scores at each value; NaN where a value has none. */
export function scoresOf(spec: IndicatorSpec, at: RowScorer, values: readonly number[]): readonly Setting[] {
  if (settingsOf(at.plan.framework)) return values.map((raw) => prepared(spec, at, raw))
  const plan = planOf(spec)
  return spec.normalise.method === 'percentile'
    ? values.map((raw) => settingOf(plan, withPeers(plan, at, { id: spec.id, raw }), raw))
    : inOneGo(plan, { at, id: spec.id }, values)
}

/** The score at a value in the whole standard: what the value is made into depends on the others' data. */
function prepared({ id }: IndicatorSpec, { plan, row, rescore }: RowScorer, raw: number): Setting {
  const node = rescore(new Map([[id, raw]])).nodes[plan.indexOf.get(id) ?? -1]
  return { raw, score: node?.state[row] === NodeState.scored ? (node.score[row] ?? NaN) : NaN }
}

function inOneGo(
  plan: Plan,
  { at, id }: { readonly at: RowOf; readonly id: string },
  values: readonly number[],
): readonly Setting[] {
  const one = takeRows(at.dataset, [at.row])
  const dataset: Dataset = {
    ...one,
    size: values.length,
    units: values.map((_, place) => String(place)),
    periods: values.map(() => one.periods[0] ?? ''),
    groups: values.map(() => null),
    columns: new Map([[id, { values: Float64Array.from(values), blanks: new Uint8Array(values.length) }]]),
  }
  const scores = score(plan, dataset).score
  return values.map((raw, place) => ({ raw, score: scores[place] ?? NaN }))
}

function withPeers(plan: Plan, at: RowOf, { id, raw }: { readonly id: string; readonly raw: number }): RowOf {
  const near = neighbourhood(plan, at)
  return { dataset: withChanges(near, new Map([[id, raw]])), row: near.row }
}

function settingOf(plan: Plan, { dataset, row }: RowOf, raw: number): Setting {
  const { nodes, score: scores } = score(plan, dataset)
  const scored = nodes[plan.root]?.state[row] === NodeState.scored
  return { raw, score: scored ? (scores[row] ?? NaN) : NaN }
}

const planOf = (spec: IndicatorSpec): Plan =>
  compile({
    semantics: 1,
    root: {
      kind: 'branch',
      id: `${spec.id}/`,
      weight: 1,
      aggregate: { method: 'arithmetic' },
      children: [{ ...spec, weight: 1 }],
    },
    missing: 'no-result',
    facts: [],
    gates: [],
    grades: [{ id: 'all', min: 0 }],
    basicRule: [],
    periodMonths: 12,
  })
