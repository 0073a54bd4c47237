import { expect, it } from 'vitest'
import fc from 'fast-check'
import { fiveNumbers, quantile, sortedValues } from './quantiles.ts'

/** R 4: quantile(c(2, 3, 5, 7, 11, 13), c(0, .1, .25, .5, .9, 1)), type 7. */
it.each([
  [0, 2],
  [0.1, 2.5],
  [0.25, 3.5],
  [0.5, 6],
  [0.9, 12],
  [1, 13],
])('quantile %d of six primes is %d', (p, expected) => {
  expect(quantile([2, 3, 5, 7, 11, 13], p)).toBeCloseTo(expected, 12)
})

it('has nothing to say of an empty list', () => {
  expect(quantile([], 0.5)).toBeNull()
  expect(fiveNumbers([])).toBeNull()
  expect(sortedValues([null, null])).toEqual([])
})

it('lies between its neighbours and rises with p', () => {
  const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1 })
  fc.assert(
    fc.property(scores, (values) => {
      const numbers = fiveNumbers(sortedValues(values))
      expect(numbers?.[0]).toBe(Math.min(...values))
      expect(numbers?.[4]).toBe(Math.max(...values))
      expect(numbers).toEqual(numbers && [...numbers].sort((a, b) => a - b))
    }),
  )
})
