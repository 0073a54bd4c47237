import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { Decision } from '../../src/index.ts'
import { tracked } from '../coverage.ts'

export type Name = 'D12x8' | 'D60x30'
export const NAMES: readonly Name[] = ['D12x8', 'D60x30']

export const fixture = <T>(name: string): T =>
  tracked(
    `ranking/${name}.json`,
    JSON.parse(readFileSync(new URL(`../fixtures/ranking/${name}.json`, import.meta.url), 'utf8')) as T,
  )

interface Data {
  readonly datasets: Readonly<Record<Name, Required<Decision>>>
}

export const decisions = fixture<Data>('data').datasets

/** Recorded with 15 significant digits: 1e-12 of the scale. */
export function expectClose(actual: Iterable<number>, recorded: readonly number[]): void {
  const scale = Math.max(1, ...recorded.map(Math.abs))
  const values = [...actual]
  expect(values.length).toBe(recorded.length)
  for (const [row, value] of values.entries())
    expect(Math.abs(value - (recorded[row] ?? NaN))).toBeLessThanOrEqual(1e-12 * scale)
}
