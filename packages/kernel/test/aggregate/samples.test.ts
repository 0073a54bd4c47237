import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  compromiseOf,
  copeland,
  greyRelation,
  NodeState,
  outranking,
  promethee,
  score,
  topsis,
  trace,
  vikor,
  type BranchSpec,
  type Result,
  type Sample,
  type SampleAggregateSpec,
} from '../../src/index.ts'
import { preferenceFor } from '../../src/aggregate/sample/preference.ts'
import { rowSample } from '../../src/aggregate/sample/rows.ts'
import { isFlat } from '../../src/aggregate/sample/sample.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from '../support/build.ts'
import { runs } from '../support/runs.ts'

const TOPSIS = { method: 'topsis', within: 'period', scaling: 'none', distance: 'euclidean' } as const
const SPECS: readonly SampleAggregateSpec[] = [
  { method: 'copeland', within: 'period' },
  TOPSIS,
  { ...TOPSIS, scaling: 'vector', distance: 'manhattan' },
  { ...TOPSIS, scaling: 'min-max', distance: 'chebyshev' },
  { ...TOPSIS, scaling: 'sum' },
  { method: 'vikor', within: 'period', v: 0.5 },
  { method: 'promethee', within: 'period', preference: { shape: 'usual' } },
  { method: 'promethee', within: 'period', preference: { shape: 'linear', q: 5, p: 30 } },
  { method: 'grey-relation', within: 'period', rho: 0.5 },
]
const named = SPECS.map(
  (spec) =>
    [
      Object.values(spec)
        .map((value) => (typeof value === 'object' ? value.shape : value))
        .join(' '),
      spec,
    ] as const,
)

/** Three children of weights 0.5, 0.3, 0.2. */
const root = (aggregate: SampleAggregateSpec, over: Partial<BranchSpec> = {}): BranchSpec =>
  branch('root', [leaf('a', 0.5), leaf('b', 0.3), leaf('c', 0.2)], { aggregate, ...over })
const scored = (aggregate: SampleAggregateSpec, rows: readonly TestRow[], over: Partial<BranchSpec> = {}): Result =>
  score(compile(framework(root(aggregate, over), { missing: 'exclude' })), dataset(rows))
const row = (a: Cell, b: Cell, c: Cell, over: Partial<TestRow> = {}): TestRow => ({ cells: { a, b, c }, ...over })

describe('scores on 0 to 100, by hand', () => {
  const rows = [row(100, 50, 20), row(60, 100, 20), row(20, 0, 20)]

  it('Copeland: 50 (1 + (won - lost) / others)', () => {
    // 0 beats 1 by 0.5 + 0.1 of c, tied; both beat 2
    expect([...scored({ method: 'copeland', within: 'period' }, rows).score]).toEqual([100, 50, 0])
    // a and b tie: the columns are split in halves
    const halves = branch('root', [leaf('a', 0.5), leaf('b', 0.5)], {
      aggregate: { method: 'copeland', within: 'period' },
    })
    const result = score(compile(framework(halves)), dataset([{ cells: { a: 9, b: 1 } }, { cells: { a: 1, b: 9 } }]))
    expect([...result.score]).toEqual([50, 50])
    expect(result.nodes.map(({ contributionToParent }) => [...contributionToParent])).toEqual([
      [50, 0],
      [0, 50],
      [50, 50],
    ])
  })

  it('TOPSIS: distance from the worst by both distances, x 100', () => {
    const result = scored(TOPSIS, rows)
    const second = { best: Math.hypot(0.5 * 40, 0), worst: Math.hypot(0.5 * 40, 0.3 * 100) }
    expect(result.score[0]).toBeCloseTo((100 * Math.hypot(40, 15)) / (Math.hypot(40, 15) + 15), 8)
    expect(result.score[1]).toBeCloseTo((100 * second.worst) / (second.worst + second.best), 8)
    expect(result.score[2]).toBe(0)
    // its part of the distance from the worst: 20² and 30²
    const parts = result.nodes.map(({ contributionToParent }) => contributionToParent[1] ?? NaN)
    expect(parts[0]).toBeCloseTo(((result.score[1] ?? NaN) * 400) / 1300, 8)
    expect(parts[2]).toBe(0)
    // at 0 the children have 0
    expect(result.nodes.slice(0, 3).map(({ contributionToParent }) => contributionToParent[2])).toEqual([0, 0, 0])
  })

  it('VIKOR: 100 (1 - Q)', () => {
    // S: 0.15, 0.25, 0.8; R: 0.15, 0.25, 0.5
    const result = scored({ method: 'vikor', within: 'period', v: 0.75 }, rows)
    expect([...result.score]).toEqual([
      100,
      expect.closeTo(100 * (1 - (0.75 * 0.1) / 0.65 - (0.25 * 0.1) / 0.35), 8),
      0,
    ])
  })

  it('PROMETHEE II: 50 (1 + net flow)', () => {
    const result = scored({ method: 'promethee', within: 'period', preference: { shape: 'usual' } }, rows)
    // 0 against 1: 0.5 - 0.3; against 2: 0.8
    expect([...result.score]).toEqual([
      expect.closeTo(75, 8),
      expect.closeTo(50 * (1 + (0.8 - 0.2) / 2), 8),
      expect.closeTo(10, 8),
    ])
  })

  it('grey relation: 100 x the weighted mean of the coefficients; a constant column is at its best', () => {
    const result = scored({ method: 'grey-relation', within: 'period', rho: 0.5 }, rows)
    expect([...result.score]).toEqual([
      expect.closeTo(100 * (0.5 + 0.3 * 0.5 + 0.2), 8),
      expect.closeTo(100 * (0.5 * 0.5 + 0.3 + 0.2), 8),
      expect.closeTo(100 * (0.8 / 3 + 0.2), 8),
    ])
  })
})

describe('figures, by hand', () => {
  const shares = Float64Array.of(0.6, 0.4)
  const three: Sample = {
    rows: 3,
    columns: 2,
    values: Float64Array.of(80, 20, 60, 50, 20, 50),
    weights: Float64Array.of(0.6, 0.4, 0.6, 0.4, 0.6, 0.4),
    shares,
  }
  const nearly = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 9) as unknown)

  it('Copeland: votes of the columns, victories, and who gave them', () => {
    expect([...outranking(three)]).toEqual(nearly([0, 0.6, 0.6, 0.4, 0, 0.8, 0.4, 0.2, 0]))
    const { wins, ties, losses, score: own, points } = copeland(three)
    expect([wins, ties, losses].map((counts) => [...counts])).toEqual([
      [2, 1, 0],
      [0, 0, 0],
      [0, 1, 2],
    ])
    expect([...own]).toEqual([100, 50, 0])
    // the second beats the third by 0.6 and half of 0.4
    expect([...points]).toEqual(nearly([100, 0, 37.5, 12.5, 0, 0]))
  })

  it('Copeland: what one of two lacks does not vote; with nothing in common they tie', () => {
    const gaps = {
      ...three,
      values: Float64Array.of(80, NaN, 60, 50, NaN, 70),
      weights: Float64Array.of(1, 0, 0.6, 0.4, 0, 1),
    }
    expect([...outranking(gaps)]).toEqual([0, 1, 0.5, 0, 0, 0, 0.5, 1, 0])
    const { wins, ties, losses, points } = copeland(gaps)
    expect([wins, ties, losses].map((counts) => [...counts])).toEqual([
      [1, 0, 1],
      [1, 0, 1],
      [0, 2, 0],
    ])
    expect([...points]).toEqual([75, 0, 0, 0, 0, 75])
  })

  it('what differs by rounding alone is equal, measured by the range of the column', () => {
    const column = (...values: readonly number[]): Sample => ({
      rows: values.length,
      columns: 1,
      values: Float64Array.from(values),
      weights: Float64Array.from(values, () => 1),
      shares: Float64Array.of(1),
    })
    for (const third of [1, -(0.1 + 0.2)]) {
      const near = column(0.1 + 0.2, 0.3, third)
      expect([...copeland(near).ties]).toEqual([1, 1, 0])
      expect(promethee(near, [{ shape: 'usual' }]).plus[0]).toBe(promethee(near, [{ shape: 'usual' }]).plus[1])
    }
    expect([...copeland(column(0.3 + 1e-11, 0.3, 1)).ties]).toEqual([0, 0, 0])
  })

  it('PROMETHEE II in a standard: by the preference that it names', () => {
    const rows = [row(60, 0, 0), row(50, 0, 0), row(0, 0, 0)]
    const preference = { shape: 'v-shape', p: 20 } as const
    // half a preference of 0.5 over the second, a whole one over the third
    expect([...scored({ method: 'promethee', within: 'period', preference }, rows).score]).toEqual(
      nearly([50 * (1 + (0.25 + 0.5) / 2), 50 * (1 + (0.5 - 0.25) / 2), 25]),
    )
  })

  it('TOPSIS: distances by each scaling and each way to measure', () => {
    const figures = (
      scaling: 'none' | 'sum' | 'vector' | 'min-max',
      distance: 'manhattan' | 'euclidean' | 'chebyshev',
    ) => {
      const { toBest, toWorst, closeness } = topsis(three, { scaling, distance })
      for (const [at, worst] of toWorst.entries())
        expect(closeness[at]).toBeCloseTo(worst / (worst + (toBest[at] ?? NaN)), 12)
      return [[...toBest], [...toWorst]]
    }
    // shares of 160: 0.5, 0.375, 0.125; of 120: 1/6, 5/12, 5/12
    expect(figures('sum', 'manhattan')).toEqual([nearly([0.1, 0.075, 0.225]), nearly([0.225, 0.25, 0.1])])
    expect(figures('min-max', 'chebyshev')).toEqual([nearly([0.4, 0.2, 0.6]), nearly([0.6, 0.4, 0.4])])
    expect(figures('none', 'euclidean')).toEqual([nearly([12, 12, 36]), nearly([36, Math.hypot(24, 12), 12])])
    const [a, b] = [Math.sqrt(80 ** 2 + 60 ** 2 + 20 ** 2), Math.sqrt(20 ** 2 + 50 ** 2 + 50 ** 2)]
    expect(figures('vector', 'euclidean')).toEqual([
      nearly([12 / b, 12 / a, 36 / a]),
      nearly([36 / a, Math.hypot(24 / a, 12 / b), 12 / b]),
    ])
    const { points, score: own } = topsis(three, { scaling: 'sum', distance: 'manhattan' })
    expect([...own]).toEqual(nearly([2250 / 32.5, 2500 / 32.5, 1000 / 32.5]))
    // the second is 0.15 and 0.1 from the worst
    expect([...points]).toEqual(nearly([2250 / 32.5, 0, 1500 / 32.5, 1000 / 32.5, 0, 1000 / 32.5]))
  })

  it('TOPSIS: a gap is no part of what its column is scaled by', () => {
    const gaps: Sample = {
      rows: 3,
      columns: 2,
      values: Float64Array.of(3, 1, 1, 1, NaN, 4),
      weights: Float64Array.of(0.5, 0.5, 0.5, 0.5, 0, 1),
      shares: Float64Array.of(0.5, 0.5),
    }
    // shares of 4: 3/4, 1/4; of 6: 1/6, 1/6, 4/6
    const { toBest, toWorst } = topsis(gaps, { scaling: 'sum', distance: 'manhattan' })
    expect([...toBest]).toEqual(nearly([0.25, 0.5, 0]))
    expect([...toWorst]).toEqual(nearly([0.25, 0, 0.5]))
  })

  it('VIKOR: S, R, Q and their ranges', () => {
    const found = vikor(three, 0.25)
    expect([...found.s]).toEqual(nearly([0.4, 0.2, 0.6]))
    expect([...found.r]).toEqual(nearly([0.4, 0.2, 0.6]))
    expect([...found.q]).toEqual(nearly([0.5, 0, 1]))
    expect([found.sRange, found.rRange]).toEqual(
      Array.from({ length: 2 }, () => ({
        low: expect.closeTo(0.2, 9) as unknown,
        high: expect.closeTo(0.6, 9) as unknown,
      })),
    )
    expect([...found.points]).toEqual(nearly([50, 0, 50, 50, 0, 0]))
  })

  it('grey relation: coefficients, grade, points', () => {
    const found = greyRelation(three, 0.5)
    expect([...found.coefficients]).toEqual(nearly([1, 1 / 3, 0.6, 1, 1 / 3, 1]))
    expect([...found.grade]).toEqual(nearly([0.6 + 0.4 / 3, 0.76, 0.6]))
    expect([...found.points]).toEqual(nearly([60, 40 / 3, 36, 40, 20, 40]))
  })

  it('PROMETHEE II: flows, and points by column', () => {
    const found = promethee(three, [{ shape: 'v-shape', p: 40 }, { shape: 'usual' }])
    expect([...found.plus]).toEqual(nearly([0.45, 0.5, 0.2]))
    expect([...found.minus]).toEqual(nearly([0.4, 0.15, 0.6]))
    expect([...found.net]).toEqual(nearly([0.05, 0.35, -0.4]))
    // 50 (1 + margin) of each column: half, whole; half and whole for the other
    expect([...found.points]).toEqual(nearly([52.5, 0, 37.5, 30, 0, 30]))
  })

  it('PROMETHEE II: in the columns that both have, re-shared; none in common, no preference', () => {
    const gaps = {
      ...three,
      values: Float64Array.of(80, NaN, 60, 50, NaN, 70),
      weights: Float64Array.of(1, 0, 0.6, 0.4, 0, 1),
    }
    const found = promethee(gaps, [{ shape: 'usual' }, { shape: 'usual' }])
    expect([...found.plus]).toEqual([0.5, 0, 0.5])
    expect([...found.minus]).toEqual([0, 1, 0])
    expect([...found.points]).toEqual([75, 0, 0, 0, 0, 75])
  })
})

describe('who is compared with whom', () => {
  const rows = [
    row(90, 90, 90, { period: '2024', group: 'x' }),
    row(80, 80, 80, { period: '2025', group: 'x' }),
    row(50, 50, 50, { period: '2025', group: 'x' }),
    row(40, 40, 40, { period: '2025', group: null }),
    row(30, 30, 30, { period: '2025', group: null }),
  ]

  it('all of the period, or those of the peer group', () => {
    expect([...scored({ method: 'copeland', within: 'period' }, rows).score]).toEqual([
      NaN,
      100,
      expect.closeTo(200 / 3, 8),
      expect.closeTo(100 / 3, 8),
      0,
    ])
    expect([...scored({ method: 'copeland', within: 'group' }, rows).score]).toEqual([NaN, 100, 0, 100, 0])
  })

  it.each(named)('%s: alone is a state of its own, without a score or weights', (_, spec) => {
    const result = scored(spec, [row(90, 90, 90, { period: '2024' }), row(1, 2, 3), row(4, 5, 6)])
    expect(result.score[0]).toBeNaN()
    expect(result.nodes[3]?.state[0]).toBe(NodeState.alone)
    expect(result.nodes[0]?.effectiveWeight[0]).toBe(0)
    expect(result.nodes[0]?.state[0]).toBe(NodeState.scored)
    const data = dataset([row(1, 2, 3)])
    expect(trace(score(compile(framework(root(spec))), data), data, 0).root).toMatchObject({
      state: 'alone',
      score: null,
      detail: { kind: 'none' },
    })
  })

  it.each([
    ['zero', 25],
    ['exclude', 50],
    ['no-result', NaN],
    [undefined, NaN],
  ] as const)('below a parent, alone means what its policy %s says', (missing, expected) => {
    const inner = branch('inner', [leaf('a')], {
      weight: 0.5,
      aggregate: { method: 'copeland', within: 'period' },
      ...(missing && { missing }),
    })
    const result = score(
      compile(framework(branch('root', [inner, leaf('b', 0.5)]))),
      dataset([{ cells: { a: 7, b: 50 } }]),
    )
    expect(result.score[0]).toEqual(expected)
  })

  it('a row that is not scored takes no part: below coverage, blocked, not applicable', () => {
    const rowsWith = [row(90, 80, 70), row(10, 20, 30), row(null, null, 99), row('na', 'na', 'na')]
    const result = scored({ method: 'copeland', within: 'period' }, rowsWith, { minCoverage: 0.5 })
    expect([...result.score]).toEqual([100, 0, NaN, NaN])
    expect([...(result.nodes[3]?.state ?? [])]).toEqual([
      NodeState.scored,
      NodeState.scored,
      NodeState.belowCoverage,
      NodeState.notApplicable,
    ])
  })
})

describe('the order of rows in a file', () => {
  const value = fc.oneof(
    { weight: 6, arbitrary: fc.double({ min: 0, max: 100, noNaN: true }) },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(0, 50, 100) },
  )

  const figures = ({ score: own, nodes }: Result): number[][] =>
    [own, ...nodes.map((node) => node.contributionToParent)].map((column) => [...column])

  it.each(named)('%s: moves no bit', (_, spec) => {
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 9 }), fc.nat(), (cells, seed) => {
        const rows = cells.map((each, place) => row(...each, { unit: `u${place}` }))
        // a permutation of its own for every seed: rows by a multiple of their place
        const order = [...rows.keys()].sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101))
        const straight = figures(scored(spec, rows))
        const mixed = scored(
          spec,
          order.flatMap((place) => rows[place] ?? []),
        )
        expect(figures(mixed)).toEqual(straight.map((column) => order.map((place) => column[place])))
      }),
      runs(100),
    )
  })

  it('rows are compared from the lowest, column by column, what is missing before all', () => {
    const { nodes } = scored({ method: 'copeland', within: 'period' }, [
      row(90, 80, 70),
      row(10, 20, 30),
      row(10, null, 99),
      row(10, 20, 5),
      row(null, null, null),
      row(10, 20, 30),
    ])
    const [a, b, c, own] = nodes
    if (!a || !b || !c || !own) throw new Error('no nodes')
    const shares = Float64Array.of(0.5, 0.3, 0.2)
    const { rows, sample } = rowSample({ own, children: [a, b, c], shares }, [0, 1, 2, 3, 4, 5])
    expect(rows).toEqual([2, 3, 1, 5, 0])
    expect(sample).toMatchObject({ rows: 5, columns: 3, shares })
    expect([...sample.values]).toEqual([10, NaN, 99, 10, 20, 5, 10, 20, 30, 10, 20, 30, 90, 80, 70])
    expect([...sample.weights.subarray(0, 6)]).toEqual(
      [5 / 7, 0, 2 / 7, 0.5, 0.3, 0.2].map((share) => expect.closeTo(share, 12) as unknown),
    )
  })
})

it('the ends of a range are one but for rounding, measured by their size', () => {
  expect([isFlat(1e6, 1e6 + 1e-7), isFlat(1e6, 1e6 + 1e-5), isFlat(0, 0), isFlat(0, 1e-15)]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect([isFlat(-1e6 - 1e-7, -1e6), isFlat(1e-6, 1e-6 + 1e-17), isFlat(1e-6, 1.0000001e-6)]).toEqual([
    true,
    false,
    false,
  ])
})

describe('what a missing child does', () => {
  it.each(named)('%s: excluded, its weight goes to the others; zeroed, it is 0', (_, spec) => {
    const rows = [row(90, 80, 70), row(10, 20, 30), row(95, null, 1)]
    const excluded = scored(spec, rows)
    expect(excluded.nodes.slice(0, 3).map(({ effectiveWeight }) => effectiveWeight[2])).toEqual([
      expect.closeTo(5 / 7, 12),
      0,
      expect.closeTo(2 / 7, 12),
    ])
    expect(excluded.nodes[1]?.contributionToParent[2]).toBe(0)
    const zeroed = score(compile(framework(root(spec), { missing: 'zero' })), dataset(rows))
    const written = scored(spec, [row(90, 80, 70), row(10, 20, 30), row(95, 0, 1)])
    expect(zeroed.score).toEqual(written.score)
    expect(zeroed.score[2]).not.toBe(excluded.score[2])
  })

  it('no-result: the row has none and takes no part', () => {
    const plan = compile(framework(root({ method: 'copeland', within: 'period' }), { missing: 'no-result' }))
    expect([...score(plan, dataset([row(90, 80, 70), row(10, 20, 30), row(99, null, 99)])).score]).toEqual([
      100,
      0,
      NaN,
    ])
  })

  it('pairs with nothing in common are ties, and the points go by weight', () => {
    const result = scored({ method: 'copeland', within: 'period' }, [row(90, null, null), row(null, 80, 70)])
    expect([...result.score]).toEqual([50, 50])
    expect(result.nodes.slice(0, 3).map(({ contributionToParent }) => [...contributionToParent])).toEqual([
      [50, 0],
      [0, 30],
      [0, 20],
    ])
    const flows = scored({ method: 'promethee', within: 'period', preference: { shape: 'usual' } }, [
      row(90, null, null),
      row(null, 80, 70),
    ])
    expect([...flows.score].map((value) => Math.round(value * 1e6) / 1e6)).toEqual([50, 50])
  })

  it('a child of weight 0 is as if it were not there', () => {
    const cells = [
      { a: 10, b: 60, z: 99 },
      { a: 70, b: 20, z: 1 },
      { a: 40, b: 30, z: 50 },
    ]
    for (const spec of SPECS) {
      const [without, with0] = [[], [leaf('z', 0)]].map(
        (extra) =>
          score(
            compile(framework(branch('root', [leaf('a', 0.6), leaf('b', 0.4), ...extra], { aggregate: spec }))),
            dataset(cells.map((each) => ({ cells: each }))),
          ).score,
      )
      expect(with0).toEqual(without)
    }
  })
})

describe('nobody differs', () => {
  it.each([
    ['copeland', 50],
    ['topsis', 50],
    ['vikor', 100],
    ['promethee', 50],
    ['grey-relation', 100],
  ])('%s: %s for all', (method, expected) => {
    for (const spec of SPECS.filter((one) => one.method === method)) {
      for (const value of [40, 0]) {
        const result = scored(spec, [row(value, value, value), row(value, value, value), row(value, value, value)])
        for (const own of result.score) expect(own).toBeCloseTo(expected, 8)
        const sums = [0, 1, 2].map((at) =>
          result.nodes
            .slice(0, 3)
            .reduce((sum, { contributionToParent }) => sum + (contributionToParent[at] ?? NaN), 0),
        )
        for (const sum of sums) expect(sum).toBeCloseTo(expected, 8)
      }
    }
  })
})

it('scores that differ by less than the grid are equal', () => {
  const near = [row(50, 50, 50), row(50.0000000001, 50, 50), row(20, 20, 20)]
  expect([...scored({ method: 'copeland', within: 'period' }, near).score]).toEqual([75, 75, 0])
  expect([
    ...scored({ method: 'copeland', within: 'period' }, [row(50, 50, 50), row(50.000000002, 50, 50)]).score,
  ]).toEqual([0, 100])
})

describe('preference functions', () => {
  it.each([
    [{ shape: 'usual' }, 0.01, 1],
    [{ shape: 'u-shape', q: 5 }, 5, 0],
    [{ shape: 'u-shape', q: 5 }, 5.1, 1],
    [{ shape: 'v-shape', p: 10 }, 4, 0.4],
    [{ shape: 'v-shape', p: 10 }, 14, 1],
    [{ shape: 'level', q: 5, p: 15 }, 5, 0],
    [{ shape: 'level', q: 5, p: 15 }, 6, 0.5],
    [{ shape: 'level', q: 5, p: 15 }, 15, 0.5],
    [{ shape: 'level', q: 5, p: 15 }, 16, 1],
    [{ shape: 'linear', q: 5, p: 15 }, 4, 0],
    [{ shape: 'linear', q: 5, p: 15 }, 10, 0.5],
    [{ shape: 'linear', q: 5, p: 15 }, 20, 1],
    [{ shape: 'gaussian', s: 2 }, 2, 1 - Math.exp(-0.5)],
  ] as const)('%o at %s: %s', (spec, lead, expected) => {
    expect(preferenceFor(spec, lead)).toBeCloseTo(expected, 12)
    expect(preferenceFor(spec, -lead)).toBe(0)
    expect(preferenceFor(spec, 0)).toBe(0)
    expect(preferenceFor(spec, NaN)).toBe(0)
  })
})

describe('trace', () => {
  const rows = [
    row(100, 50, 20),
    row(60, 100, 20),
    row(20, 0, 20),
    row(99, 99, 99, { period: '2024' }),
    row(98, 98, 98, { period: '2024' }),
  ]
  const detail = (spec: SampleAggregateSpec, at: number) => {
    const data = dataset(rows)
    return trace(score(compile(framework(root(spec))), data), data, at).root.detail
  }

  it('has the figures of the sum', () => {
    expect(detail({ method: 'copeland', within: 'period' }, 1)).toEqual({
      kind: 'copeland',
      size: 3,
      wins: 1,
      ties: 0,
      losses: 1,
    })
    expect(detail(TOPSIS, 2)).toMatchObject({ kind: 'topsis', size: 3, toWorst: 0 })
    expect(detail({ method: 'vikor', within: 'period', v: 0.5 }, 0)).toMatchObject({
      kind: 'vikor',
      size: 3,
      q: 0,
      compromise: true,
      sRange: { low: expect.closeTo(0.15, 9), high: expect.closeTo(0.8, 9) },
      rRange: { low: expect.closeTo(0.15, 9), high: expect.closeTo(0.5, 9) },
    })
    expect(detail({ method: 'vikor', within: 'period', v: 0.5 }, 2)).toMatchObject({ q: 1, compromise: false })
    expect(detail({ method: 'promethee', within: 'period', preference: { shape: 'usual' } }, 0)).toEqual({
      kind: 'promethee',
      size: 3,
      plus: expect.closeTo(0.65, 12),
      minus: expect.closeTo(0.15, 12),
    })
    expect(detail({ method: 'grey-relation', within: 'period', rho: 0.5 }, 0)).toEqual({
      kind: 'grey',
      size: 3,
      coefficients: [1, 0.5, 1],
    })
    expect(detail({ method: 'copeland', within: 'period' }, 4)).toEqual({
      kind: 'copeland',
      size: 2,
      wins: 0,
      ties: 0,
      losses: 1,
    })
  })

  it('has null for a child that does not count', () => {
    const data = dataset([row(100, 50, 'na'), row(60, 100, 20)])
    const made = trace(
      score(compile(framework(root({ method: 'grey-relation', within: 'period', rho: 0.5 }))), data),
      data,
      0,
    )
    expect(made.root.detail).toMatchObject({ coefficients: [1, expect.closeTo(1 / 3, 12), null] })
  })
})

describe('compromise', () => {
  const at = (q: readonly number[], s = q, r = q) =>
    compromiseOf({ q: Float64Array.from(q), s: Float64Array.from(s), r: Float64Array.from(r) })

  it('the first alone, the first two, or all that are near', () => {
    expect(at([0.9, 0, 0.6])).toEqual({ advantage: true, stability: true, rows: [1] })
    expect(at([0.9, 0, 0.6], [0, 1, 2], [0, 1, 2])).toEqual({ advantage: true, stability: false, rows: [1, 2] })
    expect(at([0.9, 0, 0.6], [0, 1, 2], [2, 1, 1])).toEqual({ advantage: true, stability: true, rows: [1] })
    expect(at([0.4, 0, 0.6, 0.2])).toEqual({ advantage: false, stability: true, rows: [1, 3] })
    expect(at([0, 0.5, 1])).toMatchObject({ advantage: true, rows: [0] })
    // as far behind as 1 / (m - 1) is no longer within it
    expect(at([0, 0.2, 0.5])).toMatchObject({ advantage: false, rows: [0, 1] })
    expect(at([0, 0.2, 0.3])).toMatchObject({ advantage: false, rows: [0, 1, 2] })
    expect(at([0.1 + 0.2, 0.3 - 0.3 + 0.3 - 0.5 + 0.5 - 0.3 + 0.3, 0.8])).toMatchObject({
      advantage: false,
      rows: expect.arrayContaining([0, 1]) as unknown,
    })
  })
})

describe('laws', () => {
  const cell = fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 100 }) }, fc.constant(NaN))
  const sample: fc.Arbitrary<Sample> = fc
    .record({
      parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
      rows: fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), cell, cell), { minLength: 2, maxLength: 6 }),
    })
    .map(({ parts, rows }) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      const shares = Float64Array.from(parts, (part) => part / total)
      const weights = rows.flatMap((values) => {
        const present = values.reduce((sum, value, i) => sum + (Number.isNaN(value) ? 0 : (shares[i] ?? 0)), 0)
        return values.map((value, i) => (Number.isNaN(value) ? 0 : (shares[i] ?? 0) / present))
      })
      return {
        rows: rows.length,
        columns: 3,
        values: Float64Array.from(rows.flat()),
        weights: Float64Array.from(weights),
        shares,
      }
    })
  const methods = [
    ['copeland', copeland],
    ['topsis', (given: Sample) => topsis(given, { scaling: 'vector', distance: 'euclidean' })],
    ['topsis min-max chebyshev', (given: Sample) => topsis(given, { scaling: 'min-max', distance: 'chebyshev' })],
    ['topsis sum manhattan', (given: Sample) => topsis(given, { scaling: 'sum', distance: 'manhattan' })],
    ['vikor', (given: Sample) => vikor(given, 0.4)],
    [
      'promethee',
      (given: Sample) =>
        promethee(given, [{ shape: 'usual' }, { shape: 'linear', q: 3, p: 20 }, { shape: 'gaussian', s: 9 }]),
    ],
    ['grey relation', (given: Sample) => greyRelation(given, 0.3)],
  ] as const

  it.each(methods)('%s: 0 to 100, points not negative and adding up to it', (_, method) => {
    fc.assert(
      fc.property(sample, (given) => {
        const found = method(given)
        for (const [at, value] of found.score.entries()) {
          expect(value).toBeGreaterThanOrEqual(-1e-9)
          expect(value).toBeLessThanOrEqual(100 + 1e-9)
          const points = found.points.subarray(at * 3, at * 3 + 3)
          expect(Math.min(...points)).toBeGreaterThanOrEqual(-1e-9)
          expect(points.reduce((sum, part) => sum + part, 0)).toBeCloseTo(value, 8)
          for (const [column, part] of points.entries())
            if (Number.isNaN(given.values[at * 3 + column])) expect(part).toBe(0)
        }
      }),
      runs(300),
    )
  })

  it('one row’s gain is the others’ loss: Copeland and PROMETHEE average 50', () => {
    fc.assert(
      fc.property(sample, (given) => {
        for (const found of [
          copeland(given),
          promethee(given, [{ shape: 'usual' }, { shape: 'usual' }, { shape: 'usual' }]),
        ]) {
          expect(found.score.reduce((sum, value) => sum + value, 0) / given.rows).toBeCloseTo(50, 8)
        }
        const matrix = outranking(given)
        for (let one = 0; one < given.rows; one++) {
          expect(matrix[one * given.rows + one]).toBe(0)
          for (let other = 0; other < one; other++)
            expect((matrix[one * given.rows + other] ?? NaN) + (matrix[other * given.rows + one] ?? NaN)).toBeCloseTo(
              1,
              12,
            )
        }
      }),
      runs(200),
    )
  })

  it.each(methods)('%s: whoever is the best in everything is first, and equals are equal', (name, method) => {
    fc.assert(
      fc.property(
        sample.filter(({ values }) => values.every((value) => !Number.isNaN(value))),
        (given) => {
          const best = [0, 1, 2].map((column) => Math.max(...given.values.filter((_, place) => place % 3 === column)))
          const rows = given.rows + 2
          const more = {
            ...given,
            rows,
            values: Float64Array.of(...given.values, ...best, ...best),
            weights: Float64Array.from({ length: rows * 3 }, (_, place) => given.shares[place % 3] ?? 0),
          }
          const found = method(more).score
          const top = Math.max(...found)
          expect(found[rows - 1]).toBeCloseTo(found[rows - 2] ?? NaN, 9)
          expect(name.length > 0 && Math.abs((found[rows - 1] ?? NaN) - top)).toBeLessThan(1e-9)
        },
      ),
      runs(200),
    )
  })

  it.each(methods.filter(([name]) => ['copeland', 'promethee', 'grey relation'].includes(name)))(
    '%s: a better value never lowers its own row',
    (_, method) => {
      fc.assert(
        fc.property(sample, fc.nat({ max: 2 }), fc.integer({ min: 1, max: 50 }), (given, column, step) => {
          const values = given.values.map((value, place) => (place === column ? value + step : value))
          const [before, after] = [method(given), method({ ...given, values })]
          expect(after.score[0]).toBeGreaterThanOrEqual((before.score[0] ?? NaN) - 1e-9)
        }),
        runs(300),
      )
    },
  )
})
