import { FaultError } from '@plumbline/kernel'
import fc from 'fast-check'
import { expect } from 'vitest'

/** Positive figures on a grid, so that equal values, and with them ties, do occur. */
export const positive = fc.integer({ min: 1, max: 400 }).map((value) => value / 8)

/** m columns of n units. */
export const table = (size: { m?: [number, number]; n?: [number, number] } = {}) =>
  fc
    .tuple(
      fc.integer({ min: size.m?.[0] ?? 1, max: size.m?.[1] ?? 6 }),
      fc.integer({ min: size.n?.[0] ?? 2, max: size.n?.[1] ?? 9 }),
    )
    .chain(([m, n]) => fc.array(fc.array(positive, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))

/** Anything a file may hold. */
const wild = fc.oneof(
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1, -1, NaN, Infinity, -Infinity, 1e308, -1e308, 5e-324, 1e-300),
)

export const wildTable = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }))
  .chain(([m, n]) => fc.array(fc.array(wild, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))

export const shuffled = (length: number) =>
  fc.shuffledSubarray(
    Array.from({ length }, (_, k) => k),
    { minLength: length, maxLength: length },
  )

export const pick = <T>(values: readonly T[], order: readonly number[]): T[] =>
  order.flatMap((k) => (k in values ? values.slice(k, k + 1) : []))

export const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

export function expectWeights(weights: readonly number[], length: number): void {
  expect(weights.length).toBe(length)
  expect(weights.every((weight) => weight >= 0)).toBe(true)
  expect(Math.abs(total(weights) - 1)).toBeLessThan(1e-12)
}

export function expectSame(actual: readonly number[], expected: readonly number[], tolerance = 1e-9): void {
  expect(actual.length).toBe(expected.length)
  actual.forEach((value, k) => expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThanOrEqual(tolerance))
}

/** The codes of the faults that stopped the work; none when nothing did. Any other error comes through. */
export function faultCodes(work: () => unknown): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code }) => code)
    throw error
  }
}
