import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exp, ln, power, publishedScore, roundHalfEven, snap } from '../src/index.ts'
import { compensatedSum } from '../src/numeric/sum.ts'
import { periodNumbers, positionsOf } from '../src/period-numbers.ts'
import { isZero } from '../src/numeric/grid.ts'
import { roundExact } from './support/exact.ts'
import { faultsOf } from './support/faults.ts'
import { runs } from './support/runs.ts'

type Pairs = readonly (readonly [x: number, value: number])[]
const reference = JSON.parse(readFileSync(new URL('fixtures/ln-exp.json', import.meta.url), 'utf8')) as {
  readonly ln: Pairs
  readonly exp: Pairs
}

/** Distance in units in the last place: doubles in order are integers in order. */
function ulps(a: number, b: number): number {
  const order = (x: number): bigint => new BigInt64Array(Float64Array.of(x).buffer)[0] ?? 0n
  return Math.abs(Number(order(a) - order(b)))
}

describe('ln and exp', () => {
  it.each(reference.ln)('ln(%d) is within 1 ulp of the 300-bit value', (x, value) => {
    expect(Math.sign(ln(x))).toBe(Math.sign(value))
    expect(ulps(Math.abs(ln(x)), Math.abs(value))).toBeLessThanOrEqual(1)
  })

  it.each(reference.exp)('exp(%d) is within 1 ulp of the 300-bit value', (x, value) => {
    expect(ulps(exp(x), value)).toBeLessThanOrEqual(1)
  })

  it('has the limits of the functions at the ends', () => {
    expect([ln(0), ln(-1), ln(NaN), ln(Infinity), ln(1)]).toEqual([-Infinity, NaN, NaN, Infinity, 0])
    expect([exp(710), exp(Infinity), exp(-746), exp(-Infinity), exp(NaN), exp(0)]).toEqual([
      Infinity,
      Infinity,
      0,
      0,
      NaN,
      1,
    ])
    expect(exp(709.782712893384)).toBeLessThan(Infinity)
    expect(exp(-745.1332191019411)).toBe(5e-324)
  })

  it('power', () => {
    expect(power(4, 0.5)).toBe(2)
    expect(power(0, 2)).toBe(0)
    expect(power(0.30000000000000004, 1)).toBe(0.30000000000000004)
  })
})

describe('snap', () => {
  it('takes floating-point noise out', () => {
    expect(snap(0.1 + 0.2)).toBe(0.3)
    expect(snap(69.99999999999999)).toBe(70)
    expect(snap(-69.99999999999999)).toBe(-70)
    expect(snap(1.0000000004)).toBe(1)
    expect(snap(1.0000000006)).toBe(1.000000001)
  })

  it('leaves what is not on a scale as it is, and has one zero', () => {
    expect(snap(NaN)).toBeNaN()
    expect([snap(Infinity), snap(-Infinity), snap(1e300)]).toEqual([Infinity, -Infinity, 1e300])
    expect(Object.is(snap(-1e-12), 0)).toBe(true)
    expect(Object.is(snap(-0), 0)).toBe(true)
    expect([isZero(4.9e-10), isZero(5e-10), isZero(0)]).toEqual([true, false, true])
  })

  it('property: idempotent and odd', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => {
        expect(snap(snap(value))).toBe(snap(value))
        expect(snap(-value) + 0).toBe(0 - snap(value))
      }),
    )
  })
})

describe('roundHalfEven (GB/T 8170-2008)', () => {
  it.each([
    [69.995, 2, 70],
    [2.5, 0, 2],
    [3.5, 0, 4],
    [0.125, 2, 0.12],
    [0.135, 2, 0.14],
    [1.005, 2, 1],
    [1.015, 2, 1.02],
    [12.1498, 1, 12.1],
    [10.502, 0, 11],
    [15.4546, 0, 15],
    [-2.5, 0, -2],
    [-69.995, 2, -70],
    [-0.4, 0, 0],
    [99.9999999995, 2, 100],
    [55.123456789, 9, 55.123456789],
    [4e15 + 0.5, 0, 4e15],
  ])('%d to %d digits is %d', (value, digits, rounded) => {
    expect(roundHalfEven(value, digits)).toBe(rounded)
  })

  it('passes NaN and infinities through', () => {
    expect(roundHalfEven(NaN, 2)).toBeNaN()
    expect(roundHalfEven(-Infinity, 2)).toBe(-Infinity)
  })

  it.each([-1, 10, 1.5])('refuses %d digits', (digits) => {
    expect(faultsOf(() => roundHalfEven(1, digits))).toMatchObject([
      { code: 'DIGITS_OUT_OF_RANGE', params: { digits, most: 9 } },
    ])
  })

  it.each([
    [95.14, { digits: 3, full: 1 }, 0.951],
    [95.15, { digits: 3, full: 1 }, 0.952],
    [95.25, { digits: 3, full: 1 }, 0.952],
    [62.125, { digits: 2, full: 100 }, 62.12],
    [62.125, { digits: 0, full: 1000 }, 621],
    [100, { digits: 1, full: 10 }, 10],
    [NaN, { digits: 3, full: 1 }, NaN],
  ])('%d is published as %o: %d', (score, display, printed) => {
    expect(publishedScore(score, display)).toBe(printed)
  })

  it('agrees with exact arithmetic on every point of the grid, ties included', () => {
    const grid = fc.oneof(
      fc.bigInt({ min: 0n, max: 100_000_000_000n }),
      fc.bigInt({ min: 0n, max: 20_000n }).map((k) => k * 5_000_000n),
    )
    fc.assert(
      fc.property(grid, fc.integer({ min: 0, max: 9 }), (k, digits) => {
        expect(roundHalfEven(Number(k) / 1e9, digits)).toBe(
          Number(roundExact({ over: k, under: 1_000_000_000n }, digits)),
        )
      }),
      runs(2000),
    )
  })
})

describe('a sum with its correction', () => {
  it.each<readonly [readonly number[], number]>([
    // Neumaier's own case: what a plain or a Kahan sum loses
    [[1, 1e100, 1, -1e100], 2],
    [[1e100, 1, -1e100], 1],
    [[-1e100, 1, 1e100], 1],
    [[0.1, 0.2, 0.3], 0.6],
    [[5], 5],
    [[], 0],
    [[1, NaN, 2], NaN],
  ])('%j: %s', (terms, sum) => {
    expect(compensatedSum(terms)).toBe(sum)
  })

  it('of a tenth ten times is 1, in whatever the terms come', () => {
    expect(compensatedSum(Float64Array.from({ length: 10 }, () => 0.1))).toBe(1)
    expect(compensatedSum(new Set([0.25, 0.75]))).toBe(1)
  })
})

describe('periods as numbers', () => {
  it.each<readonly [readonly string[], readonly number[]]>([
    [
      ['2025', '2023', '2025'],
      [2025, 2023, 2025],
    ],
    [
      ['2024-Q1', '2023-Q4', '2024-Q1'],
      [1, 0, 1],
    ],
    // one that is no whole number makes places of all
    [
      ['2025', '2024a', '2023'],
      [2, 1, 0],
    ],
    [
      ['p2024', '2023', ''],
      [2, 1, 0],
    ],
    [[], []],
  ])('%j: %j', (periods, numbers) => {
    expect([...periodNumbers(periods)]).toEqual(numbers)
  })

  it('a period that was not among them has no place', () => {
    expect(positionsOf(['b', 'a'])('c')).toBeNaN()
    expect(positionsOf(['2023'])('2026')).toBe(2026)
  })
})
