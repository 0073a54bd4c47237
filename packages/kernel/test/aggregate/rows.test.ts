import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, score, trace, type AggregateSpec, type BranchSpec, type Coalition } from '../../src/index.ts'
import { arithmetic } from '../../src/aggregate/arithmetic.ts'
import { capacityOf, interactionOf, moebiusOf, shapleyOf } from '../../src/aggregate/choquet/capacity.ts'
import { choquet } from '../../src/aggregate/choquet/choquet.ts'
import { capacityOfSets, worthOfPairs, worthOfSets } from '../../src/aggregate/choquet/worth.ts'
import { mazziottaPareto } from '../../src/aggregate/mazziotta-pareto.ts'
import { minimum } from '../../src/aggregate/minimum.ts'
import { orderByScore } from '../../src/aggregate/order.ts'
import { owa } from '../../src/aggregate/owa.ts'
import { countedRow, type Aggregator } from '../../src/aggregate/row.ts'
import { weightedMedian } from '../../src/aggregate/weighted-median.ts'
import { branch, dataset, framework, leaf, type Cell } from '../support/build.ts'
import { runs } from '../support/runs.ts'

function run(
  aggregate: Aggregator,
  scores: readonly number[],
  weights: readonly number[] = scores.map(() => 1 / scores.length),
) {
  const row = countedRow(scores, weights)
  const value = aggregate(row)
  return { score: value, shares: [...row.share], weights: [...row.weight] }
}
const nearly = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 9) as unknown)

it('order: lowest first, equals as they come', () => {
  expect([...orderByScore(countedRow([80, 50, 65, 50], [0, 0, 0, 0]))]).toEqual([1, 3, 2, 0])
  expect([...orderByScore(countedRow([1, 2, 3], [0, 0, 0]))]).toEqual([0, 1, 2])
})

describe('weighted median', () => {
  it('is the score at which half of the weight is reached', () => {
    expect(run(weightedMedian, [80, 50, 65], [0.2, 0.3, 0.5])).toMatchObject({ score: 65, shares: [0, 0, 65] })
    expect(run(weightedMedian, [80, 50, 65], [0.6, 0.3, 0.1])).toMatchObject({ score: 80, shares: [80, 0, 0] })
  })

  it('is the mean of two where half is reached exactly', () => {
    expect(run(weightedMedian, [80, 50, 65], [0.2, 0.5, 0.3])).toMatchObject({ score: 57.5, shares: [0, 25, 32.5] })
    expect(run(weightedMedian, [10, 20], [0.5, 0.5])).toMatchObject({ score: 15, shares: [5, 10] })
    // 0.1 + 0.2 + 0.2 is a bit more than a half
    expect(run(weightedMedian, [1, 2, 3, 4], [0.1, 0.2, 0.2, 0.5]).score).toBe(3.5)
  })

  it('reads weights as shares of their sum, and leaves nothing of a row before', () => {
    expect(run(weightedMedian, [80, 50, 65], [0.4, 0.6, 1])).toMatchObject({ score: 65, shares: [0, 0, 65] })
    expect(run(weightedMedian, [80, 50, 65], [0.1, 0.25, 0.15]).score).toBe(57.5)
    const row = countedRow([80, 50, 65], [0.2, 0.3, 0.5])
    row.share.fill(7)
    weightedMedian(row)
    expect([...row.share]).toEqual([0, 0, 65])
  })

  it('splits its share evenly among equals', () => {
    expect(run(weightedMedian, [50, 50, 90], [0.3, 0.3, 0.4])).toMatchObject({ score: 50, shares: [25, 25, 0] })
    expect(run(weightedMedian, [50, 50, 90, 20], [0.1, 0.1, 0.3, 0.5])).toMatchObject({
      score: 35,
      shares: [12.5, 12.5, 0, 10],
    })
  })
})

describe('ordered weighted average', () => {
  it('gives weights to places', () => {
    expect(run(owa([0.2, 0.3, 0.5]), [80, 50, 65])).toEqual({
      score: expect.closeTo(60.5, 9),
      shares: nearly([16, 25, 19.5]),
      weights: nearly([0.2, 0.5, 0.3]),
    })
  })

  it('has maximum, minimum and mean as ends', () => {
    expect(run(owa([1, 0, 0]), [80, 50, 65]).score).toBe(80)
    expect(run(owa([0, 0, 1]), [80, 50, 65]).score).toBe(50)
    expect(run(owa([1 / 3, 1 / 3, 1 / 3]), [80, 50, 65]).score).toBeCloseTo(65, 9)
  })

  it('equals share the weights of their places', () => {
    expect(run(owa([0.6, 0.3, 0.1]), [50, 80, 50]).weights).toEqual(nearly([0.2, 0.6, 0.2]))
  })

  it('stretches its weights over fewer children', () => {
    // the curve through (1/3, 0.6), (2/3, 0.9), (1, 1), read at a half: 0.75
    expect(run(owa([0.6, 0.3, 0.1]), [80, 50])).toMatchObject({
      score: expect.closeTo(72.5, 9),
      weights: nearly([0.75, 0.25]),
    })
    expect(run(owa([0.6, 0.3, 0.1]), [80])).toMatchObject({ score: 80, weights: [1] })
    expect(run(owa([0.6, 0.3, 0.1 + 1e-10]), [80, 80, 80]).score).toBeCloseTo(80, 12)
    expect(run(owa([0, 0, 1]), [80, 50]).score).toBeCloseTo(50 * 1, 9)
  })
})

describe('Mazziotta-Pareto', () => {
  it('takes variance over mean off the mean', () => {
    expect(run(mazziottaPareto('plain'), [80, 40])).toEqual({
      score: expect.closeTo(60 - 400 / 60, 9),
      shares: nearly([(60 - 400 / 60) * (2 / 3), (60 - 400 / 60) / 3]),
      weights: [0.5, 0.5],
    })
    expect(run(mazziottaPareto('plain'), [80, 40], [0.75, 0.25]).score).toBeCloseTo(70 - 300 / 70, 9)
  })

  it('adjusted is the index on 70 to 130, brought back', () => {
    const scaled = [70 + 0.6 * 80, 70 + 0.6 * 40]
    const mean = (scaled[0] ?? 0) / 2 + (scaled[1] ?? 0) / 2
    const index = mean - ((scaled[0] ?? 0) - mean) ** 2 / mean
    expect(run(mazziottaPareto('adjusted'), [80, 40]).score).toBeCloseTo((index - 70) / 0.6, 9)
  })

  it('stops at 0, and shares nothing there', () => {
    expect(run(mazziottaPareto('plain'), [0, 0, 100])).toMatchObject({ score: 0, shares: [0, 0, 0] })
    expect(run(mazziottaPareto('plain'), [0, 0])).toMatchObject({ score: 0, shares: [0, 0] })
    expect(run(mazziottaPareto('adjusted'), [0, 0]).score).toBe(0)
  })

  it('may fall when a child that is far ahead rises further: the penalty is for imbalance', () => {
    const plain = mazziottaPareto('plain')
    expect(run(plain, [20, 20, 90]).score).toBeLessThan(run(plain, [20, 20, 70]).score)
  })
})

/** μ of a, b, c: a and b complement each other, a and c can stand for each other. */
const SETS: readonly Coalition[] = [
  { of: ['a'], value: 0.3 },
  { of: ['b'], value: 0.3 },
  { of: ['c'], value: 0.25 },
  { of: ['a', 'b'], value: 0.8 },
  { of: ['a', 'c'], value: 0.45 },
  { of: ['b', 'c'], value: 0.6 },
]
const IDS = ['a', 'b', 'c']
const PAIRS = [
  { between: ['a', 'b'], value: 0.2 },
  { between: ['c', 'a'], value: -0.1 },
  { between: ['b', 'c'], value: 0.05 },
] as const
const SHAPLEY = [0.35, 0.425, 0.225]
const CHILDREN = IDS.map((id, index) => ({ id, weight: SHAPLEY[index] ?? NaN }))

describe('Choquet integral', () => {
  const whole = choquet(worthOfSets(capacityOfSets(IDS, SETS)))
  const pairwise = choquet(worthOfPairs(CHILDREN, PAIRS))

  it('by hand: each rise times what those that reach it are worth', () => {
    // 30 of all, 20 more of a and b, 40 more of b
    expect(run(whole, [50, 90, 30], SHAPLEY)).toEqual({
      score: expect.closeTo(30 + 20 * 0.8 + 40 * 0.3, 9),
      shares: nearly([50 * 0.5, 90 * 0.3, 30 * 0.2]),
      weights: SHAPLEY,
    })
  })

  it('a 2-additive capacity is its Shapley values and interactions', () => {
    expect([...shapleyOf(capacityOfSets(IDS, SETS))]).toEqual(nearly(SHAPLEY))
    expect(interactionOf(capacityOfSets(IDS, SETS))[0]).toEqual(nearly([0, 0.2, -0.1]))
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (scores) => {
        const [one, other] = [run(whole, scores, SHAPLEY), run(pairwise, scores, SHAPLEY)]
        expect(one.score).toBeCloseTo(other.score, 9)
        expect(one.shares).toEqual(nearly(other.shares))
      }),
      runs(200),
    )
  })

  it('the Möbius transform by hand, and back', () => {
    // what a pair adds beyond its two, and all beyond the pairs and the singles
    const capacity = capacityOfSets(IDS, SETS)
    const moebius = [0, 0.3, 0.3, 0.2, 0.25, -0.1, 0.05, 0]
    expect([...moebiusOf(capacity)]).toEqual(nearly(moebius))
    expect([...capacityOf(moebiusOf(capacity))]).toEqual(nearly([...capacity]))
    expect([...capacityOf(Float64Array.of(0, 0.3, 0.5, 0.2))]).toEqual([0, 0.3, 0.5, 1])
  })

  it('Shapley and interaction of three that only together are worth something, and of one', () => {
    // unanimity game of three: a third each; each pair has half of the whole that only all three have
    const together = Float64Array.of(0, 0, 0, 0, 0, 0, 0, 1)
    expect([...shapleyOf(together)]).toEqual(nearly([1 / 3, 1 / 3, 1 / 3]))
    expect(interactionOf(together)).toEqual([
      [0, 0.5, 0.5],
      [0.5, 0, 0.5],
      [0.5, 0.5, 0],
    ])
    expect([...shapleyOf(Float64Array.of(0, 1))]).toEqual([1])
  })

  it('without interactions it is the weighted mean, equals or not', () => {
    const additive = choquet(worthOfPairs(CHILDREN, []))
    for (const scores of [
      [50, 90, 30],
      [50, 50, 30],
      [50, 50, 50],
    ]) {
      const [one, mean] = [run(additive, scores, SHAPLEY), run(arithmetic, scores, SHAPLEY)]
      expect(one.score).toBeCloseTo(mean.score, 9)
      expect(one.shares).toEqual(nearly(mean.shares))
    }
  })

  it('a capacity that is 1 only for all is the minimum; one that is 1 for any the maximum', () => {
    const all = IDS.flatMap((id, i) => [{ of: [id] }, { of: IDS.filter((_, j) => j !== i) }])
    const [strict, mild] = [0, 1].map((value) =>
      choquet(
        worthOfSets(
          capacityOfSets(
            IDS,
            all.map(({ of }) => ({ of, value })),
          ),
        ),
      ),
    )
    const weights = [1 / 3, 1 / 3, 1 / 3]
    expect(run(strict ?? minimum, [50, 90, 30], weights).score).toBeCloseTo(30, 9)
    expect(run(mild ?? minimum, [50, 90, 30], weights).score).toBeCloseTo(90, 9)
  })
})

describe('in a tree', () => {
  const one = (
    aggregate: AggregateSpec,
    cells: Readonly<Record<string, Cell>>,
    children = CHILDREN.map(({ id, weight }) => leaf(id, weight)),
  ): readonly [number, readonly number[]] => {
    const plan = compile(framework(branch('root', children, { aggregate }), { missing: 'exclude' }))
    const result = score(plan, dataset([{ cells: { a: null, b: null, c: null, ...cells } }]))
    return [result.score[0] ?? NaN, result.nodes.slice(0, -1).map(({ effectiveWeight }) => effectiveWeight[0] ?? NaN)]
  }

  it('2-additive with a child that does not count: weights re-shared, its interactions gone', () => {
    const [value, weights] = one({ method: 'choquet', interactions: PAIRS }, { a: 50, b: 90, c: 'na' })
    const scale = 1 / 0.775
    expect(weights).toEqual(nearly([0.35 * scale, 0.425 * scale, 0]))
    // μ(b) = its weight less half of the interaction with a
    expect(value).toBeCloseTo(50 + 40 * (0.425 - 0.1) * scale, 8)
  })

  it('pairs grow as the weights do, whichever child is out', () => {
    const [value, weights] = one({ method: 'choquet', interactions: PAIRS }, { a: 'na', b: 50, c: 90 })
    expect(weights).toEqual(nearly([0, 0.425 / 0.65, 0.225 / 0.65]))
    expect(value).toBeCloseTo(50 + 40 * ((0.225 - 0.025) / 0.65), 8)
  })

  it('a capacity with a child that does not count: by what is left', () => {
    const [value, weights] = one({ method: 'choquet-capacity', capacity: SETS }, { a: 50, b: 90, c: 'na' })
    expect(weights).toEqual(nearly([0.35 / 0.775, 0.425 / 0.775, 0]))
    expect(value).toBeCloseTo(50 + 40 * (0.3 / 0.8), 8)
  })

  it('a capacity in which what is left is worth nothing together: by Shapley values', () => {
    const none = SETS.map(({ of }) => ({ of, value: 0 }))
    const [value] = one({ method: 'choquet-capacity', capacity: none }, { a: 50, b: 90, c: 'na' })
    expect(value).toBeCloseTo(70, 8)
    expect(one({ method: 'choquet-capacity', capacity: none }, { a: 50, b: 90, c: 20 })[0]).toBeCloseTo(20, 8)
  })

  it('a child that is worth nothing in any set never counts', () => {
    const capacity: readonly Coalition[] = [
      { of: ['a'], value: 0.4 },
      { of: ['b'], value: 0.6 },
      { of: ['c'], value: 0 },
      { of: ['a', 'b'], value: 1 },
      { of: ['a', 'c'], value: 0.4 },
      { of: ['b', 'c'], value: 0.6 },
    ]
    const [value, weights] = one({ method: 'choquet-capacity', capacity }, { a: 50, b: 90 })
    expect(value).toBeCloseTo(74, 8)
    expect(weights).toEqual([0.4, 0.6, 0])
  })

  it('ordered weights and the median leave out what does not count', () => {
    const alike = IDS.map((id) => leaf(id, 0))
    expect(one({ method: 'owa', weights: [0.6, 0.3, 0.1] }, { a: 50, b: 80 }, alike)).toEqual([
      72.5,
      [0.25, 0.75, 0].map((value) => expect.closeTo(value, 9) as unknown),
    ])
    expect(one({ method: 'weighted-median' }, { a: 50, c: 80 })[0]).toBe(50)
  })
})

const opened = (root: BranchSpec, cells: Readonly<Record<string, Cell>>) => {
  const data = dataset([{ cells }])
  return trace(score(compile(framework(root, { missing: 'exclude' })), data), data, 0).root.detail
}

describe('trace', () => {
  const children = CHILDREN.map(({ id, weight }) => leaf(id, weight))

  it('has the steps of a Choquet integral', () => {
    const detail = opened(branch('root', children, { aggregate: { method: 'choquet-capacity', capacity: SETS } }), {
      a: 50,
      b: 90,
      c: 50,
    })
    expect(detail).toEqual({
      kind: 'choquet',
      steps: [
        { score: 50, worth: 1 },
        { score: 90, worth: 0.3 },
      ],
    })
  })

  it('has mean and variance of Mazziotta-Pareto, a zeroed child as 0', () => {
    const two = [leaf('a', 0.5), leaf('b', 0.5, { missing: 'zero' })]
    const detail = opened(branch('root', two, { aggregate: { method: 'mazziotta-pareto', variant: 'adjusted' } }), {
      a: 50,
      b: null,
    })
    expect(detail).toEqual({ kind: 'spread', mean: 25, variance: 625, offset: 70 / 0.6 })
  })

  it('has nothing for plain methods and without a score', () => {
    expect(opened(branch('root', children), { a: 1, b: 2, c: 3 })).toEqual({ kind: 'none' })
    const aggregate = { method: 'mazziotta-pareto', variant: 'plain' } as const
    expect(opened(branch('root', children, { aggregate }), { a: null, b: null, c: null })).toEqual({ kind: 'none' })
  })
})

describe('laws', () => {
  const row = fc
    .array(fc.record({ score: fc.integer({ min: 0, max: 100 }), part: fc.integer({ min: 1, max: 9 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => {
      const total = parts.reduce((sum, { part }) => sum + part, 0)
      return { scores: parts.map(({ score: value }) => value), weights: parts.map(({ part }) => part / total) }
    })
  /** Any capacity of two bits a child: a mix of the minimum, the maximum and the mean. */
  const methods: readonly (readonly [string, (n: number, weights: readonly number[]) => Aggregator])[] = [
    ['weighted median', () => weightedMedian],
    ['owa', (n) => owa(Array.from({ length: n }, (_, i) => (2 * (i + 1)) / (n * (n + 1))))],
    [
      'choquet',
      (n, weights) =>
        choquet(
          worthOfPairs(
            weights.map((weight, i) => ({ id: `${i}`, weight })),
            n < 2 ? [] : [{ between: ['0', '1'], value: Math.min(weights[0] ?? 0, weights[1] ?? 0) * 2 }],
          ),
        ),
    ],
    ['mazziotta-pareto plain', () => mazziottaPareto('plain')],
    ['mazziotta-pareto adjusted', () => mazziottaPareto('adjusted')],
  ]

  it.each(methods)('%s: between the least and the most (a penalty may go below), shares add up', (name, of) => {
    fc.assert(
      fc.property(row, ({ scores, weights }) => {
        const found = run(of(scores.length, weights), scores, weights)
        if (!name.startsWith('mazziotta')) expect(found.score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
        expect(found.score).toBeGreaterThanOrEqual(0)
        expect(found.score).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
        expect(found.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(found.score, 9)
      }),
      runs(300),
    )
  })

  it.each(methods)('%s: equal children give their score', (_, of) => {
    fc.assert(
      fc.property(row, ({ scores, weights }) => {
        const [same = 0] = scores
        expect(
          run(
            of(scores.length, weights),
            scores.map(() => same),
            weights,
          ).score,
        ).toBeCloseTo(same, 9)
      }),
      runs(100),
    )
  })

  it.each(methods.filter(([name]) => !name.startsWith('mazziotta')))('%s: a better child never lowers it', (_, of) => {
    fc.assert(
      fc.property(row, fc.nat(), fc.integer({ min: 0, max: 60 }), ({ scores, weights }, pick, step) => {
        const better = scores.map((value, i) => (i === pick % scores.length ? Math.min(100, value + step) : value))
        const aggregate = of(scores.length, weights)
        expect(run(aggregate, better, weights).score).toBeGreaterThanOrEqual(
          run(aggregate, scores, weights).score - 1e-9,
        )
      }),
      runs(300),
    )
  })

  it.each(methods.filter(([name]) => name !== 'choquet'))('%s: the order of the children does not matter', (_, of) => {
    fc.assert(
      fc.property(row, ({ scores, weights }) => {
        const aggregate = of(scores.length, weights)
        const [straight, turned] = [
          run(aggregate, scores, weights),
          run(aggregate, scores.toReversed(), weights.toReversed()),
        ]
        expect(turned.score).toBeCloseTo(straight.score, 9)
        expect(turned.shares.toReversed()).toEqual(nearly(straight.shares))
      }),
      runs(200),
    )
  })
})
