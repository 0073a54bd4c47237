import { exp } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dirichletDraw,
  exponentialDraw,
  gammaDraw,
  normalDraw,
  normalQuantile,
  streamOf,
  type Stream,
} from '../../src/index.ts'
import { fixture } from './support.ts'

const COUNT = 20_000
const many = (what: string, draw: (stream: Stream) => number): readonly number[] =>
  Array.from({ length: COUNT }, (_, index) => draw(streamOf({ seed: 11, what, draw: index })))
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const variance = (values: readonly number[]): number => mean(values.map((v) => v * v)) - mean(values) ** 2

describe('streams', () => {
  it('depend on their address alone, not on the order in which they are read', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string(), fc.nat(), fc.nat(5), (seed, what, draw, part) => {
        const one = streamOf({ seed, what, draw, part })
        const other = streamOf({ seed, what, draw: draw + 1, part })
        const first = [one.uniform(), one.uniform(), one.uniform()]
        other.uniform()
        const again = streamOf({ seed, what, draw, part })
        expect([again.uniform(), again.uniform(), again.uniform()]).toEqual(first)
        for (const value of first) expect(value >= 0 && value < 1).toBe(true)
        expect(new Set(first).size).toBe(3)
      }),
    )
  })

  it('keeps seeds, purposes, draws and parts apart', () => {
    const base = { seed: 1, what: 'a', draw: 0 }
    const streams = [base, { ...base, seed: 2 }, { ...base, what: 'b' }, { ...base, draw: 1 }, { ...base, part: 1 }]
    expect(new Set(streams.map((address) => streamOf(address).uniform())).size).toBe(5)
  })
})

describe('normal', () => {
  it('has the quantiles of an independent implementation', () => {
    const { p, q } = fixture<{ readonly p: readonly number[]; readonly q: readonly number[] }>(
      'uncertainty/normal-quantiles',
    )
    for (const [index, probability] of p.entries())
      expect(Math.abs(normalQuantile(probability) - (q[index] ?? NaN))).toBeLessThan(1e-13)
  })

  it('is infinite at the ends and undefined outside', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity])
    expect([normalQuantile(-0.1), normalQuantile(1.1), normalQuantile(NaN)]).toEqual([NaN, NaN, NaN])
    expect(Number.isFinite(normalDraw({ uniform: () => 0 }))).toBe(true)
  })

  it('is drawn with mean 0 and variance 1, within five standard errors', () => {
    const values = many('normal', normalDraw)
    expect(Math.abs(mean(values))).toBeLessThan(5 / Math.sqrt(COUNT))
    expect(Math.abs(variance(values) - 1)).toBeLessThan(5 * Math.sqrt(2 / COUNT))
  })
})

describe('exponential and gamma', () => {
  it('has mean and variance 1', () => {
    const values = many('exponential', exponentialDraw)
    expect(Math.abs(mean(values) - 1)).toBeLessThan(5 / Math.sqrt(COUNT))
    // The variance of a sample variance is (mu4 - 1) / n, with mu4 = 9.
    expect(Math.abs(variance(values) - 1)).toBeLessThan(5 * Math.sqrt(8 / COUNT))
    expect(exponentialDraw({ uniform: () => 0.5 })).toBe(Math.LN2)
  })

  it.each([0.05, 0.5, 1, 3.7, 250])('has mean and variance equal to its shape %f', (shape) => {
    const values = many(`gamma ${shape}`, (stream) => gammaDraw(stream, shape))
    expect(Math.abs(mean(values) - shape)).toBeLessThan(5 * Math.sqrt(shape / COUNT))
    // The fourth central moment of a gamma is 3 shape² + 6 shape.
    expect(Math.abs(variance(values) - shape)).toBeLessThan(5 * Math.sqrt((2 * shape * shape + 6 * shape) / COUNT))
    for (const value of values) expect(value).toBeGreaterThanOrEqual(0)
  })

  it('of shape 1 is exponential: half of the draws lie below ln 2', () => {
    const below = many('gamma one', (stream) => gammaDraw(stream, 1)).filter((value) => exp(-value) > 0.5).length
    expect(Math.abs(below / COUNT - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / COUNT))
  })
})

describe('Dirichlet', () => {
  it('sums to 1, keeps zeros, and is there for shapes of any size', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.oneof(fc.constant(0), fc.double({ min: 1e-6, max: 1e6, noNaN: true })), { minLength: 1 }),
        (draw, shapes) => {
          const shares = dirichletDraw(streamOf({ seed: 3, what: 'd', draw }), shapes)
          const total = shares.reduce((sum, share) => sum + share, 0)
          if (shapes.some((shape) => shape > 0)) expect(Math.abs(total - 1)).toBeLessThan(1e-12)
          else expect(total).toBe(0)
          for (const [index, share] of shares.entries()) {
            expect(share).toBeGreaterThanOrEqual(0)
            if (shapes[index] === 0) expect(share).toBe(0)
          }
        },
      ),
    )
  })

  it('has mean a / A and variance m (1 - m) / (A + 1)', () => {
    const shapes = [5, 3, 2]
    for (const [index, shape] of shapes.entries()) {
      const values = many('dirichlet', (stream) => dirichletDraw(stream, shapes)[index] ?? NaN)
      const m = shape / 10
      const spread = (m * (1 - m)) / 11
      expect(Math.abs(mean(values) - m)).toBeLessThan(5 * Math.sqrt(spread / COUNT))
      expect(Math.abs(variance(values) / spread - 1)).toBeLessThan(0.1)
    }
  })
})
