import {
  caution,
  compile,
  GateOutcome,
  score,
  type BranchSpec,
  type Fault,
  type IndicatorSpec,
  type Plan,
} from '@plumbline/kernel'
import { mostGained } from '../properties/gain.ts'
import { bestRow } from '../sample/space.ts'
import { datasetOf, type Cell, type SampleRow } from '../sample/row.ts'
import { variantsOf } from '../sample/variants.ts'
import type { LintContext } from './context.ts'

/** Share of the rows at one end of a scale, or under one cap, from which it tells too little apart. */
const MOST_HELD = 0.3
const MOST_CAPPED = 0.5

/** Goalposts that hold too many at one end, and caps that fire for too many: on real rows. */
export function lintHeld({ data, scored, own, of, plugin }: LintContext): readonly Fault[] {
  if (!data || data.size === 0) return []
  const share = (count: number): string => `${((100 * count) / data.size).toFixed(0)}%`
  const held = own.flatMap(({ id, zh, en }) => {
    const ends = scored.nodes[plugin.plan.indexOf.get(id) ?? -1]?.held ?? new Int8Array()
    const count = Math.max(ends.filter((end) => end > 0).length, ends.filter((end) => end < 0).length)
    return count > MOST_HELD * data.size ? [caution('LINT_HELD_MANY', { zh, en, share: share(count) }, of(id))] : []
  })
  const caps = plugin.catalogue.gates.flatMap(({ gate, zh, en, from }, index) => {
    const count = scored.gates[index]?.filter((outcome) => outcome === GateOutcome.fired).length ?? 0
    return gate.kind === 'cap' && from === plugin.ref.id && count > MOST_CAPPED * data.size
      ? [caution('LINT_CAP_HITS_MANY', { zh, en, share: share(count) }, of(gate.id))]
      : []
  })
  return [...held, ...caps]
}

/** Indicators that score everybody alike: a flat value rule, or real rows that do not differ. */
export function lintConstant({ own, of, plugin, data, scored, space }: LintContext): readonly Fault[] {
  const { plan } = plugin
  return own.flatMap(({ id, zh, en }) => {
    const index = plan.indexOf.get(id) ?? -1
    const spec = space.indicators.find((one) => one.id === id)
    if (spec && isFlat(alone(plan, spec, space.domains.get(id) ?? [])))
      return [caution('LINT_RULE_FLAT', { zh, en }, of(id))]
    const column = data ? scored.nodes[index]?.score : undefined
    return column && column.length > 2 && isFlat(column) ? [caution('LINT_CONSTANT', { zh, en }, of(id))] : []
  })
}

/** Scores of some values by an indicator's rule alone, without the tree above it. */
function alone({ framework }: Plan, spec: IndicatorSpec, values: readonly number[]): Float64Array {
  const root: BranchSpec = {
    ...framework.root,
    aggregate: { method: 'arithmetic' },
    children: [{ ...spec, weight: 1 }],
  }
  const plan = compile({ ...framework, root, facts: [], gates: [], basicRule: [] })
  return score(plan, variantsOf(datasetOf([{ group: null, cells: new Map() }]), spec.id, values)).score
}

const isFlat = (values: Float64Array): boolean => {
  const known = values.filter((value) => !Number.isNaN(value))
  return known.length > 0 && known.every((value) => value === known[0])
}

const STEPS = 64
/** A jump: more than so many points of the whole, and so many times the usual step. */
const JUMP = { points: 1, times: 8 }

/** Places where a value hardly changes and the score leaps: a few hundredths of a percent decide. */
export function lintCliffs({ own, of, plugin, space }: LintContext): readonly Fault[] {
  const smooth = own.filter(({ normalise }) => normalise.method !== 'boolean' && normalise.method !== 'level-map')
  const rows = datasetOf([middleRow(space), bestRow(space)])
  return smooth.flatMap(({ id, zh, en }) => {
    const domain = space.domains.get(id) ?? []
    const [from, to] = [domain[0] ?? 0, domain.at(-1) ?? 0]
    const values = Array.from({ length: STEPS + 1 }, (_, step) => from + ((to - from) * step) / STEPS)
    const { score: scores } = score(plugin.plan, variantsOf(rows, id, values))
    for (const base of [0, 1]) {
      const line = values.map((_, step) => scores[step * 2 + base] ?? Number.NaN)
      const steps = line.slice(1).map((value, step) => Math.abs(value - (line[step] ?? value)))
      const usual = steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 0
      const place = steps.findIndex((step) => step > JUMP.points && step > JUMP.times * usual)
      if (place < 0) continue
      const figures = {
        from: short(values[place]),
        to: short(values[place + 1]),
        before: short(line[place]),
        after: short(line[place + 1]),
      }
      return [caution('LINT_CLIFF', { zh, en, ...figures }, of(id))]
    }
    return []
  })
}

const short = (value: number | undefined): number => Number((value ?? Number.NaN).toPrecision(6))

/** The unit in the middle of every scale. */
const middleRow = ({ domains, facts, groups }: LintContext['space']): SampleRow => ({
  group: groups[0] ?? null,
  cells: new Map<string, Cell>([
    ...[...domains].map(([id, domain]) => [id, domain[Math.floor(domain.length / 2)] ?? null] as const),
    ...facts.map(({ id, values }) => [id, values[0] ?? null] as const),
  ]),
})

/** So many points a not-applicable may be worth without a rule that says when it is one. */
const PAYS = 5

/** Indicators whose not-applicable pays, while the standard does not say when they are not applicable. */
export function lintNotApplicable({ own, of, plugin, space }: LintContext): readonly Fault[] {
  return own.flatMap((indicator) => {
    const { id, zh, en, notApplicableWhen } = indicator
    const spec = space.indicators.find((one) => one.id === id)
    const ruled = notApplicableWhen !== null || indicator.notApplicableRule !== null
    if (ruled || !spec) return []
    const gain = mostGained({ plan: plugin.plan, space, score }, spec, [])?.gain ?? 0
    return gain > PAYS ? [caution('LINT_NOT_APPLICABLE_PAYS', { zh, en, most: Number(gain.toFixed(2)) }, of(id))] : []
  })
}
