import fc from 'fast-check'
import type { AggregateSpec, BranchSpec, Framework, IndicatorSpec, MissingPolicy, NodeSpec } from '../../src/index.ts'
import { framework, type Cell, type TestRow } from './build.ts'

const policy = fc.option(fc.constantFrom<MissingPolicy>('zero', 'exclude', 'no-result'), { nil: undefined })
const score = fc.integer({ min: 0, max: 100 })

const within = fc.constantFrom('period', 'group')
/** Methods that compare rows, and do not turn a better value into a lower score. */
const sampled: fc.Arbitrary<AggregateSpec> = fc.oneof(
  within.map((where) => ({ method: 'copeland', within: where }) as const),
  within.map((where) => ({ method: 'grey-relation', within: where, rho: 0.5 }) as const),
  within.map(
    (where) => ({ method: 'promethee', within: where, preference: { shape: 'linear', q: 2, p: 20 } }) as const,
  ),
)
/** Methods under which a better value may lower a score, the own or another's. */
const crooked: fc.Arbitrary<AggregateSpec> = fc.oneof(
  fc.constantFrom('plain', 'adjusted').map((variant) => ({ method: 'mazziotta-pareto', variant }) as const),
  fc
    .record({
      within,
      scaling: fc.constantFrom('vector', 'min-max', 'sum', 'none'),
      distance: fc.constantFrom('euclidean', 'manhattan', 'chebyshev'),
    })
    .map((rest) => ({ method: 'topsis', ...rest }) as const),
  within.map((where) => ({ method: 'vikor', within: where, v: 0.5 }) as const),
)
const aggregate: fc.Arbitrary<AggregateSpec> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ method: 'arithmetic' } as const) },
  fc.constant({ method: 'geometric' } as const),
  fc.constant({ method: 'harmonic' } as const),
  fc.constantFrom(-2, -0.5, 0.5, 2, 7).map((exponent) => ({ method: 'power', exponent }) as const),
  fc.constant({ method: 'minimum' } as const),
  fc.constantFrom(50, 80, 100).map((metAt) => ({ method: 'staircase', metAt }) as const),
  fc.constant({ method: 'product' } as const),
  fc.constantFrom(40, 100).map((full) => ({ method: 'deduct', full }) as const),
  fc.constantFrom(90, 100).map((max) => ({ method: 'bonus', above: 60, max }) as const),
  fc.constant({ method: 'weighted-median' } as const),
  fc.constant({ method: 'owa', weights: [] } as const),
  sampled,
  crooked,
)

type Measure = Pick<IndicatorSpec, 'direction' | 'normalise'>
const goalposts = { method: 'goalposts', worst: 0, best: 100 } as const
const measure: fc.Arbitrary<Measure> = fc.constantFrom<Measure>(
  { direction: 'positive', normalise: goalposts },
  { direction: 'negative', normalise: { method: 'goalposts', worst: 90, best: 15 } },
  { direction: 'positive', normalise: { method: 'goalposts-log', worst: 1, best: 90, offset: 0.5 } },
  {
    direction: 'positive',
    normalise: {
      method: 'piecewise',
      points: [
        [0, 0],
        [10, 35],
        [35, 85],
        [80, 100],
      ],
    },
  },
  {
    direction: 'negative',
    normalise: {
      method: 'piecewise',
      points: [
        [10, 95],
        [50, 40],
        [51, 40],
        [70, 10],
      ],
    },
  },
  { direction: 'target', normalise: { method: 'band', low: 5, ideal: [40, 60], high: 95 } },
  { direction: 'positive', normalise: { method: 'percentile', minGroup: 3, fallback: goalposts } },
  {
    direction: 'positive',
    normalise: {
      method: 'level-map',
      points: [
        [0, 0],
        [1, 20],
        [2, 45],
        [3, 100],
      ],
    },
  },
  { direction: 'positive', normalise: { method: 'boolean', whenTrue: 100, whenFalse: 10 } },
  {
    direction: 'positive',
    normalise: { method: 'expert', scale: [0, 100], ratersMin: 3, aggregate: 'trimmed-mean', dispersionAlert: 15 },
  },
)

const shape: fc.Memo<NodeSpec> = fc.memo((depth) =>
  depth <= 1 ? indicator : fc.oneof({ weight: 2, arbitrary: indicator }, { weight: 3, arbitrary: node(depth) }),
)
const indicator: fc.Arbitrary<IndicatorSpec> = fc
  .record({ measure, missing: policy, basic: fc.boolean() })
  .map(({ measure: what, missing, basic }) => ({
    kind: 'indicator',
    id: '',
    weight: 1,
    basic,
    ...what,
    ...(missing && { missing }),
  }))

function node(depth: number): fc.Arbitrary<BranchSpec> {
  return fc
    .record({
      aggregate,
      children: fc.array(shape(depth - 1), { minLength: 1, maxLength: 4 }),
      weights: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
      missing: policy,
      minCoverage: fc.option(fc.constantFrom(0.3, 0.7), { nil: undefined, freq: 6 }),
    })
    .map(({ aggregate: method, children, weights, missing, minCoverage }) => ({
      kind: 'branch',
      id: '',
      weight: 1,
      aggregate: method.method === 'owa' ? placed(children.length) : method,
      children: weighted(children, weights, method),
      ...(missing && { missing }),
      ...(minCoverage !== undefined && { minCoverage }),
    }))
}

/** Weights by place that fall from the best child to the worst. */
const placed = (children: number): AggregateSpec => ({
  method: 'owa',
  weights: Array.from({ length: children }, (_, place) => (2 * (children - place)) / (children * (children + 1))),
})

/** Shares for means; points below a deduction or a bonus. At least one child has weight. */
function weighted(
  children: readonly NodeSpec[],
  weights: readonly number[],
  { method }: AggregateSpec,
): readonly NodeSpec[] {
  const raw = children.map((_, index) => (weights[index] ?? 0) + (index === 0 ? 1 : 0))
  const total = raw.reduce((sum, weight) => sum + weight, 0)
  const points = method === 'deduct' || method === 'bonus'
  return children.map((child, index) => ({
    ...child,
    weight: points ? (raw[index] ?? 0) * 4 : (raw[index] ?? 0) / total,
  }))
}

/** A sound framework: any tree, any method, any policy. */
export const anyFramework: fc.Arbitrary<Framework> = fc
  .record({ root: node(3), missing: fc.constantFrom<MissingPolicy>('zero', 'zero', 'exclude', 'no-result') })
  .map(({ root, missing }) =>
    framework(named(root), {
      missing,
      basicRule: [
        { grade: 'L2', min: 5 },
        { grade: 'L4', min: 30 },
      ],
    }),
  )

function named(root: BranchSpec): BranchSpec {
  let next = 0
  const name = (spec: BranchSpec): BranchSpec => ({
    ...spec,
    id: `n${next++}`,
    children: spec.children.map((child) => (child.kind === 'branch' ? name(child) : { ...child, id: `n${next++}` })),
  })
  return name(root)
}

export function indicatorsOf(spec: NodeSpec): readonly IndicatorSpec[] {
  return spec.kind === 'indicator' ? [spec] : spec.children.flatMap(indicatorsOf)
}

function cell({ normalise }: IndicatorSpec): fc.Arbitrary<Cell> {
  const value: fc.Arbitrary<Cell> =
    normalise.method === 'boolean'
      ? fc.constantFrom(0, 1)
      : normalise.method === 'level-map'
        ? fc.constantFrom(0, 1, 2, 3)
        : normalise.method === 'expert'
          ? fc.oneof(score, fc.array(score, { minLength: 1, maxLength: 6 }))
          : fc.oneof(score, fc.double({ min: -20, max: 120, noNaN: true }))
  return fc.oneof({ weight: 8, arbitrary: value }, fc.constant(null), fc.constant('na' as const))
}

/** Rows that the framework can score: values, blanks of both kinds, two periods, two groups or none. */
export function anyRows({ root }: Framework): fc.Arbitrary<readonly TestRow[]> {
  const cells = fc.record(Object.fromEntries(indicatorsOf(root).map((spec) => [spec.id, cell(spec)])))
  const row = fc.record({ cells, period: fc.constantFrom('2024', '2025'), group: fc.constantFrom('x', 'y', null) })
  return fc
    .array(row, { minLength: 2, maxLength: 6 })
    .map((rows) => rows.map((each, index) => ({ ...each, unit: `u${index}` })))
}

/** The aggregations of a tree. */
export function methodsOf(spec: NodeSpec): readonly AggregateSpec['method'][] {
  return spec.kind === 'indicator' ? [] : [spec.aggregate.method, ...spec.children.flatMap(methodsOf)]
}
