import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { tracked } from '../coverage.ts'

export function fixture<T>(name: string): T {
  // A fixture's shape is fixed by the file beside this test; the cast is the parse step.
  return tracked(
    `weighting/${name}.json`,
    JSON.parse(readFileSync(new URL(`../fixtures/weighting/${name}.json`, import.meta.url), 'utf8')) as T,
  )
}

export interface Dataset {
  readonly matrix: readonly (readonly number[])[]
  readonly objectives: readonly number[]
}

export const datasets = fixture<{ datasets: Readonly<Record<string, Dataset>> }>('data').datasets

export const columnsOf = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? NaN))

export const directionsOf = (objectives: readonly number[]): ('positive' | 'negative')[] =>
  objectives.map((objective) => (objective === 1 ? 'positive' : 'negative'))

/** Equal to the reference within `tolerance` of the vector's scale. */
export function expectClose(actual: readonly number[], expected: readonly number[], tolerance = 1e-12): void {
  expect(actual.length).toBe(expected.length)
  const scale = Math.max(...expected.map(Math.abs), Number.MIN_VALUE)
  const worst = Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? NaN)) / scale))
  expect(worst, `${actual.join(' ')} against ${expected.join(' ')}`).toBeLessThanOrEqual(tolerance)
}

/** A judgement such as `1/3`; null is NaN. */
export function judgements(text: readonly (readonly (string | null)[])[]): number[][] {
  return text.map((row) =>
    row.map((entry) => {
      const [numerator = NaN, denominator = 1] = (entry ?? '').split('/').map((part) => (part ? Number(part) : NaN))
      return numerator / denominator
    }),
  )
}

/** Equal to the reference within an absolute `tolerance`. */
export function expectWithin(actual: readonly number[], expected: readonly number[], tolerance: number): void {
  expect(actual.length).toBe(expected.length)
  const worst = Math.max(...actual.map((value, i) => Math.abs(value - (expected[i] ?? NaN))))
  expect(worst, `${actual.join(' ')} against ${expected.join(' ')}`).toBeLessThanOrEqual(tolerance)
}
