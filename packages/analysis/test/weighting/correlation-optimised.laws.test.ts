import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlationOptimisedWeights } from '../../src/index.ts'
import { expectSame, expectWeights, faultCodes, total } from './arbitrary.ts'

const column = (n: number) => fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: n, maxLength: n })
const columns = (m: number, n: number) => fc.array(column(n), { minLength: m, maxLength: m })

/** Share a common part, so that all correlate positively: what a pillar looks like. */
const pillar = fc
  .tuple(column(20), columns(4, 20))
  .map(([common, own]) => own.map((values) => values.map((value, unit) => value + 2 * (common[unit] ?? NaN))))

const pearsonByHand = (x: readonly number[], y: readonly number[]): number => {
  const centred = (values: readonly number[]) => values.map((value) => value - total(values) / values.length)
  const [a, b] = [centred(x), centred(y)]
  const dot = (u: readonly number[], v: readonly number[]) => total(u.map((value, k) => value * (v[k] ?? NaN)))
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
}
/** Determinant of the correlations: 1 where columns are independent, 0 where some column is a mix of the others. */
function independence(table: readonly (readonly number[])[]): number {
  const rows = table.map((x) => table.map((y) => pearsonByHand(x, y)))
  return rows.reduce((product, row, at) => {
    const pivot = row[at] ?? NaN
    for (const below of rows.slice(at + 1)) {
      const factor = (below[at] ?? NaN) / pivot
      row.forEach((value, k) => (below[k] = (below[k] ?? NaN) - factor * value))
    }
    return product * pivot
  }, 1)
}

const composite = (table: readonly (readonly number[])[], weights: readonly number[]): number[] =>
  (table[0] ?? []).map((_, unit) => total(table.map((values, j) => (values[unit] ?? NaN) * (weights[j] ?? NaN))))

describe('balance', () => {
  it('reaches equal importances, counted afresh', () => {
    fc.assert(
      fc.property(pillar, (table) => {
        // Among columns that are mixes of each other a target can be out of reach with no weight at 0.
        fc.pre(independence(table) > 1e-6)
        const { weights, gap } = correlationOptimisedWeights(table, { objective: 'balance' })
        const reached = table.map((values) => pearsonByHand(values, composite(table, weights)))
        const shares = reached.map((r) => r / total(reached))
        // Where the target would take a negative weight, it is missed, and the gap says by how much.
        expect(Math.abs(Math.max(...shares.map((share) => Math.abs(share - 0.25))) - gap)).toBeLessThan(1e-9)
        expect(weights.includes(0) || gap < 1e-9).toBe(true)
      }),
    )
  })

  it('reaches importances that are asked for', () => {
    fc.assert(
      fc.property(pillar, (table) => {
        const target = [3, 2.5, 2.5, 2]
        const { importances, weights, gap } = correlationOptimisedWeights(table, { objective: 'balance', target })
        fc.pre(gap < 1e-9)
        expectWeights(weights, 4)
        expectSame(importances, [0.3, 0.25, 0.25, 0.2])
      }),
    )
  })

  it('takes no negative weight where COINr would: the nearest importances instead', () => {
    // The third indicator nearly is the sum of the first two: only a negative weight could hold it down.
    const table = [
      [1, 2, 3, 4, 5, 6],
      [2, 1, 4, 3, 6, 5],
      [3, 3, 7.2, 7, 11, 11.1],
    ]
    const found = correlationOptimisedWeights(table, { objective: 'balance', target: [5, 5, 1] })
    expectWeights(found.weights, 3)
    expect(found.weights[2]).toBe(0)
    expect(found.gap).toBeGreaterThan(0.01)
    const loss = (weights: readonly number[]): number => {
      const reached = table.map((values) => pearsonByHand(values, composite(table, weights)))
      return total(reached.map((r, j) => (r / total(reached) - ([5, 5, 1][j] ?? NaN) / 11) ** 2))
    }
    const best = loss(found.weights)
    for (let a = 0; a <= 50; a += 1) {
      for (let b = 0; a + b <= 50; b += 1)
        expect(loss([a / 50, b / 50, (50 - a - b) / 50])).toBeGreaterThan(best - 1e-12)
    }
  })

  it('treats a copy of an indicator as the indicator', () => {
    const x = [1, 2, 3, 4, 5, 9]
    const y = [2, 1, 4, 3, 6, 5]
    const { weights, gap } = correlationOptimisedWeights([x, x, y], { objective: 'balance' })
    expect(Math.abs((weights[0] ?? NaN) - (weights[1] ?? NaN))).toBeLessThan(1e-12)
    expect(gap).toBeGreaterThanOrEqual(0)
  })

  it('refuses indicators that cancel out, and targets that are none', () => {
    expect(
      faultCodes(() =>
        correlationOptimisedWeights(
          [
            [1, 2, 3],
            [3, 2, 1],
          ],
          { objective: 'balance' },
        ),
      ),
    ).toEqual(['WEIGHTS_BALANCE_IMPOSSIBLE'])
    expect(
      faultCodes(() =>
        correlationOptimisedWeights(
          [
            [1, 2, 3],
            [3, 2, 1],
          ],
          { objective: 'information' },
        ),
      ),
    ).toEqual(['WEIGHTS_BALANCE_IMPOSSIBLE'])
    const target = [-1, NaN]
    expect(
      faultCodes(() =>
        correlationOptimisedWeights(
          [
            [1, 2, 3],
            [3, 1, 2],
          ],
          { objective: 'balance', target },
        ),
      ),
    ).toEqual(['WEIGHTS_TARGET_REFUSED', 'WEIGHTS_TARGET_REFUSED'])
  })

  it('with missing values and with rank correlations comes near by search', () => {
    const table = [
      [1, 2, 3, 4, 5, 6, 7, 8, 4, 2],
      [2, 1, NaN, 3, 6, 5, 9, 7, 7, 1],
      [3, 5, 1, 7, 2, 6, 8, NaN, 3, 2],
    ]
    const pearson = correlationOptimisedWeights(table, { objective: 'balance' })
    expectWeights(pearson.weights, 3)
    // The same minimum as scipy's Nelder-Mead finds from five starting points.
    expectSame(pearson.weights, [0, 0.456435597, 0.543564403], 1e-7)
    expectSame(pearson.importances, [0.33423541, 0.33274086, 0.33302373], 1e-8)
    const spearman = correlationOptimisedWeights(table, { objective: 'balance', correlation: 'spearman' })
    expectWeights(spearman.weights, 3)
    expect(spearman.gap).toBeLessThan(0.1)
    expect(correlationOptimisedWeights(table, { objective: 'balance', correlation: 'spearman' })).toEqual(spearman)
  })
})

it('no weights carry more information', () => {
  fc.assert(
    fc.property(pillar, fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), (table, other) => {
      fc.pre(total(other) > 0)
      const { correlations } = correlationOptimisedWeights(table, { objective: 'information' })
      const reached = table.map((values) => pearsonByHand(values, composite(table, other)))
      expect(total(correlations)).toBeGreaterThanOrEqual(total(reached) - 1e-12)
    }),
  )
})
