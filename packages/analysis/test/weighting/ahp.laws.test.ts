import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  aggregateJudgements,
  aggregatePriorities,
  ahpWeights,
  columnMeanPriorities,
  eigenvectorPriorities,
  geometricMeanPriorities,
  harkerPriorities,
  leafWeights,
  logLeastSquaresPriorities,
  minimalEigenvalueCompletion,
  reciprocalMatrix,
  reviewJudgements,
} from '../../src/index.ts'
import { expectSame, expectWeights, faultCodes, pick, positive, shuffled, total } from './arbitrary.ts'

const SCALE = [1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 3, 4, 5, 6, 7, 8, 9]
const sized = fc.integer({ min: 2, max: 7 })
const matrices = sized.chain((n) =>
  fc
    .array(fc.array(fc.constantFrom(...SCALE), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map(reciprocalMatrix),
)
const importances = sized.chain((n) => fc.array(positive, { minLength: n, maxLength: n }))
const consistent = (w: readonly number[]): number[][] =>
  reciprocalMatrix(w.map((row) => w.map((column) => row / column)))
const shares = (w: readonly number[]): number[] => w.map((value) => value / total(w))
const reordered = (matrix: readonly (readonly number[])[], order: readonly number[]): number[][] =>
  pick(matrix, order).map((row) => pick(row, order))

const methods = {
  eigenvector: eigenvectorPriorities,
  'geometric mean': geometricMeanPriorities,
  'column mean': columnMeanPriorities,
  Harker: (matrix: number[][]) => harkerPriorities(matrix).weights,
  'logarithmic least squares': logLeastSquaresPriorities,
  completion: (matrix: number[][]) => minimalEigenvalueCompletion(matrix).weights,
}

describe.each(Object.entries(methods))('%s priorities', (_, method) => {
  it('sum to 1, none negative', () => {
    fc.assert(fc.property(matrices, (matrix) => expectWeights(method(matrix), matrix.length)))
  })

  it('follow the order of the indicators', () => {
    fc.assert(
      fc.property(
        matrices.chain((matrix) => fc.tuple(fc.constant(matrix), shuffled(matrix.length))),
        ([matrix, order]) => expectSame(method(reordered(matrix, order)), pick(method(matrix), order), 1e-12),
      ),
    )
  })

  it('of consistent judgements are the importances behind them', () => {
    fc.assert(fc.property(importances, (w) => expectSame(method(consistent(w)), shares(w), 1e-13)))
  })
})

it('consistent judgements have a ratio of exactly 0, inconsistent ones a ratio above', () => {
  fc.assert(
    fc.property(importances, (w) => {
      const { consistency } = ahpWeights(consistent(w))
      expect(consistency).toEqual({ lambdaMax: w.length, index: 0, ratio: 0, geometric: 0, koczkodaj: 0 })
    }),
  )
  fc.assert(
    fc.property(matrices, (matrix) => {
      const { lambdaMax, ratio, koczkodaj, geometric } = ahpWeights(matrix).consistency
      expect(lambdaMax).toBeGreaterThanOrEqual(matrix.length)
      expect(ratio > 0).toBe(koczkodaj > 0)
      expect(geometric > 0).toBe(koczkodaj > 0)
    }),
  )
})

it('geometric means of all judgements turned round are the reciprocals, scaled', () => {
  fc.assert(
    fc.property(matrices, (matrix) => {
      const turned = matrix.map((_, i) => matrix.map((row) => row[i] ?? NaN))
      const weights = geometricMeanPriorities(matrix)
      expectSame(geometricMeanPriorities(turned), shares(weights.map((weight) => 1 / weight)), 1e-12)
    }),
  )
})

describe('incomplete matrices', () => {
  it('of consistent judgements that link all indicators give the importances behind them', () => {
    fc.assert(
      fc.property(importances, (w) => {
        // only the judgements against the first indicator: a tree
        const tree = consistent(w).map((row, i) => row.map((value, j) => (i === j || i === 0 || j === 0 ? value : NaN)))
        const harker = harkerPriorities(tree)
        expectSame(harker.weights, shares(w), 1e-12)
        expect(harker.index).toBeLessThan(1e-12)
        expectSame(logLeastSquaresPriorities(tree), shares(w), 1e-12)
        const completed = minimalEigenvalueCompletion(tree)
        expectSame(completed.weights, shares(w), 1e-9)
        expect(completed.index).toBeLessThan(1e-9)
      }),
    )
  })

  it('complete ones give the eigenvector and the geometric mean', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        expectSame(harkerPriorities(matrix).weights, eigenvectorPriorities(matrix), 1e-13)
        expectSame(logLeastSquaresPriorities(matrix), geometricMeanPriorities(matrix), 1e-13)
      }),
    )
  })

  it('without a link are refused, with the indicators that stand apart', () => {
    const apart = reciprocalMatrix([
      [1, 2, NaN, NaN],
      [1, 1, NaN, NaN],
      [1, 1, 1, 3],
      [1, 1, 1, 1],
    ])
    for (const method of [harkerPriorities, logLeastSquaresPriorities, minimalEigenvalueCompletion]) {
      expect(() => method(apart, { indicators: ['a', 'b', 'c', 'd'] })).toThrow('AHP_DISCONNECTED {"apart":["c","d"]}')
    }
  })
})

describe('review of judgements', () => {
  it('finds the one that spoils consistent judgements, and its value', () => {
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 5, maxLength: 5 }),
        fc.constantFrom([0, 1], [0, 4], [1, 3], [2, 4], [3, 4]),
        fc.constantFrom(0.2, 0.4, 2.5, 5),
        (w, [i = 0, j = 0], factor) => {
          const whole = consistent(w)
          const spoilt = reciprocalMatrix(
            whole.map((row, r) => row.map((value, c) => (r === i && c === j ? value * factor : value))),
          )
          const [worst] = reviewJudgements(spoilt)
          expect([worst?.row, worst?.column]).toEqual([i, j])
          expect(Math.abs((worst?.implied ?? NaN) / (whole[i]?.[j] ?? NaN) - 1)).toBeLessThan(1e-9)
          expect(worst?.ratioIfImplied).toBeLessThan(1e-9)
          expect(worst?.ratioIfFitted).toBeLessThan(ahpWeights(spoilt).consistency.ratio)
        },
      ),
    )
  })

  it('orders by error, and on the scale gives the nearest step', () => {
    const reviews = reviewJudgements(
      reciprocalMatrix([
        [1, 2, 9],
        [1, 1, 2],
        [1, 1, 1],
      ]),
    )
    // by hand, leaving one out of three: a_13 / a_23 = 4.5, a_12 a_23 = 4, a_13 / a_12 = 4.5
    const implied = new Map(
      reviews.map(({ row, column, implied: value, onScale }) => [`${row}${column}`, [value, onScale]]),
    )
    expectSame(implied.get('01') ?? [], [4.5, 5], 1e-12)
    expectSame(implied.get('02') ?? [], [4, 4], 1e-12)
    expectSame(implied.get('12') ?? [], [4.5, 5], 1e-12)
  })

  it('of two indicators has nothing to repair', () => {
    const [only] = reviewJudgements([
      [1, 3],
      [1 / 3, 1],
    ])
    expect(only?.logError).toBeLessThan(1e-15)
    expect(only?.ratioIfImplied).toBe(0)
  })
})

describe('groups', () => {
  it('who agree decide as each of them', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const group = aggregateJudgements([matrix, matrix, matrix], { expertWeights: [1, 2, 5] })
        expectSame(group.flat(), matrix.flat(), 1e-13)
      }),
    )
  })

  it('keep reciprocals, and see no order of experts', () => {
    const pair = sized.chain((n) => {
      const matrix = fc
        .array(fc.array(fc.constantFrom(...SCALE), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
        .map(reciprocalMatrix)
      return fc.tuple(matrix, matrix)
    })
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const group = aggregateJudgements([a, b], { expertWeights: [1, 3] })
        group.forEach((row, i) => row.forEach((value, j) => expectSame([value * (group[j]?.[i] ?? NaN)], [1], 1e-14)))
        expectSame(aggregateJudgements([b, a], { expertWeights: [3, 1] }).flat(), group.flat(), 1e-12)
        // the geometric mean of geometric-mean priorities is the priority of the mean matrix
        const aip = aggregatePriorities(
          [a, b].map((m) => geometricMeanPriorities(m)),
          'geometric',
          { expertWeights: [1, 3] },
        )
        expectSame(aip, geometricMeanPriorities(group), 1e-13)
      }),
    )
  })

  it('take a judgement from those who gave it, and none from an expert without a say', () => {
    const a = reciprocalMatrix([
      [1, NaN],
      [1, 1],
    ])
    const b = [
      [1, 4],
      [0.25, 1],
    ]
    expectSame(aggregateJudgements([a, b]).flat(), b.flat(), 1e-15)
    expectSame(
      aggregateJudgements(
        [
          [
            [1, 9],
            [1 / 9, 1],
          ],
          b,
        ],
        { expertWeights: [0, 1] },
      ).flat(),
      b.flat(),
      1e-15,
    )
    expect(aggregateJudgements([a, a])[0]?.[1]).toBeNaN()
  })

  it('refuse matrices of different orders, no experts, and weights that are none', () => {
    expect(
      faultCodes(() =>
        aggregateJudgements([
          [[1]],
          [
            [1, 2],
            [0.5, 1],
          ],
        ]),
      ),
    ).toEqual(['AHP_ORDERS_DIFFER'])
    expect(faultCodes(() => aggregateJudgements([]))).toEqual(['WEIGHTS_NO_EXPERTS'])
    const expertWeights = [-1, NaN]
    expect(faultCodes(() => aggregateJudgements([[[1]], [[1]]], { expertWeights }))).toEqual([
      'WEIGHTS_EXPERT_WEIGHT_REFUSED',
      'WEIGHTS_EXPERT_WEIGHT_REFUSED',
    ])
    expect(faultCodes(() => aggregatePriorities([[1, 2], [1]], 'arithmetic'))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
  })
})

it.each([
  ['AHP_NOT_SQUARE', [[1, 2], [0.5]]],
  [
    'AHP_DIAGONAL_NOT_ONE',
    [
      [2, 2],
      [0.5, 1],
    ],
  ],
  ['AHP_DIAGONAL_NOT_ONE', [[NaN]]],
  [
    'AHP_JUDGEMENT_REFUSED',
    [
      [1, 0],
      [Infinity, 1],
    ],
  ],
  [
    'AHP_JUDGEMENT_REFUSED',
    [
      [1, -2],
      [-0.5, 1],
    ],
  ],
  [
    'AHP_JUDGEMENT_MISSING',
    [
      [1, NaN],
      [NaN, 1],
    ],
  ],
  [
    'AHP_NOT_RECIPROCAL',
    [
      [1, 3],
      [0.33, 1],
    ],
  ],
  [
    'AHP_NOT_RECIPROCAL',
    [
      [1, 3],
      [NaN, 1],
    ],
  ],
  ['WEIGHTS_NO_INDICATORS', []],
])('%s', (code, matrix) => {
  for (const method of [eigenvectorPriorities, geometricMeanPriorities, columnMeanPriorities]) {
    expect(faultCodes(() => method(matrix))).toEqual([code])
  }
})

it('all faults of a matrix at once, with names', () => {
  const matrix = [
    [1, -1, 3],
    [-1, 1, 2],
    [1 / 3, 2, 7],
  ]
  expect(faultCodes(() => eigenvectorPriorities(matrix))).toEqual([
    'AHP_JUDGEMENT_REFUSED',
    'AHP_NOT_RECIPROCAL',
    'AHP_DIAGONAL_NOT_ONE',
  ])
})

it('one indicator has all the weight', () => {
  expect(ahpWeights([[1]])).toEqual({
    weights: [1],
    consistency: { lambdaMax: 1, index: 0, ratio: 0, geometric: 0, koczkodaj: 0 },
  })
})

it('judgements far outside the scale still give finite weights', () => {
  const matrix = reciprocalMatrix([
    [1, 1e150, 1e-150],
    [1, 1, 1e120],
    [1, 1, 1],
  ])
  expectWeights(eigenvectorPriorities(matrix), 3)
  expectWeights(geometricMeanPriorities(matrix), 3)
})

it('weights of a hierarchy sum to 1 over its leaves', () => {
  const leaf = fc.record({ id: fc.string(), weight: positive })
  const node = fc.record({ id: fc.string(), weight: positive, children: fc.array(leaf, { maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(node, { minLength: 1, maxLength: 5 }), (nodes) => {
      const leaves = leafWeights(nodes)
      expectWeights(
        leaves.map(({ weight }) => weight),
        nodes.reduce((n, { children }) => n + Math.max(1, children.length), 0),
      )
    }),
  )
})
