import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  budgetAllocation,
  combineByGame,
  combineLinear,
  combineProduct,
  delphi,
  equalWeights,
  rankOrderWeights,
  synthesise,
  type DelphiRules,
} from '../../src/index.ts'
import { expectSame, expectWeights, faultCodes, pick, positive, shuffled, total } from './arbitrary.ts'

const row = (m: number) => fc.array(fc.oneof(positive, fc.constant(0)), { minLength: m, maxLength: m })
const rows = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 5 }))
  .chain(([m, experts]) => fc.array(row(m), { minLength: experts, maxLength: experts }))
  .filter((table) => table.every((each) => total(each) > 0))

describe('equal weights', () => {
  it('sum to 1 for any number of indicators', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), (m) => expectWeights(equalWeights(m), m)))
  })

  it.each([0, -1, 1.5, NaN, Infinity])('of %s indicators do not exist', (m) => {
    expect(faultCodes(() => equalWeights(m))).toEqual(['WEIGHTS_NO_INDICATORS'])
  })
})

describe('budget allocation', () => {
  it('by hand, with experts of different weight', () => {
    const { weights, shares, spread } = budgetAllocation(
      [
        [60, 40],
        [20, 80],
      ],
      { budget: 100, expertWeights: [3, 1] },
    )
    expectSame(weights, [0.5, 0.5], 1e-15)
    expectSame(shares.flat(), [0.6, 0.4, 0.2, 0.8], 1e-15)
    expectSame(Object.values(spread[0] ?? {}), [0.2, 0.3, 0.5, 0.6], 1e-15)
  })

  it('weights sum to 1, see no order of experts, and no size of a budget', () => {
    fc.assert(
      fc.property(
        rows.chain((table) => fc.tuple(fc.constant(table), shuffled(table.length))),
        ([table, order]) => {
          const { weights } = budgetAllocation(table)
          expectWeights(weights, table[0]?.length ?? 0)
          const scaled = pick(table, order).map((each, e) => each.map((value) => value * (e + 2)))
          expectSame(budgetAllocation(scaled).weights, weights, 1e-14)
        },
      ),
    )
  })

  it('takes thirds that miss the budget by rounding', () => {
    expectSame(budgetAllocation([[100 / 3, 100 / 3, 100 / 3]], { budget: 100 }).weights, [1 / 3, 1 / 3, 1 / 3], 1e-15)
  })

  it('refuses all that is wrong at once', () => {
    const points = [
      [60, 30],
      [-1, NaN],
      [0, 0],
      [50, 50],
    ]
    expect(faultCodes(() => budgetAllocation(points, { budget: 100 }))).toEqual([
      'WEIGHTS_BUDGET_NOT_MET',
      'WEIGHTS_POINTS_REFUSED',
      'WEIGHTS_POINTS_REFUSED',
      'WEIGHTS_BUDGET_EMPTY',
    ])
    expect(faultCodes(() => budgetAllocation([]))).toEqual(['WEIGHTS_NO_EXPERTS'])
    expect(faultCodes(() => budgetAllocation([[]]))).toEqual(['WEIGHTS_NO_INDICATORS'])
    expect(faultCodes(() => budgetAllocation([[1, 2], [1]]))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
    expect(faultCodes(() => budgetAllocation([[1, 2]], { expertWeights: [0] }))).toEqual(['WEIGHTS_ALL_ZERO'])
    expect(faultCodes(() => budgetAllocation([[1, 2]], { expertWeights: [1, 1] }))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
  })
})

describe('rank order', () => {
  it('by hand', () => {
    expectSame(rankOrderWeights([2, 1, 3], 'centroid'), [5 / 18, 11 / 18, 2 / 18], 1e-15)
    expectSame(rankOrderWeights([2, 1, 3], 'sum'), [2 / 6, 3 / 6, 1 / 6], 1e-15)
    expectSame(rankOrderWeights([2, 1, 3], 'reciprocal'), [3 / 11, 6 / 11, 2 / 11], 1e-15)
  })

  it('ties share the weights of the places they fill, however they are written', () => {
    expectSame(rankOrderWeights([1, 2, 2], 'sum'), [3 / 6, 1.5 / 6, 1.5 / 6], 1e-15)
    for (const method of ['centroid', 'sum', 'reciprocal'] as const) {
      expect(rankOrderWeights([1, 3, 3, 9], method)).toEqual(rankOrderWeights([1, 2.5, 2.5, 4], method))
      expectSame(rankOrderWeights([7, 7, 7], method), [1 / 3, 1 / 3, 1 / 3], 1e-15)
    }
  })

  it('sum to 1 and fall with the rank', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('centroid' as const, 'sum' as const, 'reciprocal' as const),
        (ranks, method) => {
          const weights = rankOrderWeights(ranks, method)
          expectWeights(weights, ranks.length)
          ranks.forEach((a, i) =>
            ranks.forEach((b, j) =>
              expect(Math.sign((weights[j] ?? NaN) - (weights[i] ?? NaN))).toBe(Math.sign(a - b)),
            ),
          )
        },
      ),
    )
  })

  it('refuses ranks that are missing, by name', () => {
    expect(faultCodes(() => rankOrderWeights([1, NaN, Infinity], 'sum'))).toEqual([
      'WEIGHTS_RANK_REFUSED',
      'WEIGHTS_RANK_REFUSED',
    ])
    expect(faultCodes(() => rankOrderWeights([], 'sum'))).toEqual(['WEIGHTS_NO_INDICATORS'])
  })
})

describe('Delphi', () => {
  const rules: DelphiRules = { spreadAtMost: 1, within: 1, shareAtLeast: 0.75, moveAtMost: 0.5, rounds: 3 }
  const apart = [
    [5, 1],
    [5, 5],
    [4, 1],
    [4, 5],
  ]
  const closer = [
    [5, 3],
    [5, 3],
    [4, 2],
    [4, 3],
  ]

  it('summarises by hand', () => {
    const [round] = delphi([apart], rules).rounds
    expect(round?.indicators).toEqual([
      { experts: 4, median: 4.5, q1: 4, q3: 5, spread: 1, share: 1, moved: null, status: 'agreed' },
      { experts: 4, median: 3, q1: 1, q3: 5, spread: 4, share: 0, moved: null, status: 'open' },
    ])
    // ranks 2 1, 1.5 1.5, 2 1, 1 2: sums 6.5 and 5.5, S = 0.5, T = 6, W = 12 S / (16 x 6 - 4 x 6)
    expectSame([round?.concordance?.w ?? NaN], [6 / 72], 1e-15)
  })

  it('goes on while an indicator is open, and stops when all agree', () => {
    expect(delphi([apart], rules).decision).toBe('continue')
    const found = delphi([apart, closer], rules)
    expect(found.decision).toBe('agreed')
    expect(found.rounds[1]?.indicators.map(({ moved }) => moved)).toEqual([0, 0])
    expectSame(found.weights, [4.5 / 7.5, 3 / 7.5], 1e-15)
  })

  it('stops where opinions stand apart and no longer move, and after the last round', () => {
    expect(delphi([apart, apart], rules).decision).toBe('settled')
    const wandering = apart.map(([a = 0, b = 0]) => [a, b + 2])
    expect(delphi([apart, wandering], rules).decision).toBe('continue')
    expect(delphi([apart, wandering, apart], rules).decision).toBe('exhausted')
  })

  it('a rating on the edge of a rule meets it, though binary fractions are not exact', () => {
    const tight = { ...rules, spreadAtMost: 0.2, within: 0.1 }
    expect(delphi([[[0.1], [0.3], [0.3], [0.1]]], tight).decision).toBe('agreed')
  })

  it('leaves out ratings not given; the panel may change', () => {
    const found = delphi(
      [
        [
          [4, NaN],
          [2, 1],
          [NaN, 3],
        ],
        [[4, 2]],
      ],
      rules,
    )
    expect(found.rounds[0]?.indicators.map(({ experts, median }) => [experts, median])).toEqual([
      [2, 3],
      [2, 2],
    ])
    expect(found.rounds.map(({ concordance }) => concordance)).toEqual([null, null])
    expectSame(found.weights, [2 / 3, 1 / 3], 1e-15)
  })

  it('sees no order of the experts', () => {
    fc.assert(
      fc.property(
        rows.chain((table) => fc.tuple(fc.constant(table), shuffled(table.length))),
        ([table, order]) => {
          fc.pre(faultCodes(() => delphi([table], rules)).length === 0)
          const found = delphi([table], rules)
          expect(delphi([pick(table, order)], rules)).toEqual(found)
          expectWeights(found.weights, table[0]?.length ?? 0)
        },
      ),
    )
  })

  it('refuses what is no rating, what nobody rated, and rules that are none', () => {
    const ratings = [
      [1, -1, NaN],
      [Infinity, 2, NaN],
    ]
    expect(faultCodes(() => delphi([ratings], rules))).toEqual([
      'DELPHI_RATING_REFUSED',
      'DELPHI_RATING_REFUSED',
      'DELPHI_NOT_RATED',
    ])
    expect(faultCodes(() => delphi([], rules))).toEqual(['WEIGHTS_NO_ROUNDS'])
    expect(faultCodes(() => delphi([[]], rules))).toEqual(['WEIGHTS_NO_EXPERTS'])
    expect(faultCodes(() => delphi([[[]]], rules))).toEqual(['WEIGHTS_NO_INDICATORS'])
    expect(faultCodes(() => delphi([[[1, 2]], [[1]]], rules))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
    expect(faultCodes(() => delphi([[[0, 0]]], rules))).toEqual(['WEIGHTS_ALL_ZERO'])
    for (const bad of [{ shareAtLeast: 1.1 }, { within: -1 }, { spreadAtMost: NaN }, { rounds: 0 }]) {
      expect(faultCodes(() => delphi([apart], { ...rules, ...bad }))).toEqual(['DELPHI_RULES_REFUSED'])
    }
  })
})

describe('combination', () => {
  const methods = {
    linear: (vectors: number[][]) => combineLinear(vectors),
    product: (vectors: number[][]) => combineProduct(vectors),
    game: (vectors: number[][]) => combineByGame(vectors).weights,
  }

  it.each(Object.entries(methods))('%s: sums to 1 and follows the order of the indicators, or refuses', (_, method) => {
    fc.assert(
      fc.property(
        rows.chain((table) => fc.tuple(fc.constant(table), shuffled(table[0]?.length ?? 0), shuffled(table.length))),
        ([table, indicators, vectors]) => {
          const codes = faultCodes(() => method(table))
          expect(codes.every((code) => ['WEIGHTS_ALL_ZERO', 'WEIGHTS_GAME_NEGATIVE'].includes(code))).toBe(true)
          fc.pre(codes.length === 0)
          const weights = method(table)
          expectWeights(weights, table[0]?.length ?? 0)
          const moved = pick(table, vectors).map((vector) => pick(vector, indicators))
          expectSame(method(moved), pick(weights, indicators), 1e-6)
        },
      ),
    )
  })

  it('of one vector is that vector', () => {
    fc.assert(
      fc.property(row(4), (vector) => {
        fc.pre(total(vector) > 0)
        const expected = vector.map((value) => value / total(vector))
        for (const method of Object.values(methods)) expectSame(method([vector]), expected, 1e-14)
      }),
    )
  })

  it('by hand', () => {
    expectSame(
      combineLinear(
        [
          [1, 1],
          [9, 1],
        ],
        [3, 1],
      ),
      [0.6, 0.4],
      1e-15,
    )
    expectSame(
      combineProduct([
        [2, 1, 1],
        [1, 2, 1],
      ]),
      [0.4, 0.4, 0.2],
      1e-15,
    )
    expectSame(
      combineProduct(
        [
          [0.5, 0.5],
          [0.8, 0.2],
        ],
        [0, 0.5],
      ),
      [2 / 3, 1 / 3],
      1e-15,
    )
    // products 0.52 0.46 | 0.46 0.58: α in proportion 0.58 (0.52 - 0.46) to 0.52 (0.58 - 0.46)
    const { coefficients, weights } = combineByGame([
      [0.6, 0.4],
      [0.3, 0.7],
    ])
    expectSame(coefficients, [0.0348 / 0.0972, 0.0624 / 0.0972], 1e-12)
    expectSame(weights, [(0.0348 * 0.6 + 0.0624 * 0.3) / 0.0972, (0.0348 * 0.4 + 0.0624 * 0.7) / 0.0972], 1e-12)
  })

  it('an exponent of 0 leaves a vector out, zeros and all', () => {
    expectSame(
      combineProduct(
        [
          [0, 1],
          [3, 1],
        ],
        [0, 1],
      ),
      [0.75, 0.25],
      1e-15,
    )
  })

  it('by game gives the equal vector no say, two alike the same, and refuses a negative one', () => {
    expectSame(
      combineByGame([
        [0.25, 0.25, 0.25, 0.25],
        [0.7, 0.1, 0.1, 0.1],
      ]).coefficients,
      [0, 1],
      1e-12,
    )
    expectSame(
      combineByGame([
        [0.7, 0.3],
        [0.7, 0.3],
      ]).coefficients,
      [0.5, 0.5],
      1e-12,
    )
    expect(
      faultCodes(() =>
        combineByGame([
          [0.55, 0.45],
          [0.9, 0.1],
        ]),
      ),
    ).toEqual(['WEIGHTS_GAME_NEGATIVE'])
  })

  it('refuses what cannot be combined', () => {
    for (const method of Object.values(methods)) {
      expect(faultCodes(() => method([]))).toEqual(['WEIGHTS_NO_VECTORS'])
      expect(faultCodes(() => method([[1, 2], [1]]))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
      expect(
        faultCodes(() =>
          method([
            [0, 0],
            [1, 2],
          ]),
        ),
      ).toEqual(['WEIGHTS_ALL_ZERO'])
      expect(faultCodes(() => method([[1, NaN]]))).toEqual(['WEIGHTS_NOT_COMPUTABLE'])
      expect(faultCodes(() => method([[1, -1]]))).toEqual(['WEIGHTS_NOT_COMPUTABLE'])
      expect(faultCodes(() => method([[1, Infinity]]))).toEqual(['WEIGHTS_NOT_COMPUTABLE'])
    }
    expect(
      faultCodes(() =>
        combineProduct([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toEqual(['WEIGHTS_ALL_ZERO'])
    expect(faultCodes(() => combineProduct([[1, 2]], [-1]))).toEqual(['WEIGHTS_NOT_COMPUTABLE'])
    expect(faultCodes(() => combineLinear([[1, 2]], [1, 1]))).toEqual(['WEIGHTS_COUNT_DIFFERS'])
  })
})

it('the ideal synthesis keeps an order that a copy reverses in the distributive one', () => {
  // Saaty's example: B before A; a near-copy of B takes its share in the distributive mode.
  const weights = [1 / 3, 1 / 3, 1 / 3]
  const two = [
    [1, 9],
    [9, 1],
    [8, 9],
  ]
  const three = [
    [1, 9, 9],
    [9, 1, 1],
    [8, 9, 9],
  ]
  const order = (scores: number[]): boolean => (scores[1] ?? 0) > (scores[0] ?? 0)
  expect(order(synthesise(weights, two, 'distributive'))).toBe(true)
  expect(order(synthesise(weights, three, 'distributive'))).toBe(false)
  expect(order(synthesise(weights, two, 'ideal'))).toBe(true)
  expect(order(synthesise(weights, three, 'ideal'))).toBe(true)
})
