import type { Waterfall } from '@plumbline/api/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scaleOf, stepsOf } from './model.ts'

const waterfallOf = (points: readonly number[]): Waterfall => {
  let at = 50
  const bars = points.map((own, index) => {
    const from = at
    at += own
    return { id: `i${index}`, points: own, from, to: at, baselinePoints: 1, ownPoints: 1 + own }
  })
  return { baseline: 50, score: at, bars }
}

describe('the steps of a waterfall', () => {
  it('lead from the baseline to the score, however few are shown', () => {
    const points = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 20 })
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 25 }), (given, few) => {
        const waterfall = waterfallOf(given)
        const steps = stepsOf(waterfall, few)
        expect(steps.at(-1)?.to ?? 50).toBeCloseTo(waterfall.score, 9)
        expect(steps.length).toBeLessThanOrEqual(few + 1)
        expect(steps.every(({ from }, index) => from === (steps[index - 1]?.to ?? 50))).toBe(true)
        const [low, high] = scaleOf(waterfall, steps)
        expect(steps.every(({ to }) => to >= low && to <= high)).toBe(true)
      }),
    )
  })

  it('keep the largest, in the order of the tree, and take the rest together', () => {
    expect(stepsOf(waterfallOf([1, -4, 0, 3, 0.5]), 2).map(({ id, points, count }) => [id, points, count])).toEqual([
      ['i1', -4, 1],
      ['i3', 3, 1],
      [null, 1.5, 2],
    ])
  })
})
