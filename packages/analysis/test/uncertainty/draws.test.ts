import { expect, it } from 'vitest'
import { drawsOf } from '../../src/index.ts'

const draws = drawsOf(7, 'stream')
const many = Array.from({ length: 40_000 }, (_, unit) => unit)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

it('gives uniform draws on [0, 1): every tenth holds a tenth, within five standard errors', () => {
  const counts = Array.from({ length: 10 }, () => 0)
  for (const unit of many) {
    const value = draws.uniform({ what: 'u', unit })
    expect(value).toBeGreaterThanOrEqual(0)
    expect(value).toBeLessThan(1)
    const tenth = Math.floor(value * 10)
    counts[tenth] = (counts[tenth] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 4000)).toBeLessThan(5 * Math.sqrt(40_000 * 0.1 * 0.9))
})

it('gives bell-shaped draws of mean 0 and deviation 1, with the kurtosis of four uniforms (3 - 1.2 / 4)', () => {
  const values = many.map((unit) => draws.bell({ what: 'b', unit }))
  expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(40_000))
  expect(mean(values.map((v) => v ** 2))).toBeCloseTo(1, 1)
  expect(mean(values.map((v) => v ** 4))).toBeCloseTo(2.7, 0)
  expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(2 * Math.sqrt(3))
})

it('keeps draws for different purposes, units, periods, items, seeds and streams apart', () => {
  const base = { what: 'a', unit: 1, period: '2024', item: 'x' }
  const values = [
    draws.uniform(base),
    draws.uniform({ ...base, what: 'b' }),
    draws.uniform({ ...base, unit: 2 }),
    draws.uniform({ ...base, period: '2025' }),
    draws.uniform({ ...base, item: 'y' }),
    draws.uniform({ what: 'a', period: '2024', item: 'x' }),
    drawsOf(8, 'stream').uniform(base),
    drawsOf(7, 'other').uniform(base),
  ]
  expect(new Set(values).size).toBe(values.length)
})
