import {
  Blank,
  compile,
  score,
  trace,
  type AggregateSpec,
  type Column,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type NormaliseSpec,
  type TraceNode,
} from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregateSteps, normaliseSteps } from './formula.ts'
import { workOut } from './sum.fixture.ts'

const METHODS: readonly NormaliseSpec[] = [
  { method: 'goalposts', worst: 30, best: 90 },
  { method: 'goalposts', worst: 40, best: 8 },
  { method: 'goalposts-log', worst: 1, best: 60, offset: 1 },
  {
    method: 'piecewise',
    points: [
      [0, 0],
      [10, 35],
      [20, 60],
      [35, 85],
      [50, 100],
    ],
  },
  { method: 'band', low: 10, ideal: [30, 40], high: 80 },
  { method: 'percentile', minGroup: 3, fallback: { method: 'goalposts', worst: 0, best: 100 } },
]
const AGGREGATES: readonly AggregateSpec[] = [
  { method: 'arithmetic' },
  { method: 'geometric' },
  { method: 'harmonic' },
  { method: 'power', exponent: 2 },
  { method: 'minimum' },
  { method: 'product' },
  { method: 'weighted-median' },
  { method: 'owa', weights: [0.3, 0.25, 0.2, 0.15, 0.07, 0.03] },
  { method: 'choquet', interactions: [{ between: ['i0', 'i1'], value: 0.1 }] },
  { method: 'mazziotta-pareto', variant: 'plain' },
  { method: 'mazziotta-pareto', variant: 'adjusted' },
  { method: 'copeland', within: 'period' },
  { method: 'topsis', within: 'period', scaling: 'none', distance: 'euclidean' },
  { method: 'vikor', within: 'period', v: 0.5 },
  { method: 'promethee', within: 'period', preference: { shape: 'linear', q: 5, p: 30 } },
  { method: 'grey-relation', within: 'period', rho: 0.5 },
]
/** Sums whose parts are written finely enough for a reader to check; quotients of small distances are coarser. */
const CHECKED: readonly AggregateSpec['method'][] = [
  'arithmetic',
  'owa',
  'choquet',
  'copeland',
  'promethee',
  'grey-relation',
]

const direction = (spec: NormaliseSpec): IndicatorSpec['direction'] => {
  if (spec.method === 'band') return 'target'
  return spec.method === 'goalposts' && spec.best < spec.worst ? 'negative' : 'positive'
}

const framework = (aggregate: AggregateSpec): Framework => ({
  semantics: 1,
  missing: 'zero',
  facts: [],
  gates: [],
  grades: [{ id: 'L1', min: 0 }],
  basicRule: [],
  periodMonths: 12,
  root: {
    kind: 'branch',
    id: 'root',
    weight: 1,
    aggregate,
    children: METHODS.map((normalise, index) => ({
      kind: 'indicator',
      id: `i${index}`,
      weight: 1 / METHODS.length,
      direction: direction(normalise),
      normalise,
    })),
  },
})

/** Most cells have a value; one in five is blank, of either kind. */
const cell = fc.record({
  blank: fc.constantFrom(Blank.none, Blank.none, Blank.none, Blank.none, Blank.unanswered, Blank.notApplicable),
  value: fc.integer({ min: 0, max: 12_000 }).map((hundredths) => hundredths / 100),
})
type Cell = typeof cell extends fc.Arbitrary<infer T> ? T : never

const rows = fc.array(fc.array(cell, { minLength: METHODS.length, maxLength: METHODS.length }), {
  minLength: 4,
  maxLength: 7,
})

function datasetOf(table: readonly (readonly Cell[])[]): Dataset {
  const column = (index: number): Column => {
    const cells = table.flatMap((row) => row[index] ?? [])
    return {
      values: Float64Array.from(cells, ({ blank, value }) => (blank === Blank.none ? value : NaN)),
      blanks: Uint8Array.from(cells, ({ blank }) => blank),
    }
  }
  return {
    size: table.length,
    units: table.map((_, row) => `u${row}`),
    periods: table.map(() => '2025'),
    groups: table.map(() => null),
    columns: new Map(METHODS.map((_, index) => [`i${index}`, column(index)])),
  }
}

const nodesOf = (node: TraceNode): readonly TraceNode[] =>
  node.kind === 'branch' ? [node, ...node.children.flatMap(nodesOf)] : [node]

describe.each(AGGREGATES.map((aggregate) => [aggregate.method, aggregate] as const))(
  'sums under %s',
  (_, aggregate) => {
    const plan = compile(framework(aggregate))

    it('end in the score that the kernel gave, for any values', () => {
      fc.assert(
        fc.property(rows, (table) => {
          const dataset = datasetOf(table)
          const result = score(plan, dataset)
          for (let row = 0; row < dataset.size; row += 1) {
            for (const node of nodesOf(trace(result, dataset, row).root)) {
              if (node.state !== 'scored' || node.score === null) continue
              const steps = node.kind === 'indicator' ? normaliseSteps(node) : aggregateSteps(node)
              expect(steps.at(-1)?.result).toBeCloseTo(node.score, 6)
            }
          }
        }),
        { numRuns: 60 },
      )
    })

    it('come out with a pocket calculator', () => {
      fc.assert(
        fc.property(rows, (table) => {
          const dataset = datasetOf(table)
          const { root } = trace(score(plan, dataset), dataset, 0)
          for (const node of nodesOf(root)) {
            // Zeros, and scores rounded to two digits, make the reader's quotients and powers coarse: means only.
            const written =
              node.kind === 'indicator'
                ? normaliseSteps(node)
                : CHECKED.includes(aggregate.method)
                  ? aggregateSteps(node)
                  : []
            for (const { expression, result } of written) {
              // Weights show four digits and scores two: up to 6 × (100 × 0.00005 + 0.005).
              if (expression !== undefined) expect(Math.abs(workOut(expression) - (result ?? NaN))).toBeLessThan(0.06)
            }
          }
        }),
        { numRuns: 60 },
      )
    })
  },
)

describe('the pocket calculator', () => {
  it('can count', () => {
    expect(workOut('(67.8 − 30) ÷ (90 − 30) × 100')).toBeCloseTo(63, 10)
    expect(workOut('2 ^ 3 + min(4, 2 − 1) × ln(1)')).toBe(8)
    expect(workOut('((−6) − 0) ÷ (15 − 0) × 100')).toBe(-40)
  })
})
