import { FaultError } from '@plumbline/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { estimateMorris, morrisIndices, morrisTrajectories } from '../../src/index.ts'
import { fixture } from '../uncertainty/support.ts'
import { readsEveryCase } from '../coverage.ts'

const oracle = fixture<{
  readonly sample: readonly (readonly number[])[]
  readonly Y: readonly number[]
  readonly mu: readonly number[]
  readonly mu_star: readonly number[]
  readonly sigma: readonly number[]
}>('sensitivity/morris')

const model = ([a = 0, b = 0, c = 0, d = 0, e = 0]: readonly number[]): number => 3 * a + 5 * b * b + 4 * c * d - 2 * e

it("gives the reference's effects from its sample", () => {
  const points = 7
  const split = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
    Array.from({ length: rows.length / points }, (_, index) => rows.slice(index * points, (index + 1) * points))
  const indices = morrisIndices(split(oracle.sample), split(oracle.Y))
  expect(indices).toHaveLength(6)
  for (const [factor, { mu, muStar, sigma }] of indices.entries()) {
    // The sample is printed to 12 decimals, so a step is 2/3 only to 1e-12; sigma of a straight factor is that noise.
    expect(Math.abs(mu - (oracle.mu[factor] ?? NaN))).toBeLessThan(1e-11)
    expect(Math.abs(muStar - (oracle.mu_star[factor] ?? NaN))).toBeLessThan(1e-11)
    expect(Math.abs(sigma - (oracle.sigma[factor] ?? NaN))).toBeLessThan(1e-11)
  }
})

it('gives a linear function its coefficients exactly, with no spread', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 }), fc.nat(), (c, seed) => {
      const output = (point: readonly number[]): number => point.reduce((sum, x, index) => sum + x * (c[index] ?? 0), 0)
      const indices = estimateMorris(output, { factors: c.length, trajectories: 4, seed })
      for (const [factor, { mu, muStar, sigma }] of indices.entries()) {
        expect(mu).toBeCloseTo(c[factor] ?? NaN, 9)
        expect(muStar).toBeCloseTo(Math.abs(c[factor] ?? NaN), 9)
        expect(sigma).toBeCloseTo(0, 9)
      }
    }),
  )
})

it('walks the grid: every factor moves once, by the step, inside [0, 1]', () => {
  for (const points of morrisTrajectories({ factors: 5, trajectories: 20, levels: 6, seed: 8 })) {
    expect(points).toHaveLength(6)
    const moves = points
      .slice(1)
      .map((point, step) => point.map((value, index) => value - (points[step]?.[index] ?? NaN)))
    for (const move of moves) {
      const sizes = move.filter((value) => value !== 0).map(Math.abs)
      expect(sizes).toHaveLength(1)
      expect(sizes[0]).toBeCloseTo(0.6, 12)
    }
    for (const value of points.flat()) expect(value >= 0 && value <= 1).toBe(true)
  }
})

it("finds the reference model's curvature and interaction", () => {
  const indices = estimateMorris(model, { factors: 6, trajectories: 200, seed: 3 })
  const [straight, curved, left, right, falling, idle] = indices
  expect(straight?.sigma).toBeCloseTo(0, 9)
  expect(curved?.sigma).toBeGreaterThan(1)
  expect(left?.sigma).toBeGreaterThan(1)
  expect(right?.mu).toBeCloseTo(2, 0)
  expect([falling?.mu, falling?.muStar].map((value) => Math.round(value ?? NaN))).toEqual([-2, 2])
  expect(idle).toEqual({ mu: 0, muStar: 0, sigma: 0 })
})

it('refuses steps that move none or two, factors that never move, outputs that are not there', () => {
  const codes = (run: () => unknown): readonly string[] => {
    try {
      run()
    } catch (error) {
      if (error instanceof FaultError) return error.faults.map(({ code }) => code)
      throw error
    }
    return []
  }
  expect(
    codes(() =>
      morrisIndices(
        [
          [
            [0, 0],
            [1, 1],
            [1, 1],
          ],
        ],
        [[1, 2, 3]],
      ),
    ),
  ).toEqual(['SENSITIVITY_TRAJECTORY', 'SENSITIVITY_TRAJECTORY', 'SENSITIVITY_NEVER_MOVED', 'SENSITIVITY_NEVER_MOVED'])
  expect(
    codes(() =>
      morrisIndices(
        [
          [[0], [1]],
          [[0], [1]],
        ],
        [[1], [1, NaN]],
      ),
    ),
  ).toEqual(['SENSITIVITY_LENGTH', 'SENSITIVITY_OUTPUT', 'SENSITIVITY_NEVER_MOVED'])
  expect(codes(() => morrisTrajectories({ factors: 2, trajectories: 3, levels: 5, seed: 1 }))).toEqual([
    'SENSITIVITY_LEVELS',
  ])
  expect(codes(() => morrisTrajectories({ factors: 0, trajectories: 1, seed: 1 }))).toEqual([
    'SENSITIVITY_OPTION',
    'SENSITIVITY_OPTION',
  ])
})

readsEveryCase(import.meta.url)
