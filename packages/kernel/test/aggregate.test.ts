import { describe, expect, it } from 'vitest'
import { compile, score, type AggregateSpec } from '../src/index.ts'
import { arithmetic } from '../src/aggregate/arithmetic.ts'
import { bonus } from '../src/aggregate/bonus.ts'
import { deduct } from '../src/aggregate/deduct.ts'
import { harmonic } from '../src/aggregate/harmonic.ts'
import { minimum } from '../src/aggregate/minimum.ts'
import { powerMean } from '../src/aggregate/power-mean.ts'
import { product } from '../src/aggregate/product.ts'
import { countedRow, type Aggregator } from '../src/aggregate/row.ts'
import { staircase } from '../src/aggregate/staircase.ts'
import { branch, dataset, framework, leaf } from './support/build.ts'

/** A mean that is scored over whole columns, on one row. */
const byColumn =
  (method: 'arithmetic' | 'geometric'): Aggregator =>
  (row) => {
    const children = Array.from(row.weight, (weight, index) => leaf(`c${index}`, weight))
    const cells = Object.fromEntries(Array.from(row.score, (value, index) => [`c${index}`, value]))
    const plan = compile(framework(branch('root', children, { aggregate: { method } })))
    const { score: scores, nodes } = score(plan, dataset([{ cells }]))
    row.share.set(nodes.slice(0, -1).map(({ contributionToParent }) => contributionToParent[0] ?? NaN))
    return scores[0] ?? NaN
  }
const geometric = byColumn('geometric')

/** Score and shares of one row. */
function run(aggregate: Aggregator, scores: readonly number[], weights: readonly number[] = scores.map(() => 0)) {
  const row = countedRow(scores, weights)
  return { score: aggregate(row), shares: [...row.share] }
}

const nearly = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 9) as unknown)

describe('means, by hand', () => {
  it('arithmetic: 0.4 x 80 + 0.6 x 50', () => {
    expect(run(arithmetic, [80, 50], [0.4, 0.6])).toEqual({ score: 62, shares: [32, 30] })
    expect(run(byColumn('arithmetic'), [80, 50], [0.4, 0.6])).toEqual({ score: 62, shares: [32, 30] })
  })

  it('geometric: the root of 90 x 40', () => {
    expect(run(geometric, [90, 40], [0.5, 0.5])).toEqual({ score: expect.closeTo(60, 9), shares: nearly([30, 30]) })
    expect(run(geometric, [100, 12.5], [1 / 3, 2 / 3])).toMatchObject({ score: expect.closeTo(25, 9) })
  })

  it('harmonic: 2 / (1/60 + 1/30)', () => {
    expect(run(harmonic, [60, 30], [0.5, 0.5])).toEqual({
      score: expect.closeTo(40, 9),
      shares: nearly([40 / 3, 80 / 3]),
    })
  })

  it('power 2: the root of (100 + 4900) / 2; -1 is harmonic, 1 is arithmetic', () => {
    expect(run(powerMean(2), [10, 70], [0.5, 0.5])).toEqual({ score: expect.closeTo(50, 9), shares: nearly([1, 49]) })
    expect(run(powerMean(-1), [60, 30], [0.5, 0.5])).toEqual({
      score: expect.closeTo(40, 9),
      shares: nearly([40 / 3, 80 / 3]),
    })
    expect(run(powerMean(1), [80, 50], [0.4, 0.6])).toEqual({ score: 62, shares: [32, 30] })
  })

  it('power with a large exponent does not overflow', () => {
    expect(run(powerMean(400), [90, 100], [0.5, 0.5]).score).toBeCloseTo(100 * 0.5 ** (1 / 400), 9)
    expect(run(powerMean(-400), [90, 100], [0.5, 0.5]).score).toBeCloseTo(90 * 2 ** (1 / 400), 9)
  })

  it.each([
    ['geometric', geometric],
    ['harmonic', harmonic],
    ['power -2', powerMean(-2)],
  ])('%s: a child at 0 on the grid gives 0', (_, aggregate) => {
    expect(run(aggregate, [90, 0], [0.9, 0.1])).toEqual({ score: 0, shares: [0, 0] })
    expect(run(aggregate, [1e-12, 90], [0.1, 0.9])).toEqual({ score: 0, shares: [0, 0] })
  })

  it('power with a positive exponent takes a 0 as it comes', () => {
    expect(run(powerMean(2), [0, 100], [0.75, 0.25])).toEqual({ score: expect.closeTo(50, 9), shares: nearly([0, 50]) })
    expect(run(powerMean(2), [0, 0], [0.5, 0.5])).toEqual({ score: 0, shares: [0, 0] })
  })
})

describe('minimum', () => {
  it('is the weakest child, and all of the share is its', () => {
    expect(run(minimum, [80, 50, 65])).toEqual({ score: 50, shares: [0, 50, 0] })
    expect(run(minimum, [50, 80, 65])).toEqual({ score: 50, shares: [50, 0, 0] })
  })

  it('splits the share evenly among equals on the grid', () => {
    expect(run(minimum, [50, 80, 50.00000000001])).toEqual({ score: 50, shares: [25, 0, 25] })
  })
})

describe('staircase', () => {
  it('by hand: two met, half of the third, nothing above', () => {
    expect(run(staircase(80), [90, 80, 50, 100])).toEqual({ score: 62.5, shares: [25, 25, 12.5, 0] })
  })

  it('all met is 100; the first unmet gives its own share', () => {
    expect(run(staircase(80), [80, 95]).score).toBe(100)
    expect(run(staircase(80), [79.9, 100, 100, 100])).toEqual({ score: 19.975, shares: [19.975, 0, 0, 0] })
  })

  it('meets the line on the grid', () => {
    expect(run(staircase(80), [79.99999999999, 0])).toMatchObject({ score: 50 })
  })
})

it('product: function x use x data quality', () => {
  expect(run(product, [80, 50, 90])).toEqual({ score: expect.closeTo(36, 9), shares: nearly([12, 12, 12]) })
  expect(run(product, [80, 0, 90]).score).toBe(0)
})

describe('deduct', () => {
  it('takes each loss from the full marks, capped by the points', () => {
    expect(run(deduct(100), [100, 60], [30, 70])).toEqual({ score: 72, shares: [0, -28] })
    expect(run(deduct(80), [0, 100], [30, 70])).toEqual({ score: 50, shares: [-30, 0] })
  })

  it('never goes below 0; the losses are cut to the full marks', () => {
    expect(run(deduct(60), [0, 50], [60, 40])).toEqual({ score: 0, shares: nearly([-45, -15]) })
    expect(run(deduct(60), [0, 100], [60, 40])).toEqual({ score: 0, shares: [-60, 0] })
  })
})

describe('bonus', () => {
  it('adds points once the base is above the floor', () => {
    expect(run(bonus(80, 100), [90, 50, 20], [1, 10, 5])).toEqual({ score: 96, shares: [90, 5, 1] })
  })

  it('adds nothing at the floor, on the grid', () => {
    expect(run(bonus(80, 100), [80, 50], [1, 10])).toEqual({ score: 80, shares: [80, 0] })
    expect(run(bonus(80, 100), [80.0000000001, 50], [1, 10]).shares[1]).toBe(0)
  })

  it('is held at the maximum, and the cut is shared in proportion', () => {
    expect(run(bonus(80, 100), [95, 100, 100], [1, 20, 10])).toEqual({ score: 100, shares: nearly([76, 16, 8]) })
    expect(run(bonus(80, 90), [95, 0], [1, 20])).toEqual({ score: 90, shares: [90, 0] })
    expect(run(bonus(80, 100), [90, 100], [1, 10])).toEqual({ score: 100, shares: [90, 10] })
  })
})

describe('through a framework', () => {
  const methods: readonly (readonly [AggregateSpec, number])[] = [
    [{ method: 'arithmetic' }, 60],
    [{ method: 'geometric' }, 56.568542495],
    [{ method: 'harmonic' }, 53.333333333],
    [{ method: 'power', exponent: 2 }, 63.245553203],
    [{ method: 'minimum' }, 40],
    [{ method: 'staircase', metAt: 30 }, 100],
    [{ method: 'product' }, 32],
  ]
  it.each(methods)('%o', (aggregate, value) => {
    const root = branch('root', [leaf('a', 0.5), leaf('b', 0.5)], { aggregate })
    const { nodes, score: scores } = score(compile(framework(root)), dataset([{ cells: { a: 80, b: 40 } }]))
    expect(scores[0]).toBe(value)
    expect(nodes[2]?.effectiveWeight[0]).toBe(1)
  })
})
