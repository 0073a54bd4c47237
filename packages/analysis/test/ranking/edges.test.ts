import { competitionRanks, countedRow, weightedMedian } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import {
  capacityFromMoebius,
  choquetIntegral,
  interpolatedMedian,
  rankByCocoso,
  rankByCopeland,
  rankByCopras,
  rankByCradis,
  rankByEdas,
  rankByGreyRelation,
  rankByMabac,
  rankByMazziottaPareto,
  rankByMoora,
  rankByOwa,
  rankByPiv,
  rankByProbid,
  rankByPromethee,
  rankBySpotis,
  rankByTopsis,
  rankByVikor,
  rankByWeightedMedian,
  rankByWeightedProduct,
  rankByWeightedSum,
  type Decision,
  type Ranked,
} from '../../src/index.ts'
import { codesOf } from './faults.ts'
import { expectClose, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

/** What the tools of `edge-behaviour.json` do is recorded there; what is right is stated here. */
const { base } = fixture<{ readonly base: readonly (readonly number[])[] }>('edge-behaviour')
const edge = (matrix: Decision['matrix']): Decision => ({
  matrix,
  weights: [0.4, 0.3, 0.2, 0.1],
  objectives: [1, -1, 1, -1],
})
const withColumn = (value: number): Decision => edge(base.map((row) => row.map((own, j) => (j === 2 ? value : own))))
const withCell = (value: number): Decision =>
  edge(base.map((row, i) => row.map((own, j) => (i === 1 && j === 0 ? value : own))))
const usual = (decision: Decision): Ranked =>
  rankByPromethee(
    decision,
    decision.weights.map(() => ({ shape: 'usual' }) as const),
  )
/** Six digits are recorded. */
const nearly = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 5) as unknown)
/** Methods that take missing values. */
const BY_SAMPLE: readonly (readonly [string, (decision: Decision) => Ranked])[] = [
  ['TOPSIS', (decision) => rankByTopsis(decision)],
  ['VIKOR', (decision) => rankByVikor(decision)],
  ['PROMETHEE II', usual],
  ['grey relation', (decision) => rankByGreyRelation(decision)],
  ['Copeland', rankByCopeland],
]

describe('a constant criterion tells nothing: it is left as it is and moves no distance', () => {
  it.each([7, 0])('of %s', (value) => {
    const given = withColumn(value)
    expect([...rankByTopsis(given).score]).toEqual(nearly([0.518271, 0.233417, 0.700081, 0.134579, 0.881526]))
    expect([...rankByVikor(given).score]).toEqual(nearly([0.405797, 1, 0.0652174, 0.833333, 0]))
    expect([...usual(given).score]).toEqual(nearly([0.05, -0.55, 0.45, -0.55, 0.6]))
    // everyone is the best where all are equal: pymcdm's 1, not scikit-criteria's 0; the ranking is the same
    expect([...rankByWeightedSum(given).score]).toEqual(nearly([0.625, 0.325, 0.825, 0.325, 0.9]))
  })

  it('and a scale without width is a fault of SPOTIS', () => {
    const bounds = [
      [5, 9],
      [1, 5],
      [7, 7],
      [1, 5],
    ] as const
    expect(codesOf(() => rankBySpotis(withColumn(7), bounds))).toEqual([['RANKING_BOUNDS', { criteria: [3] }]])
  })
})

describe('PIV and CRADIS', () => {
  const best = [8, 1, 5]
  const given: Decision = { matrix: [[2, 4, 5], best, [4, 2, 1]], weights: [0.2, 0.3, 0.5], objectives: [1, -1, 1] }

  it('the best in everything has no gap, and scores 1', () => {
    expect(rankByPiv(given).score[1]).toBe(0)
    expect(rankByCradis(given).score[1]).toBe(1)
    expect(rankByPiv(given).rank[1]).toBe(1)
    expect(rankByCradis(given).rank[1]).toBe(1)
  })

  it('a criterion without weight changes nothing', () => {
    const more = { ...given, matrix: given.matrix.map((row, i) => [...row, i + 1]), weights: [...given.weights, 0] }
    for (const method of [rankByPiv, rankByCradis])
      expect(method({ ...more, objectives: [1, -1, 1, 1] })).toEqual(method(given))
  })

  it('equal weights and equal alternatives leave no quotient undefined', () => {
    const [first] = rankByCradis({
      matrix: [
        [2, 2],
        [2, 2],
      ],
      weights: [1, 1],
    }).score
    expect(first).toBe(1)
    // halves of [0.25, 0.5] and [0.5, 0.25]: nothing to the greatest, (0 + 0.25) / 0.5 to the least
    expectClose(
      rankByCradis({
        matrix: [
          [1, 2],
          [2, 1],
        ],
        weights: [1, 1],
      }).score,
      [0.25, 0.25],
    )
  })
})

describe('zero and negative values', () => {
  it('are read by what subtracts', () => {
    const zero = withCell(0)
    expect([...rankByTopsis(zero).score]).toEqual(nearly([0.683151, 0.165629, 0.768015, 0.467291, 0.865307]))
    expect([...rankByVikor(zero).score]).toEqual(nearly([0.0598086, 1, 0.255502, 0.613397, 0]))
    expect([...usual(zero).score]).toEqual(nearly([0.25, -0.55, 0.25, -0.45, 0.5]))
    expect([...rankByWeightedSum(zero).score]).toEqual(nearly([0.736111, 0.225, 0.625, 0.441667, 0.805556]))
    const negative = withCell(-3)
    expect([...rankByTopsis(negative).score]).toEqual(nearly([0.741103, 0.137362, 0.805434, 0.561074, 0.8878]))
    expect([...rankByVikor(negative).score]).toEqual(nearly([0.0492958, 1, 0.261972, 0.588732, 0]))
    expect([...rankByMoora(negative).score].every(Number.isFinite)).toBe(true)
  })

  it('are a fault of what divides or takes logarithms', () => {
    for (const method of [
      rankByWeightedProduct,
      rankByCopras,
      (given: Decision) => rankByTopsis(given, { scaling: 'sum' }),
    ]) {
      expect(codesOf(() => method(withCell(0)))).toEqual([['RANKING_VALUE', { cells: ['2/1: 0'] }]])
      expect(codesOf(() => method(withCell(-1)))).toEqual([['RANKING_VALUE', { cells: ['2/1: -1'] }]])
    }
    expect(codesOf(() => rankByEdas({ matrix: [[-1], [0]], weights: [1] }))).toEqual([
      ['RANKING_MEAN', { criteria: [1] }],
    ])
  })
})

describe('missing and infinite values', () => {
  it.each(BY_SAMPLE)('%s: a missing value leaves its criterion out for that alternative alone', (_, method) => {
    const given = withCell(NaN)
    const { score, rank } = method(given)
    expect([...score].every(Number.isFinite)).toBe(true)
    expect([...rank].every((place) => place >= 1)).toBe(true)
    // COINr's result depends on the order of the rows here
    const turned = method({ ...given, matrix: given.matrix.toReversed() })
    expectClose([...turned.score].reverse(), [...score])
  })

  it('two alternatives are compared in what both have', () => {
    const found = rankByCopeland({
      matrix: [
        [1, NaN, 5],
        [2, 9, NaN],
        [NaN, 3, 4],
      ],
      weights: [1, 1, 1],
    })
    expect(found.outranking).toEqual([
      [0, 0, 1],
      [1, 0, 1],
      [0, 0, 0],
    ])
    expect([...found.score]).toEqual([0, 2, -2])
    const apart = {
      matrix: [
        [1, NaN],
        [NaN, 1],
      ],
      weights: [1, 1],
    }
    expect(rankByCopeland(apart).outranking).toEqual([
      [0, 0.5],
      [0.5, 0],
    ])
    expect([...rankByCopeland(apart).score]).toEqual([0, 0])
    expect([...usual(apart).score]).toEqual([0, 0])
  })

  it('one without any value in a criterion with weight is a fault', () => {
    const given = {
      matrix: [
        [NaN, 1],
        [2, 2],
        [3, NaN],
      ],
      weights: [1, 0],
    }
    expect(codesOf(() => rankByTopsis(given))).toEqual([['RANKING_NOTHING', { rows: [1] }]])
  })

  it('the other methods ask for every value', () => {
    expect(codesOf(() => rankByWeightedSum(withCell(NaN)))).toEqual([['RANKING_VALUE', { cells: ['2/1: NaN'] }]])
  })

  it.each(BY_SAMPLE)('%s: an infinite value is a fault', (_, method) => {
    expect(codesOf(() => method(withCell(Infinity)))).toEqual([['RANKING_VALUE', { cells: ['2/1: Infinity'] }]])
  })
})

describe('nobody differs', () => {
  const equal = edge([base[0] ?? [], base[0] ?? [], base[0] ?? []])

  it.each([
    ['TOPSIS', (given: Decision) => rankByTopsis(given), 0.5],
    ['VIKOR', (given: Decision) => rankByVikor(given), 0],
    ['PROMETHEE II', usual, 0],
    ['grey relation', (given: Decision) => rankByGreyRelation(given), 1],
    ['Copeland', rankByCopeland, 0],
    ['WSM', rankByWeightedSum, 1],
    ['MABAC', rankByMabac, 0],
    ['EDAS', rankByEdas, 0.5],
    ['PROBID', rankByProbid, 0.5],
  ] as const)('%s', (_, method, score) => {
    const found = method(equal)
    expectClose(found.score, [score, score, score])
    expect([...found.rank]).toEqual([1, 1, 1])
  })

  it('all are VIKOR’s compromise', () => {
    expect(rankByVikor(equal)).toMatchObject({ advantage: false, rows: [0, 1, 2] })
  })
})

it('two alternatives, one better in everything', () => {
  const given = edge([
    [9, 1, 10, 1],
    [5, 5, 6, 5],
  ])
  expect([...rankByTopsis(given).score]).toEqual([1, 0])
  expect([...rankByVikor(given).score]).toEqual([0, 1])
  expectClose(usual(given).score, [1, -1])
  expectClose(rankByWeightedSum(given).score, [1, 0])
  expect(codesOf(() => rankByCocoso(given))).toEqual([['RANKING_WORST', { rows: [2] }]])
})

it('one alternative cannot be ranked', () => {
  for (const [, method] of BY_SAMPLE)
    expect(codesOf(() => method(edge([base[0] ?? []])))).toEqual([['RANKING_TOO_FEW', { rows: 1 }]])
})

it('everything that is wrong with a decision is said at once', () => {
  const given = {
    matrix: [[1, Infinity], [2]],
    weights: [-1, 1],
    objectives: [1, 0, 1] as unknown as readonly (1 | -1)[],
  }
  expect(codesOf(() => rankByMoora(given)).map(([code]) => code)).toEqual([
    'RANKING_RAGGED',
    'RANKING_WEIGHTS',
    'RANKING_OBJECTIVES',
    'RANKING_VALUE',
  ])
  expect(codesOf(() => rankByMoora({ matrix: [[1], [2]], weights: [0] }))).toEqual([
    ['RANKING_WEIGHTS', { weights: ['0'] }],
  ])
})

it('parameters out of range are faults', () => {
  const given = edge(base)
  expect(codesOf(() => rankByVikor(given, 1.5))).toEqual([['VIKOR_V_RANGE', { v: 1.5 }]])
  expect(codesOf(() => rankByGreyRelation(given, 0))).toEqual([['GREY_RHO_RANGE', { rho: 0 }]])
  expect(codesOf(() => rankByPromethee(given, []))).toEqual([['RANKING_PREFERENCES', { preferences: 0, criteria: 4 }]])
  expect(
    codesOf(() =>
      rankByMazziottaPareto({
        matrix: [
          [1, 2],
          [1, 3],
        ],
      }),
    ),
  ).toEqual([['RANKING_CONSTANT', { criteria: [1] }]])
})

it('a criterion of weight 0 is as if it were not there', () => {
  const given = edge(base)
  const extra = {
    matrix: base.map((row, i) => [...row, (i * 7) % 5]),
    weights: [...given.weights, 0],
    objectives: [...(given.objectives ?? []), 1 as const],
  }
  for (const [, method] of BY_SAMPLE) expect(method(extra).score).toEqual(method(given).score)
})

it('COPRAS takes the worse for a rising cost, where pymcdm rewards it', () => {
  const dearer = edge(base.map((row, i) => row.map((own, j) => (i === 0 && j === 1 ? own * 5 : own))))
  expect(rankByCopras(dearer).rank[0]).toBeGreaterThan(rankByCopras(edge(base)).rank[0] ?? 0)
  // without costs it is the weighted sum of the shares, by the best
  expectClose(rankByCopras({ matrix: [[1], [2]], weights: [1] }).score, [0.5, 1])
})

it('ties are judged on the grid, not bit by bit', () => {
  // three of ten equal weights add up to a bit more than 0.3: 0.3 + 0.2 against 0.5
  const weights = [0.1, 0.1, 0.1, 0.2, 0.5]
  const found = rankByCopeland({
    matrix: [
      [2, 2, 2, 2, 1],
      [1, 1, 1, 1, 2],
    ],
    weights,
  })
  expect([...found.score]).toEqual([0, 0])
  // values that differ by rounding alone
  expect([...rankByCopeland({ matrix: [[0.1 + 0.2], [0.3], [0.2]], weights: [1] }).score]).toEqual([1, 1, -2])
  expect([...competitionRanks(Float64Array.of(0.1 + 0.2, 0.3))]).toEqual([1, 1])
})

interface Interpolated {
  readonly dataset: string
  readonly code: string
  readonly weights: readonly number[]
  readonly values: readonly (readonly number[])[]
  readonly output: readonly number[]
}

const ordersOf = (places: readonly number[]): readonly (readonly number[])[] =>
  places.length <= 1
    ? [places]
    : places.flatMap((first) => ordersOf(places.filter((place) => place !== first)).map((rest) => [first, ...rest]))

describe('medians', () => {
  it('the interpolated one may fall when a value rises; the plain one does not', () => {
    const weights = [0.4, 0.1, 0.5]
    const [before, after] = [
      [0, 49.9, 50],
      [0, 50.1, 50],
    ]
    expect(interpolatedMedian(before ?? [], weights)).toBeCloseTo(49.91666667, 6)
    expect(interpolatedMedian(after ?? [], weights)).toBeLessThan(34)
    for (const values of [before, after])
      expect(weightedMedian(countedRow(values ?? [], weights))).toBeGreaterThanOrEqual(49.9)
  })

  it.each(fixture<{ readonly branches: readonly Interpolated[] }>('coinr-weighted-median').branches)(
    'matrixStats, $dataset $code',
    ({ weights, values, output }) => {
      for (const [at, row] of values.entries()) {
        // Among equals its result depends on which its sort puts first: one of the orders gives it, and without any all do.
        const ordered = new Set(row).size === row.length ? [[...row.keys()]] : ordersOf([...row.keys()])
        const results = ordered.map((order) =>
          interpolatedMedian(
            order.map((place) => row[place] ?? NaN),
            order.map((place) => weights[place] ?? NaN),
          ),
        )
        const gaps = results.map((value) => Math.abs(value - (output[at] ?? NaN)))
        expect(Math.min(...gaps)).toBeLessThanOrEqual(1e-10)
      }
    },
  )

  it('single values and ends', () => {
    expect(interpolatedMedian([10, 20, 30], [1, 1, 2])).toBeCloseTo(23.33333333, 8)
    expect(interpolatedMedian([7], [3])).toBe(7)
    expect(interpolatedMedian([7, 9], [5, 1])).toBeCloseTo(22 / 3, 12)
    expect(interpolatedMedian([7, 9], [0, 1])).toBe(9)
    expect(interpolatedMedian([], [])).toBeNaN()
  })

  it('of each alternative', () => {
    expect([
      ...rankByWeightedMedian({
        matrix: [
          [80, 50, 65],
          [1, 2, 3],
        ],
        weights: [0.2, 0.5, 0.3],
      }).score,
    ]).toEqual([57.5, 2])
  })
})

it('ordered weights, the best first', () => {
  expect([
    ...rankByOwa(
      [
        [80, 50],
        [60, 60],
      ],
      [0, 1],
    ).score,
  ]).toEqual([50, 60])
  expect([
    ...rankByOwa(
      [
        [80, 50],
        [60, 60],
      ],
      [1, 0],
    ).rank,
  ]).toEqual([1, 2])
})

it('Mazziotta-Pareto with the other sign rewards imbalance', () => {
  const given = {
    matrix: [
      [1, 2],
      [2, 1],
      [3, 3],
    ],
  }
  const [less, more] = [rankByMazziottaPareto(given), rankByMazziottaPareto(given, 'plus')]
  for (const [row, value] of less.score.entries()) expect(value).toBeLessThanOrEqual(more.score[row] ?? NaN)
})

describe('Choquet', () => {
  it('refuses what is no capacity', () => {
    expect(codesOf(() => choquetIntegral([1, 2], Float64Array.of(0, 0.7, 0.2, 0.6)))).toEqual([
      ['CHOQUET_CAPACITY', {}],
    ])
    expect(codesOf(() => choquetIntegral([1, 2], Float64Array.of(0, 0.7, 1.2, 1)))).toEqual([['CHOQUET_CAPACITY', {}]])
    expect(codesOf(() => choquetIntegral([1], Float64Array.of(0.1, 1)))).toEqual([['CHOQUET_CAPACITY', {}]])
    expect(codesOf(() => choquetIntegral([-1, 2, 3], Float64Array.of(0, 0.7, 0.2, 1)))).toEqual([
      ['CHOQUET_SIZE', { places: 4, criteria: 3 }],
      ['CHOQUET_VALUES', { values: ['-1', '2', '3'] }],
    ])
    expect(codesOf(() => capacityFromMoebius(Float64Array.of(0, 1, 1, -0.5)))).toEqual([['CHOQUET_CAPACITY', {}]])
  })

  it('takes a criterion that is worth nothing', () => {
    expect(choquetIntegral([0.4, 0.9], Float64Array.of(0, 0, 1, 1))).toBeCloseTo(0.9, 12)
  })
})

readsEveryCase(import.meta.url)
