import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bestWorstWeights,
  nonlinearBestWorstWeights,
  simplifiedBestWorstWeights,
  type BestWorstJudgements,
} from '../../src/index.ts'
import { expectSame, expectWeights, faultCodes, pick, shuffled, total } from './arbitrary.ts'

const judgement = fc.integer({ min: 1, max: 9 })

/** Best first, worst last. */
const judgements: fc.Arbitrary<BestWorstJudgements> = fc.integer({ min: 2, max: 7 }).chain((n) =>
  fc
    .tuple(judgement, fc.array(fc.tuple(judgement, judgement), { minLength: n - 2, maxLength: n - 2 }))
    .map(([span, others]) => ({
      best: 0,
      worst: n - 1,
      bestToOthers: [1, ...others.map(([best]) => best), span],
      othersToWorst: [span, ...others.map(([, worst]) => worst), 1],
    })),
)

function largestDeviation(
  { best, worst, bestToOthers, othersToWorst }: BestWorstJudgements,
  w: readonly number[],
): number {
  const at = (k: number): number => w[k] ?? NaN
  return Math.max(
    ...bestToOthers.map((value, j) => Math.abs(at(best) - value * at(j))),
    ...othersToWorst.map((value, j) => Math.abs(at(j) - value * at(worst))),
  )
}

describe('best-worst', () => {
  it('weights sum to 1 and reach xi', () => {
    fc.assert(
      fc.property(judgements, (each) => {
        const { weights, xi, ranges } = bestWorstWeights(each)
        expectWeights(weights, each.bestToOthers.length)
        expect(Math.abs(largestDeviation(each, weights) - xi)).toBeLessThan(1e-13)
        weights.forEach((weight, j) => {
          expect(weight).toBeGreaterThanOrEqual((ranges[j]?.min ?? NaN) - 1e-15)
          expect(weight).toBeLessThanOrEqual((ranges[j]?.max ?? NaN) + 1e-15)
        })
      }),
    )
  })

  it('no other weights deviate less', () => {
    fc.assert(
      fc.property(
        judgements,
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 7, maxLength: 7 }),
        (each, other) => {
          const raw = other.slice(0, each.bestToOthers.length)
          fc.pre(total(raw) > 0)
          const weights = raw.map((value) => value / total(raw))
          expect(largestDeviation(each, weights)).toBeGreaterThanOrEqual(bestWorstWeights(each).xi - 1e-15)
        },
      ),
    )
  })

  it('follow the order of the indicators, exactly where the optimum is unique', () => {
    fc.assert(
      fc.property(
        judgements.chain((each) => fc.tuple(fc.constant(each), shuffled(each.bestToOthers.length))),
        ([each, order]) => {
          const moved = bestWorstWeights({
            best: order.indexOf(each.best),
            worst: order.indexOf(each.worst),
            bestToOthers: pick(each.bestToOthers, order),
            othersToWorst: pick(each.othersToWorst, order),
          })
          const found = bestWorstWeights(each)
          expect([moved.xi, moved.unique]).toEqual([found.xi, found.unique])
          expect(moved.ranges).toEqual(pick(found.ranges, order))
          expectSame(found.unique ? moved.weights : [], found.unique ? pick(found.weights, order) : [], 1e-15)
        },
      ),
    )
  })

  it('consistent judgements give the importances behind them, xi exactly 0', () => {
    // importances 24, 12, 8, 6, 4, 3: whole multiples of the last, and whole parts of the first
    const found = bestWorstWeights({
      best: 0,
      worst: 5,
      bestToOthers: [1, 2, 3, 4, 6, 8],
      othersToWorst: [8, 4, 8 / 3, 2, 4 / 3, 1],
    })
    expectSame(
      found.weights,
      [24, 12, 8, 6, 4, 3].map((value) => value / 57),
      1e-15,
    )
    expect(found.xi).toBeLessThan(1e-16)
    expect(found.unique).toBe(true)
    expect(bestWorstWeights({ best: 1, worst: 0, bestToOthers: [4, 1, 2], othersToWorst: [1, 4, 2] }).xi).toBe(0)
  })

  it('by hand, two indicators: 3 to 1', () => {
    expect(bestWorstWeights({ best: 1, worst: 0, bestToOthers: [3, 1], othersToWorst: [1, 3] })).toEqual({
      weights: [0.25, 0.75],
      xi: 0,
      unique: true,
      ranges: [
        { min: 0.25, max: 0.25 },
        { min: 0.75, max: 0.75 },
      ],
      inputRatio: 0,
    })
  })

  it('one indicator has all the weight', () => {
    const { weights, xi } = bestWorstWeights({ best: 0, worst: 0, bestToOthers: [1], othersToWorst: [1] })
    expect([weights, xi]).toEqual([[1], 0])
  })

  it('has no input ratio where best and worst are alike but others are not', () => {
    const { inputRatio } = bestWorstWeights({ best: 0, worst: 2, bestToOthers: [1, 2, 1], othersToWorst: [1, 2, 1] })
    expect(inputRatio).toBeNull()
  })

  it.each<[string[], BestWorstJudgements]>([
    [['WEIGHTS_NO_INDICATORS'], { best: 0, worst: 0, bestToOthers: [], othersToWorst: [] }],
    [['WEIGHTS_COUNT_DIFFERS'], { best: 0, worst: 1, bestToOthers: [1, 2], othersToWorst: [2] }],
    [['BWM_POSITION_REFUSED'], { best: 0, worst: 0, bestToOthers: [1, 2], othersToWorst: [2, 1] }],
    [['BWM_POSITION_REFUSED'], { best: 0, worst: 2, bestToOthers: [1, 2], othersToWorst: [2, 1] }],
    [['BWM_POSITION_REFUSED'], { best: 0.5, worst: 1, bestToOthers: [1, 2], othersToWorst: [2, 1] }],
    [
      ['BWM_JUDGEMENT_REFUSED', 'BWM_JUDGEMENT_REFUSED', 'BWM_JUDGEMENT_REFUSED'],
      { best: 0, worst: 2, bestToOthers: [1, NaN, 2], othersToWorst: [Infinity, 0.5, 1] },
    ],
    [['BWM_SELF_NOT_ONE', 'BWM_SELF_NOT_ONE'], { best: 0, worst: 1, bestToOthers: [2, 3], othersToWorst: [3, 2] }],
    [['BWM_PAIR_DIFFERS'], { best: 0, worst: 1, bestToOthers: [1, 3], othersToWorst: [2, 1] }],
  ])('%s', (codes, each) => {
    for (const method of [bestWorstWeights, nonlinearBestWorstWeights, simplifiedBestWorstWeights])
      expect(faultCodes(() => method(each))).toEqual(codes)
  })
})

/** The largest distance of a ratio of weights from its judgement. */
function largestRatioGap({ best, worst, bestToOthers, othersToWorst }: BestWorstJudgements, w: readonly number[]) {
  const at = (k: number): number => w[k] ?? NaN
  return Math.max(
    ...bestToOthers.map((value, j) => Math.abs(at(best) / at(j) - value)),
    ...othersToWorst.map((value, j) => Math.abs(at(j) / at(worst) - value)),
  )
}

describe('nonlinear best-worst', () => {
  it('no weights come nearer to the judgements than xi', () => {
    fc.assert(
      fc.property(
        judgements,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 7, maxLength: 7 }),
        (each, other) => {
          const weights = other.slice(0, each.bestToOthers.length)
          expect(largestRatioGap(each, weights)).toBeGreaterThanOrEqual(nonlinearBestWorstWeights(each).xi - 1e-12)
        },
      ),
    )
  })

  it('xi is reached: of three indicators the two fixed ones leave the third no room beyond it', () => {
    fc.assert(
      fc.property(judgement, judgement, judgement, (span, toThird, fromThird) => {
        const each = { best: 0, worst: 2, bestToOthers: [1, toThird, span], othersToWorst: [span, fromThird, 1] }
        const { xi, ranges } = nonlinearBestWorstWeights(each)
        const [first = NaN, , last = NaN] = ranges.map(({ max }) => max)
        expect(Math.abs(largestRatioGap(each, [first, 1 - first - last, last]) - xi)).toBeLessThan(1e-10)
      }),
    )
  })

  it('ranges hold the weights within them and follow the order of the indicators', () => {
    fc.assert(
      fc.property(
        judgements.chain((each) => fc.tuple(fc.constant(each), shuffled(each.bestToOthers.length))),
        ([each, order]) => {
          const found = nonlinearBestWorstWeights(each)
          expectWeights(found.weights, each.bestToOthers.length)
          for (const { min, max } of found.ranges) {
            expect(min).toBeGreaterThan(0)
            expect(max).toBeGreaterThanOrEqual(min - 1e-15)
          }
          const moved = nonlinearBestWorstWeights({
            best: order.indexOf(each.best),
            worst: order.indexOf(each.worst),
            bestToOthers: pick(each.bestToOthers, order),
            othersToWorst: pick(each.othersToWorst, order),
          })
          expectSame(moved.weights, pick(found.weights, order), 1e-14)
          expect(moved.xi).toBeCloseTo(found.xi, 13)
        },
      ),
    )
  })

  it('by hand: 3, 3 and 8 give xi (7 - √45) / 2; one indicator has all; equal ends have no ratio', () => {
    const { xi, consistencyIndex } = nonlinearBestWorstWeights({
      best: 0,
      worst: 2,
      bestToOthers: [1, 3, 8],
      othersToWorst: [8, 3, 1],
    })
    expect(xi).toBeCloseTo((7 - Math.sqrt(45)) / 2, 14)
    expect(consistencyIndex).toBeCloseTo((17 - Math.sqrt(65)) / 2, 14)
    expect(nonlinearBestWorstWeights({ best: 0, worst: 0, bestToOthers: [1], othersToWorst: [1] })).toEqual({
      weights: [1],
      ranges: [{ min: 1, max: 1 }],
      xi: 0,
      consistencyIndex: 0,
      consistencyRatio: 0,
    })
    const alike = { best: 0, worst: 2, bestToOthers: [1, 2, 1], othersToWorst: [1, 2, 1] }
    expect(nonlinearBestWorstWeights(alike).consistencyRatio).toBeNull()
  })
})

describe('simplified best-worst', () => {
  it('is a mixture of both lists, and refuses a share outside 0 to 1', () => {
    fc.assert(
      fc.property(judgements, fc.double({ min: 0, max: 1, noNaN: true }), (each, share) => {
        const { weights, fromBest, fromWorst, gap } = simplifiedBestWorstWeights(each, { share })
        expectWeights(weights, each.bestToOthers.length)
        expectSame(
          weights,
          fromBest.map((value, j) => share * value + (1 - share) * (fromWorst[j] ?? NaN)),
          1e-14,
        )
        expect(gap).toBeLessThan(2)
      }),
    )
    const each = { best: 0, worst: 1, bestToOthers: [1, 2], othersToWorst: [2, 1] }
    for (const share of [-0.1, 1.1, NaN])
      expect(faultCodes(() => simplifiedBestWorstWeights(each, { share }))).toEqual(['BWM_SHARE_REFUSED'])
  })
})
