import { FaultError, imputeByEm } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { imputeMultiply } from '../../src/imputation/multiple.ts'
import { normalDraw } from '../../src/random/normal.ts'
import { streamOf } from '../../src/random/stream.ts'

const N = 80
/** y = 2 x + noise of deviation 0.5; the last y is missing. */
function line(): readonly [Float64Array, Float64Array] {
  const stream = streamOf({ seed: 5, what: 'line', draw: 0 })
  const x = Float64Array.from({ length: N }, () => normalDraw(stream))
  const y = x.map((value) => 2 * value + 0.5 * normalDraw(stream))
  x[N - 1] = 1
  y[N - 1] = NaN
  return [x, y]
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const deviationOf = (values: readonly number[]) => {
  const mean = meanOf(values)
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
}

describe('multiple imputation', () => {
  const columns = line()
  const M = 400
  const draws = imputeMultiply(columns, { seed: 3, imputations: M }).map((one) => one[1]?.[N - 1] ?? NaN)

  it('draws around the expected value, as far apart as a new observation of the regression', () => {
    // oracle: least squares through the 79 complete pairs, and the textbook variance of a prediction
    const [xs, ys] = [[...columns[0]].slice(0, N - 1), [...columns[1]].slice(0, N - 1)]
    const [mx, my] = [meanOf(xs), meanOf(ys)]
    const sxx = xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
    const slope = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? 0) - my), 0) / sxx
    const expected = my + slope * (1 - mx)
    const residual = ys.reduce((sum, y, i) => sum + (y - my - slope * ((xs[i] ?? 0) - mx)) ** 2, 0)
    const spread = Math.sqrt((residual / (N - 3)) * (1 + 1 / (N - 1) + (1 - mx) ** 2 / sxx))
    expect(imputeByEm(columns).columns[1]?.values[N - 1]).toBeCloseTo(expected, 6)
    expect(Math.abs(meanOf(draws) - expected)).toBeLessThan((4 * spread) / Math.sqrt(M))
    // the deviation of m normal draws has a relative standard error of 1 / sqrt(2 m): four of them
    expect(Math.abs(deviationOf(draws) / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * M))
  })

  it('leaves observed values as they are, and gives the same for the same seed', () => {
    const again = imputeMultiply(columns, { seed: 3, imputations: 2 })
    expect(again[0]?.[0]).toEqual(columns[0])
    expect(again[0]?.[1]?.slice(0, N - 1)).toEqual(columns[1].slice(0, N - 1))
    expect(again.map((one) => one[1]?.[N - 1])).toEqual(draws.slice(0, 2))
    expect(imputeMultiply(columns, { seed: 4, imputations: 1 })[0]?.[1]?.[N - 1]).not.toBe(draws[0])
  })

  it('holds what it draws', () => {
    const held = imputeMultiply(columns, { seed: 3, imputations: 20, least: 2, most: 2.1 })
    for (const one of held) {
      expect(one[1]?.[N - 1]).toBeGreaterThanOrEqual(2)
      expect(one[1]?.[N - 1]).toBeLessThanOrEqual(2.1)
    }
  })

  it('draws a row of which nothing is seen, gaps of one row together', () => {
    const [x, y] = [Float64Array.from(columns[0]), Float64Array.from(columns[1])]
    x[N - 1] = NaN
    const pairs = imputeMultiply([x, y], { seed: 1, imputations: 300 }).map(
      (one) => [one[0]?.[N - 1] ?? NaN, one[1]?.[N - 1] ?? NaN] as const,
    )
    const [xs, ys] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)]
    const covariance = meanOf(pairs.map(([a, b]) => (a - meanOf(xs)) * (b - meanOf(ys))))
    // y is 2 x and a little noise: the correlation is 2 / sqrt(4.25) = 0.970
    expect(covariance / (deviationOf(xs) * deviationOf(ys))).toBeGreaterThan(0.94)
  })

  it.each([
    [
      'a column that follows from the others',
      [
        [1, 2, 3, 4, NaN],
        [3, 5, 4, 1, 2],
        [6, 10, 8, 2, 4],
      ],
    ],
    [
      'a constant column',
      [
        [1, 1, 1],
        [3, 5, NaN],
      ],
    ],
  ])('%s: a named fault', (_, values) => {
    const call = () =>
      imputeMultiply(
        values.map((column) => Float64Array.from(column)),
        { seed: 1, imputations: 2 },
      )
    expect(call).toThrow(FaultError)
  })
})
