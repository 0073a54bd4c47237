import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benefitOfTheDoubt, type DoubtOptions } from '../../src/index.ts'
import { expectSame, faultCodes, pick, positive, shuffled, total, wildTable } from './arbitrary.ts'

const value = fc.oneof(positive, fc.constant(0))
const tables = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([m, n]) => fc.array(fc.array(value, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))
const positiveTables = fc
  .tuple(fc.integer({ min: 3, max: 5 }), fc.integer({ min: 1, max: 12 }))
  .chain(([m, n]) => fc.array(fc.array(positive, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))

const scores = (columns: readonly (readonly number[])[], options: DoubtOptions = {}): number[] =>
  benefitOfTheDoubt(columns, options).map(({ score }) => score)
const rowsOf = (columns: readonly (readonly number[])[]): number[][] =>
  (columns[0] ?? []).map((_, unit) => columns.map((column) => column[unit] ?? NaN))
const bounded = (m: number, sharesOf: 'own' | 'all' = 'own'): DoubtOptions => ({
  lower: Array.from({ length: m }, () => 0.1),
  upper: Array.from({ length: m }, () => 0.6),
  sharesOf,
})

describe('benefit of the doubt', () => {
  it('scores lie in 0 to 1, the best unit has 1, and no unit does better under weights of another', () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const found = benefitOfTheDoubt(columns)
        const rows = rowsOf(columns)
        const any = columns.flat().some((each) => each > 0)
        expect(Math.max(...found.map(({ score }) => score))).toBe(any ? 1 : 0)
        for (const { weights } of found) {
          expect(weights.every((weight) => weight >= 0)).toBe(true)
          rows.forEach((row, unit) => {
            const other = total(row.map((each, r) => each * (weights[r] ?? NaN)))
            expect(other).toBeLessThanOrEqual(Math.min(1, found[unit]?.score ?? NaN) + 1e-10)
          })
        }
      }),
      { numRuns: 200 },
    )
  })

  it('peers prove it: together, in their parts, they are as good as the unit in everything', () => {
    fc.assert(
      fc.property(tables, (columns) => {
        const rows = rowsOf(columns)
        benefitOfTheDoubt(columns).forEach(({ score, peers }, unit) => {
          expectSame([total(peers.map(({ weight }) => weight))], [score], 1e-10)
          columns.forEach((_, r) => {
            const together = total(peers.map((peer) => peer.weight * (rows[peer.unit]?.[r] ?? NaN)))
            expect(together).toBeGreaterThanOrEqual((rows[unit]?.[r] ?? NaN) - 1e-8)
          })
        })
      }),
      { numRuns: 200 },
    )
  })

  it('sees no unit of measure, no order, and no copy of a unit', () => {
    fc.assert(
      fc.property(
        positiveTables.chain((columns) =>
          fc.tuple(fc.constant(columns), shuffled(columns.length), shuffled(columns[0]?.length ?? 0)),
        ),
        ([columns, indicators, units]) => {
          const expected = scores(columns)
          expectSame(scores(columns.map((column, j) => column.map((each) => each * 10 ** (j - 2)))), expected)
          expectSame(scores(pick(columns, indicators).map((column) => pick(column, units))), pick(expected, units))
          expectSame(scores(columns.map((column) => [...column, column[0] ?? NaN])), [...expected, expected[0] ?? NaN])
        },
      ),
    )
  })

  it('bounds lower scores, and bounds on all units lower them further', () => {
    fc.assert(
      fc.property(positiveTables, (columns) => {
        const free = scores(columns)
        const own = benefitOfTheDoubt(columns, bounded(columns.length))
        own.forEach(({ score, shares }, unit) => {
          expect(score).toBeLessThanOrEqual((free[unit] ?? NaN) + 1e-10)
          expect(score).toBeGreaterThan(0)
          for (const share of shares) {
            expect(share).toBeGreaterThan(0.1 - 1e-10)
            expect(share).toBeLessThan(0.6 + 1e-10)
          }
        })
        const codes = faultCodes(() => benefitOfTheDoubt(columns, bounded(columns.length, 'all')))
        expect(codes.every((code) => code === 'BOD_NO_ADMISSIBLE_WEIGHTS')).toBe(true)
        const strict = codes.length > 0 ? own.map(() => 0) : scores(columns, bounded(columns.length, 'all'))
        strict.forEach((score, unit) => expect(score).toBeLessThanOrEqual((own[unit]?.score ?? NaN) + 1e-9))
      }),
    )
  })

  it('bounds of 0 and 1 change nothing; bounds that fix every share leave one answer', () => {
    fc.assert(
      fc.property(positiveTables, (columns) => {
        const m = columns.length
        const open = { lower: columns.map(() => 0), upper: columns.map(() => 1) }
        expectSame(scores(columns, open), scores(columns), 1e-10)
        const fixed = columns.map(() => 1 / m)
        const rows = rowsOf(columns)
        // shares all 1/m: w_r = s / (m y_rc), so the score is the worst of the bounds Σ_r y_rj / (m y_rc) s <= 1
        const byHand = rows.map((own) =>
          Math.min(...rows.map((row) => m / total(row.map((each, r) => each / (own[r] ?? NaN))))),
        )
        expectSame(scores(columns, { lower: fixed, upper: fixed }), byHand, 1e-9)
      }),
    )
  })

  it('never gives a silent NaN, whatever the data hold', () => {
    fc.assert(
      fc.property(wildTable, (columns) => {
        const codes = faultCodes(() => benefitOfTheDoubt(columns))
        for (const code of codes) expect(code).toMatch(/^(WEIGHTS|BOD)_/)
        const found = codes.length > 0 ? [] : benefitOfTheDoubt(columns)
        for (const { score, weights, shares } of found) {
          expect([score, ...shares].every((each) => each >= 0 && each <= 1 + 1e-12)).toBe(true)
          expect(weights.every((each) => each >= 0)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('a unit with nothing but zeros scores 0, and one unit alone scores 1', () => {
    expect(
      scores([
        [0, 2],
        [0, 1],
      ]),
    ).toEqual([0, 1])
    expect(
      benefitOfTheDoubt([
        [0, 2],
        [0, 1],
      ])[0],
    ).toEqual({ score: 0, weights: [0, 0], shares: [0, 0], peers: [] })
    expect(scores([[3], [5]])).toEqual([1])
    expect(
      scores([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([0, 0])
  })

  it('a unit a million million times smaller than the others still has its score', () => {
    const tiny = [
      [1, 2, 1e-13],
      [2, 1, 2e-13],
    ]
    const inItsSize = (found: readonly number[]) => found.map((score, unit) => (unit === 2 ? score * 1e13 : score))
    expectSame(inItsSize(scores(tiny)), [1, 1, 1], 1e-12)
    // by hand: shares 0.4 and 0.6 of a score s are weights 0.4 s and 0.3 s, which give the second unit 1.1 s
    expectSame(inItsSize(scores(tiny, bounded(2))), [10 / 11, 10 / 11, 10 / 11], 1e-12)
  })

  it('names the units that a lower bound shuts out', () => {
    const columns = [
      [1, 0, 2],
      [1, 1, 0],
      [3, 1, 1],
    ]
    const names = { units: ['A', 'B', 'C'] }
    const work = () => benefitOfTheDoubt(columns, { lower: [0.1, 0.1, 0.1], names })
    expect(work).toThrow('BOD_NO_ADMISSIBLE_WEIGHTS {"unit":"B"}\nBOD_NO_ADMISSIBLE_WEIGHTS {"unit":"C"}')
  })

  it.each<[string, DoubtOptions]>([
    ['BOD_BOUNDS_REFUSED', { lower: [0.5, 0], upper: [0.4, 1] }],
    ['BOD_BOUNDS_REFUSED', { lower: [-0.1, 0] }],
    ['BOD_BOUNDS_REFUSED', { upper: [NaN, 1] }],
    ['BOD_BOUNDS_CANNOT_SUM', { lower: [0.6, 0.6] }],
    ['BOD_BOUNDS_CANNOT_SUM', { upper: [0.4, 0.4] }],
    ['WEIGHTS_COUNT_DIFFERS', { lower: [0.1] }],
  ])('%s', (code, options) => {
    expect(
      faultCodes(() =>
        benefitOfTheDoubt(
          [
            [1, 2],
            [2, 1],
          ],
          options,
        ),
      ),
    ).toEqual([code])
  })

  it('refuses missing, negative and infinite values, all at once', () => {
    expect(
      faultCodes(() =>
        benefitOfTheDoubt([
          [1, NaN],
          [-1, Infinity],
        ]),
      ),
    ).toEqual(['WEIGHTS_VALUE_MISSING', 'WEIGHTS_VALUE_NEGATIVE', 'WEIGHTS_VALUE_INFINITE'])
  })
})
