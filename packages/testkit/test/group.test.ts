import {
  compile,
  score,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type Plan,
  type Result,
} from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { indicatorYaml, manifestYaml } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { checkProperties, type PropertyOptions } from '../src/properties/index.ts'
import { standard } from './plugins.ts'
import { SMALL } from './small.ts'

const FIXED = '{ method: goalposts, worst: 0, best: 100 }'

interface Written {
  readonly normalise?: string
  readonly aggregate?: string
  readonly direction?: string
  readonly sections?: string
}

/** Three indicators: the first two by the rule given, the third by goalposts. */
const written = ({ normalise = FIXED, aggregate, direction = 'positive', sections = '' }: Written): LoadedPlugin => {
  const one = (id: string, weight: number, rule: string): string =>
    indicatorYaml({ id, zh: id, en: id, unit: { zh: '个', en: 'pieces' }, weight, normalise: rule })
  const text = manifestYaml({
    id: 'group',
    title: { zh: '比高低', en: 'By comparison' },
    indicators: [one('a', 0.5, normalise), one('b', 0.3, normalise), one('c', 0.2, FIXED)],
    sections,
  }).replaceAll(/direction: positive/g, (found, at: number, all: string) =>
    all.slice(0, at).lastIndexOf('id: c') > all.slice(0, at).lastIndexOf('id: b') ? found : `direction: ${direction}`,
  )
  const root = '  en: All\n'
  return standard(aggregate === undefined ? text : text.replace(root, `${root}  aggregate: ${aggregate}\n`))
}

const laws = (plugin: LoadedPlugin, options: PropertyOptions = {}) => {
  const runs = checkProperties(plugin, { runs: 16, ...options })
  return {
    group: runs.map(({ property }) => property).filter((id) => id.startsWith('group-')),
    errors: runs.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')),
  }
}

const ALL = [
  'group-totality',
  'group-bounds',
  'group-contributions',
  'group-order',
  'group-twins',
  'group-lead',
  'group-rise',
  'group-periods',
]
const without = (...ids: readonly string[]): readonly string[] => ALL.filter((id) => !ids.includes(id))

const NORMALISERS = [
  `{ method: percentile, minGroup: 5, fallback: ${FIXED} }`,
  '{ method: min-max, low: 0, high: 100 }',
  '{ method: min-max, low: 10, high: 90, constant: 50 }',
  '{ method: z-score, mean: 50, deviation: 10 }',
  '{ method: scaled, lower: 0, upper: 80 }',
  '{ method: rank, ties: min }',
  '{ method: borda, ties: average }',
  '{ method: percentile-rank, ties: max }',
  '{ method: mid-percentile }',
  '{ method: fraction-of-maximum, lessIsBetter: reciprocal }',
  '{ method: distance-to-maximum }',
  '{ method: distance-to-reference, reference: 60 }',
  '{ method: distance-to-reference, reference: leader }',
  '{ method: distance-to-target, target: 90, sides: one }',
  '{ method: efficacy, base: 60, span: 40, outside: hold }',
  '{ method: categorical, categories: [[0, 0], [0.5, 60], [0.95, 100]] }',
  '{ method: sigmoid, steepness: 2 }',
]

const COMPARISONS = [
  '{ method: copeland, within: period }',
  '{ method: topsis, scaling: vector, distance: euclidean, within: period }',
  '{ method: topsis, scaling: min-max, distance: manhattan, within: group }',
  '{ method: topsis, scaling: sum, distance: chebyshev, within: period }',
  '{ method: topsis, scaling: none, distance: euclidean, within: period }',
  '{ method: vikor, v: 0.5, within: period }',
  '{ method: grey-relation, rho: 0.5, within: period }',
  '{ method: promethee, preference: { shape: linear, q: 1, p: 20 }, within: period }',
  '{ method: promethee, preference: { shape: gaussian, s: 10 }, within: group }',
]

describe('the laws of units that are scored together', () => {
  it.each(NORMALISERS)('hold for a normaliser by a sample: %s', (normalise) => {
    const { group, errors } = laws(written({ normalise }))
    expect([errors, group]).toEqual([[], ALL])
  })

  it.each(NORMALISERS.filter((one) => !one.includes('target')))('hold where less is better: %s', (normalise) => {
    const turned = normalise
      .replace(FIXED, '{ method: goalposts, worst: 100, best: 0 }')
      .replace('reference: 60', 'reference: 20')
    expect(laws(written({ normalise: turned, direction: 'negative' }))).toEqual({ group: ALL, errors: [] })
  })

  it.each(COMPARISONS)('hold for a comparison of units: %s', (aggregate) => {
    expect(laws(written({ aggregate }))).toEqual({ group: ALL, errors: [] })
  })

  it('are tried with what the standard names: a reference period, a denominator', () => {
    const sections = `pipeline: { reference: { period: '2024' }, denominate: { by: staff, per: 10, measure: { zh: 人, en: people } } }
facts: [{ id: staff, type: number, unit: { zh: 人, en: people }, zh: 人数, en: Staff }]
`
    const plugin = written({ normalise: '{ method: min-max, low: 0, high: 100 }', sections })
    // A reference period is there to be read by the others.
    expect(laws(plugin)).toEqual({ group: without('group-periods'), errors: [] })
  })

  it('are not tried where units are not compared', () => {
    expect(laws(standard(SMALL)).group).toEqual([])
  })
})

/** Two indicators, 0 to 100 each. */
const leaf = (id: string, weight: number, normalise?: IndicatorSpec['normalise']): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: normalise ?? { method: 'goalposts', worst: 0, best: 100 },
})
const framework = (root: Partial<Framework['root']> & Pick<Framework['root'], 'children'>): Framework => ({
  semantics: 1,
  missing: 'zero',
  facts: [],
  gates: [],
  grades: [{ id: 'L1', min: 0 }],
  basicRule: [],
  periodMonths: 12,
  root: { kind: 'branch', id: 'root', weight: 1, aggregate: { method: 'arithmetic' }, ...root },
})
const scores = (spec: Framework, columns: Readonly<Record<string, readonly number[]>>): Float64Array => {
  const size = columns['a']?.length ?? 0
  return score(compile(spec), {
    size,
    units: Array.from({ length: size }, (_, row) => `u${row}`),
    periods: Array.from({ length: size }, () => 'p'),
    groups: Array.from({ length: size }, () => null),
    columns: new Map(
      Object.entries(columns).map(([id, values]) => [
        id,
        { values: Float64Array.from(values), blanks: new Uint8Array(size) },
      ]),
    ),
  }).score
}

describe('a law that a method does not hold is not asked of it', () => {
  it('Mazziotta-Pareto: an uneven unit is behind an even one', () => {
    const spec = framework({
      aggregate: { method: 'mazziotta-pareto', variant: 'plain' },
      children: [leaf('a', 0.5), leaf('b', 0.5)],
    })
    // By hand: mean 20, no spread; then mean 60 less 1600 / 60, in which 1600 is the variance of 20 and 100.
    const found = scores(spec, { a: [20, 100], b: [20, 20] })
    expect(found[1] ?? Number.NaN).toBeCloseTo(60 - 1600 / 60, 6)
    const plugin = written({
      normalise: '{ method: rank, ties: min }',
      aggregate: '{ method: mazziotta-pareto, variant: plain }',
    })
    expect(laws(plugin)).toEqual({ group: without('group-lead', 'group-rise'), errors: [] })
  })

  it('a sigmoid about a fixed point over the deviation of the units: far out the deviation grows faster', () => {
    const spec = framework({ children: [leaf('a', 1, { method: 'sigmoid', steepness: 1, midpoint: -10 })] })
    const [near, far] = [scores(spec, { a: [3, 0, 2] })[0], scores(spec, { a: [1000, 0, 2] })[0]]
    expect(far ?? Number.NaN).toBeLessThan(near ?? Number.NaN)
    const plugin = written({ normalise: '{ method: sigmoid, steepness: 1, midpoint: -10 }' })
    expect(laws(plugin)).toEqual({ group: without('group-rise'), errors: [] })
  })

  it('neighbours: each twin may be filled by the other’s; row means: another value of the unit is worked out from it', () => {
    const filled = (method: string) =>
      laws(
        written({
          normalise: '{ method: min-max, low: 0, high: 100 }',
          sections: `pipeline: { impute: [${method}] }\n`,
        }),
      )
    expect(filled('{ method: neighbours, k: 3 }').group).toEqual(without('group-twins', 'group-lead', 'group-rise'))
    expect(filled('{ method: row-mean }').group).toEqual(without('group-lead', 'group-rise'))
    expect(filled('{ method: median }')).toEqual({ group: without('group-rise'), errors: [] })
  })

  it('two comparisons one above the other: the others move too', () => {
    const plugin = written({ normalise: '{ method: rank, ties: min }', aggregate: COMPARISONS[1] ?? '' })
    const { group, errors } = laws(plugin)
    // The third indicator is compared once only.
    expect([group, errors]).toEqual([ALL, []])
  })
})

/** A kernel with a fault of our making. */
const codes = (spoil: (result: Result, plan: Plan, dataset: Dataset) => void) => {
  const kernel = (plan: Plan, dataset: Dataset): Result => {
    const result = score(plan, dataset)
    spoil(result, plan, dataset)
    return result
  }
  const { errors } = laws(written({ normalise: '{ method: min-max, low: 0, high: 100 }' }), { kernel })
  return [...new Set(errors.map(({ code }) => code))]
}

describe('a kernel with a fault', () => {
  it('that depends on the order of units is found', () => {
    expect(codes(({ score: all }) => all.forEach((value, row) => (all[row] = value - row * 1e-4)))).toContain(
      'PROPERTY_GROUP_ORDER',
    )
  })

  it('that tells twins apart is found', () => {
    const late = (unit: string | undefined) => Number(unit?.slice(1)) > 18
    expect(
      codes(({ score: all }, _, { units }) =>
        all.forEach((value, row) => (all[row] = late(units[row]) ? value - 0.001 : value)),
      ),
    ).toContain('PROPERTY_TWINS_DIFFER')
  })

  it('that lowers a unit as it rises is found, whether the others stay behind it or not', () => {
    // Everybody pays for what anybody has: who is ahead stays ahead, and nobody gains by rising.
    const total = (values: Float64Array | undefined) =>
      (values ?? []).reduce((sum: number, value) => sum + (value || 0), 0)
    expect(
      codes(({ score: all }, _, { columns }) => {
        const paid = total(columns.get('a')?.values)
        all.forEach((value, row) => (all[row] = value - paid))
      }),
    ).toEqual(expect.arrayContaining(['PROPERTY_RISE_LOWERS']))
    const turned = codes(({ score: all }, _, { columns }) =>
      all.forEach((value, row) => (all[row] = value - 2 * (columns.get('a')?.values[row] || 0))),
    )
    expect(turned).toEqual(expect.arrayContaining(['PROPERTY_BETTER_BEHIND', 'PROPERTY_RISE_LOWERS']))
  })

  it('that lets another period in is found', () => {
    expect(
      codes(({ score: all }, _, { periods }) =>
        all.forEach((value, row) => (all[row] = value - (new Set(periods).size - 1) * 1e-9)),
      ),
    ).toEqual(['PROPERTY_PERIODS_MIX'])
  })

  it('that leaves the scale or lets contributions drift is found', () => {
    expect(codes(({ nodes, plan }) => nodes[plan.root]?.score.fill(100.5))).toContain('PROPERTY_OUT_OF_BOUNDS')
    expect(codes(({ nodes }) => nodes[0]?.contribution.fill(1))).toContain('PROPERTY_CONTRIBUTIONS')
  })

  it('that stops over one unit is found, and nothing else is tried', () => {
    expect(
      codes(() => {
        throw new Error('no')
      }),
    ).toEqual(['PROPERTY_GROUP_REFUSED'])
  })
})
