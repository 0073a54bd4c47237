/**
 * Made-up standards (SYNTHETIC 虚构) whose scores depend on the other units of a batch, with units that have ties, gaps,
 * cells that do not apply and columns that are constant.
 */
import { loadBundle, type LoadedPlugin } from '@plumbline/plugin-host'
import type { Json, JsonObject, TrialValues } from '../src/index.ts'

/** A standard with its golden cases and the unit on trial. */
export interface BatchFixture {
  readonly name: string
  readonly plugin: LoadedPlugin
  readonly cases: { readonly synthetic: true; readonly cases: readonly Case[] }
  readonly trial: TrialValues
}

export interface Case {
  readonly [key: string]: Json
  readonly unit: string
  readonly period: string
  readonly group: string | null
  readonly facts: Cells
  readonly values: Cells
  readonly expected: JsonObject
}

type Cells = Readonly<Record<string, number | 'N/A'>>

const text = (id: string): JsonObject => ({ zh: `示例${id}`, en: `example ${id}` })

const leaf = (id: string, normalise: JsonObject, more: JsonObject = {}): JsonObject => ({
  id,
  ...text(id),
  type: normalise['method'] === 'level-map' ? 'level' : 'number',
  unit: { zh: '个', en: 'pieces' },
  direction: 'positive',
  weight: 1,
  normalise,
  calc: text(`calc ${id}`),
  source: 'self',
  evidence: ['ledger'],
  ...more,
})

const branch = (
  id: string,
  aggregate: JsonObject,
  children: readonly JsonObject[],
  more: JsonObject = {},
): JsonObject => ({
  id,
  ...text(id),
  weight: 1,
  aggregate,
  children,
  ...more,
})

/** Weights of equals, to the last digit. */
const evenly = (children: readonly JsonObject[]): readonly JsonObject[] =>
  children.map((child, index) => ({
    ...child,
    weight: index === 0 ? Number((1 - (children.length - 1) * share(children)).toFixed(3)) : share(children),
  }))
const share = (children: readonly JsonObject[]): number => Math.floor(1000 / children.length) / 1000

function standard(name: string, children: readonly JsonObject[], more: JsonObject = {}): LoadedPlugin {
  const manifest = {
    apiVersion: 'plumbline/v1',
    kind: 'IndicatorPlugin',
    id: name,
    version: '1.0.0',
    kernel: '>=0.1 <1',
    semantics: 1,
    publisher: 'example',
    status: 'draft',
    title: { zh: `示例${name}（虚构）`, en: `example ${name} (synthetic)` },
    unitOfAssessment: { kind: 'unit', zh: '评价对象', en: 'unit', periodMonths: 12 },
    groups: ['甲', '乙'].map((id) => ({ id, zh: id, en: id === '甲' ? 'first' : 'second' })),
    missing: 'exclude',
    facts: [{ id: 'people', type: 'number', unit: { zh: '人', en: 'people' }, zh: '人数', en: 'people' }],
    gates: [],
    grades: [
      { id: 'G1', zh: '一', en: 'one', min: 0 },
      { id: 'G2', zh: '二', en: 'two', min: 50 },
    ],
    sources: [{ id: 'self', ...text('self') }],
    evidenceKinds: [{ id: 'ledger', ...text('ledger'), form: 'data' }],
    tree: { id: 'root', ...text('root'), children: evenly(children) },
    ...more,
  }
  return loadBundle({ files: { 'plugin.yaml': JSON.stringify(manifest) } }, [])
}

/** Numbers that look typed, from a fixed seed. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
}

const UNITS = 9

/** Every third value is that of another unit, every seventh is missing, every eleventh does not apply. */
function unitsOf(ids: readonly string[], seed: number, blanks = true): readonly Case[] {
  const next = numbers(seed)
  return Array.from({ length: UNITS }, (_, unit) => ({
    id: `case-${unit}`,
    unit: `单位${unit + 1}（虚构）`,
    period: '2025',
    group: unit % 3 === 2 ? '乙' : unit === 7 ? null : '甲',
    facts: { people: 1 + Math.floor(next() * 400) },
    values: Object.fromEntries(
      ids.flatMap((id): readonly (readonly [string, number | 'N/A'])[] => {
        const draw = next()
        const value = id.startsWith('constant')
          ? 30
          : Math.round((draw < 0.35 ? Math.ceil(draw * 9) * 20 : next() * 90 + 5) * 10) / 10
        const kind = blanks ? Math.floor(next() * 100) : 99
        if (kind < 10) return []
        return [[id, kind < 16 ? 'N/A' : value]]
      }),
    ),
    expected: {},
  }))
}

function fixture(name: string, plugin: LoadedPlugin, seed: number, blanks = true): BatchFixture {
  const ids = plugin.plan.nodes.flatMap(({ spec }) => (spec.kind === 'indicator' ? [spec.id] : []))
  const cases = unitsOf(ids, seed, blanks)
  const [first] = cases
  if (!first) throw new Error('no cases')
  const { unit, period, group, facts, values } = first
  return {
    name,
    plugin,
    cases: { synthetic: true, cases },
    trial: { unit, period, group, values: { ...facts, ...values } },
  }
}

const GOALPOSTS = { method: 'goalposts', worst: 0, best: 100 }
const WEIGHTS = [0.4, 0.3, 0.2, 0.1]

/** Four indicators, one of them alike in all units; absence means a different thing for each. */
const criteria = (of: string, weights: readonly number[] = WEIGHTS): readonly JsonObject[] =>
  weights.map((weight, index) =>
    leaf(`${index === 3 ? 'constant-' : ''}${of}-${'abcd'[index]}`, GOALPOSTS, {
      weight,
      ...(index === 1 && { missing: 'zero' }),
    }),
  )

const CAPACITY = ['a', 'b', 'c', 'd']

/** What a set is worth: more than the sum of its members, with nothing for two of them alone. */
function capacity(of: string): readonly JsonObject[] {
  const ids = CAPACITY.map((one, index) => `${index === 3 ? 'constant-' : ''}${of}-${one}`)
  return Array.from({ length: 14 }, (_, index) => {
    const set = index + 1
    const members = ids.filter((_id, bit) => set & (1 << bit))
    const weight = members.reduce((sum, id) => sum + (WEIGHTS[ids.indexOf(id)] ?? 0), 0)
    return { of: members, value: set === 4 || set === 8 || set === 12 ? 0 : Math.round(weight ** 1.5 * 1000) / 1000 }
  })
}

const PREFERENCES = [
  { shape: 'usual' },
  { shape: 'u-shape', q: 12 },
  { shape: 'v-shape', p: 30 },
  { shape: 'level', q: 5, p: 25 },
  { shape: 'linear', q: 4.5, p: 33 },
  { shape: 'gaussian', s: 17 },
] as const

const comparisons = (): LoadedPlugin =>
  standard('comparisons', [
    branch('copeland', { method: 'copeland', within: 'period' }, criteria('copeland')),
    branch('copeland-group', { method: 'copeland', within: 'group' }, criteria('copeland-group'), {
      minCoverage: 0.95,
    }),
    ...(['vector', 'min-max', 'sum', 'none'] as const).map((scaling, index) =>
      branch(
        `topsis-${scaling}`,
        {
          method: 'topsis',
          within: index === 1 ? 'group' : 'period',
          scaling,
          distance: (['euclidean', 'manhattan', 'chebyshev', 'euclidean'] as const)[index] ?? '',
        },
        criteria(`topsis-${scaling}`),
      ),
    ),
    branch('vikor', { method: 'vikor', within: 'period', v: 0.5 }, criteria('vikor')),
    branch('vikor-group', { method: 'vikor', within: 'group', v: 0.3 }, criteria('vikor-group'), { missing: 'zero' }),
    ...PREFERENCES.map((preference, index) =>
      branch(
        `promethee-${preference.shape}`,
        { method: 'promethee', within: index === 5 ? 'group' : 'period', preference },
        criteria(`promethee-${preference.shape}`),
      ),
    ),
    branch('grey', { method: 'grey-relation', within: 'group', rho: 0.5 }, criteria('grey')),
    branch(
      'nested',
      { method: 'topsis', within: 'period', scaling: 'vector', distance: 'euclidean' },
      evenly([
        branch('nested-vikor', { method: 'vikor', within: 'period', v: 0.5 }, criteria('nested-vikor')),
        branch('nested-owa', { method: 'owa', weights: [0.1, 0.2, 0.3, 0.4] }, criteria('nested-owa', [0, 0, 0, 0])),
        branch('nested-pieces', { method: 'geometric' }, [
          leaf('nested-pieces-a', {
            method: 'piecewise',
            points: [
              [0, 0],
              [50, 80],
              [100, 100],
            ],
          }),
        ]),
      ]),
    ),
  ])

/** Aggregations that read one unit alone, in the order of its children's scores. */
const ordered = (): LoadedPlugin =>
  standard('ordered', [
    branch('median', { method: 'weighted-median' }, criteria('median')),
    branch('median-even', { method: 'weighted-median' }, criteria('median-even', [0.25, 0.25, 0.25, 0.25])),
    branch('owa', { method: 'owa', weights: [0.5, 0.3, 0.15, 0.05] }, criteria('owa', [0, 0, 0, 0])),
    branch(
      'choquet',
      {
        method: 'choquet',
        interactions: [
          { between: ['choquet-a', 'choquet-b'], value: 0.3 },
          { between: ['choquet-b', 'choquet-c'], value: -0.2 },
          { between: ['choquet-a', 'constant-choquet-d'], value: 0.1 },
        ],
      },
      criteria('choquet'),
    ),
    branch(
      'capacity',
      { method: 'choquet-capacity', capacity: capacity('capacity') },
      criteria('capacity', [0, 0, 0, 0]),
    ),
    branch('mazziotta', { method: 'mazziotta-pareto', variant: 'plain' }, criteria('mazziotta')),
    branch('adjusted', { method: 'mazziotta-pareto', variant: 'adjusted' }, criteria('adjusted')),
  ])

const FROZEN = { count: 12, minimum: 4, maximum: 88, mean: 41.5, deviation: 22.25 }
const VALUES = { values: [8, 20, 20, 35.5, 60, 61, 90] }

/** Every value rule that reads a sample, in both directions, with every way to treat ties. */
const SAMPLE_RULES: readonly JsonObject[] = [
  { method: 'min-max' },
  { method: 'min-max', low: 20, high: 90, sample: FROZEN },
  { method: 'z-score' },
  { method: 'z-score', mean: 60, deviation: 12, sample: FROZEN },
  { method: 'scaled', lower: 10, upper: 80 },
  { method: 'rank' },
  { method: 'rank', ties: 'max', sample: VALUES },
  { method: 'borda', ties: 'average' },
  { method: 'percentile-rank', ties: 'max' },
  { method: 'mid-percentile' },
  { method: 'mid-percentile', sample: VALUES },
  { method: 'fraction-of-maximum' },
  { method: 'fraction-of-maximum', lessIsBetter: 'complement' },
  { method: 'distance-to-maximum' },
  { method: 'distance-to-reference', reference: '单位3（虚构）' },
  { method: 'distance-to-reference', reference: 50 },
  { method: 'distance-to-target', target: 45, sides: 'one' },
  { method: 'distance-to-target', target: 45, sides: 'two' },
  { method: 'efficacy' },
  { method: 'efficacy', satisfactory: 75, unacceptable: 25, outside: 'hold' },
  {
    method: 'categorical',
    categories: [
      [0, 0],
      [0.25, 40],
      [0.5, 70],
      [0.9, 100],
    ],
  },
  { method: 'sigmoid' },
  { method: 'sigmoid', midpoint: 40, scale: 15, steepness: 2 },
]

const samples = (): LoadedPlugin =>
  standard('samples', [
    ...(['positive', 'negative'] as const).flatMap((direction) =>
      SAMPLE_RULES.map((rule, index) =>
        leaf(
          `${direction}-${index}`,
          { ...rule, ...swapped(rule, direction) },
          { direction: rule['sides'] === 'two' ? 'target' : direction },
        ),
      ),
    ),
    ...['min-max', 'z-score', 'distance-to-maximum', 'efficacy', 'sigmoid'].map((method) =>
      leaf(`constant-${method}`, { method, constant: 55 }),
    ),
    ...['rank', 'percentile-rank', 'borda', 'mid-percentile'].map((method) => leaf(`constant-${method}`, { method })),
    ...(['positive', 'negative'] as const).map((direction) =>
      leaf(
        `percentile-${direction}`,
        {
          method: 'percentile',
          minGroup: 3,
          fallback:
            direction === 'positive'
              ? { method: 'goalposts', worst: 10, best: 80 }
              : { method: 'goalposts', worst: 80, best: 10 },
        },
        { direction },
      ),
    ),
  ])

/** The satisfactory value is the lower one where less is better. */
const swapped = ({ satisfactory, unacceptable }: JsonObject, direction: string): JsonObject =>
  direction === 'negative' && satisfactory !== undefined
    ? { satisfactory: unacceptable ?? null, unacceptable: satisfactory }
    : {}

const PER_HEAD = { by: 'people', per: 100, measure: { zh: '人', en: 'people' }, unit: { zh: '个/百人', en: 'per 100' } }

const prepared = (): LoadedPlugin =>
  standard('prepared', [
    branch('divided', { method: 'arithmetic' }, [
      leaf('divided-a', { method: 'min-max' }, { weight: 0.5, pipeline: { denominate: PER_HEAD } }),
      leaf(
        'divided-b',
        { method: 'goalposts', worst: 90, best: 5 },
        {
          weight: 0.5,
          direction: 'negative',
          pipeline: { denominate: PER_HEAD, impute: [{ method: 'median' }] },
        },
      ),
    ]),
    branch(
      'centres',
      { method: 'arithmetic' },
      evenly([
        leaf('mean', GOALPOSTS, { pipeline: { impute: [{ method: 'mean' }] } }),
        leaf('median', { method: 'z-score' }, { pipeline: { impute: [{ method: 'median' }] } }),
        leaf('group-mean', GOALPOSTS, { pipeline: { impute: [{ method: 'group-mean' }, { method: 'median' }] } }),
        leaf(
          'group-median',
          { method: 'rank' },
          { direction: 'negative', pipeline: { impute: [{ method: 'group-median' }] } },
        ),
      ]),
    ),
    branch(
      'rows',
      { method: 'arithmetic' },
      evenly([
        leaf('row-a', GOALPOSTS),
        leaf('row-b', { method: 'goalposts', worst: 100, best: 0 }, { direction: 'negative' }),
        leaf('row-c', { method: 'min-max' }),
        leaf('constant-row', GOALPOSTS),
      ]),
      { pipeline: { impute: [{ method: 'row-mean' }] } },
    ),
    branch(
      'row-medians',
      { method: 'geometric' },
      evenly([leaf('row-d', GOALPOSTS), leaf('row-e', GOALPOSTS), leaf('row-f', GOALPOSTS)]),
      { pipeline: { impute: [{ method: 'row-median' }, { method: 'mean' }], reference: { group: '甲' } } },
    ),
    branch(
      'treated',
      { method: 'arithmetic' },
      evenly([
        leaf(
          'clamped',
          { method: 'min-max' },
          { pipeline: { treat: { transforms: [{ kind: 'clamp', low: 10, high: 70 }] } } },
        ),
        leaf(
          'logged',
          { method: 'goalposts', worst: 5, best: 95 },
          {
            pipeline: { treat: { transforms: [{ kind: 'log', sign: 1, from: 4, factor: 1, add: 1 }] } },
          },
        ),
        leaf(
          'powered',
          { method: 'distance-to-target', target: 60, sides: 'one' },
          {
            pipeline: {
              treat: {
                transforms: [
                  { kind: 'clamp', low: null, high: 85 },
                  { kind: 'box-cox', from: 2, add: 1, lambda: 0.5 },
                ],
              },
            },
          },
        ),
        leaf(
          'reflected',
          { method: 'z-score' },
          {
            direction: 'negative',
            pipeline: { treat: { transforms: [{ kind: 'log', sign: -1, from: 96, factor: 1, add: 2 }] } },
          },
        ),
      ]),
    ),
    branch(
      'referred',
      { method: 'arithmetic' },
      evenly([
        leaf('referred-a', { method: 'min-max' }),
        leaf('referred-b', { method: 'percentile-rank' }, { direction: 'negative' }),
      ]),
      { pipeline: { reference: { group: '甲' } } },
    ),
  ])

const screened = (): LoadedPlugin =>
  standard(
    'screened',
    [
      branch(
        'kept',
        { method: 'arithmetic' },
        evenly(
          Array.from({ length: 6 }, (_, index) =>
            leaf(`kept-${index}`, index % 2 === 0 ? { method: 'min-max' } : GOALPOSTS, {
              ...(index === 4 && { pipeline: { screen: 'drop' } }),
              ...(index === 5 && { pipeline: { screen: 'keep' } }),
            }),
          ),
        ),
      ),
      branch('compared', { method: 'topsis', within: 'period', scaling: 'vector', distance: 'euclidean' }, [
        leaf('compared-a', GOALPOSTS, { weight: 0.5 }),
        leaf('compared-b', { method: 'min-max' }, { weight: 0.5 }),
      ]),
    ],
    {
      pipeline: {
        screen: {
          units: { available: 0.75 },
          indicators: { available: 0.7, nonZero: 0.5 },
          keep: ['单位2（虚构）'],
          drop: ['单位9（虚构）'],
        },
        impute: [{ method: 'mean' }],
      },
    },
  )

/** All of them; of two draws of data, the first stands in saved workbooks. */
export const batchFixtures = (draw: 0 | 1): readonly BatchFixture[] => [
  fixture('comparisons', comparisons(), 11 + draw),
  fixture('ordered', ordered(), 21 + draw),
  fixture('samples', samples(), 32 + 3 * draw),
  fixture('prepared', prepared(), 41 + draw),
  fixture('screened', screened(), 51 + draw),
]
