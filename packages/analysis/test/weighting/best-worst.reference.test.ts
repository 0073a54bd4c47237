import { describe, expect, it } from 'vitest'
import { bestWorstWeights, nonlinearBestWorstWeights, simplifiedBestWorstWeights } from '../../src/index.ts'
import { expectClose, expectWithin, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

interface BestWorstCase {
  readonly name: string
  readonly best: number
  readonly worst: number
  readonly best_to_others: number[]
  readonly others_to_worst: number[]
  readonly linear: { weights_exact: string[]; xi_exact: string; unique: boolean }
  readonly nonlinear: {
    xi: number
    consistency_index_exact: number
    CR: number
    interval_weights: [number, number][]
    centres: number[]
  }
  readonly input_based_CR: number
  readonly 'simplified_alpha0.5': { weights: number[]; L1_gap: number }
}

const exact = (text: string): number => {
  const [numerator = NaN, denominator = 1] = text.split('/').map(Number)
  return numerator / denominator
}

describe.each(fixture<{ cases: BestWorstCase[] }>('bwm').cases)('reference best-worst $name', (each) => {
  const judgements = {
    best: each.best,
    worst: each.worst,
    bestToOthers: each.best_to_others,
    othersToWorst: each.others_to_worst,
  }
  const found = bestWorstWeights(judgements)

  it('is the exact optimum of the linear model', () => {
    expectClose(found.weights, each.linear.weights_exact.map(exact), 1e-15)
    expect(found.xi).toBe(exact(each.linear.xi_exact))
    expect(found.unique).toBe(each.linear.unique)
  })

  it('has the reference consistency of its input', () => {
    expectClose([1 + (found.inputRatio ?? NaN)], [1 + each.input_based_CR])
  })

  it('has the ranges of the nonlinear model, recorded to 1e-7', () => {
    const { xi, ranges, consistencyIndex, consistencyRatio } = nonlinearBestWorstWeights(judgements)
    const recorded = each.nonlinear
    expectWithin([xi, consistencyRatio ?? NaN], [recorded.xi, recorded.CR], 1e-7)
    expectWithin([consistencyIndex], [recorded.consistency_index_exact], 1e-13)
    expectWithin(
      ranges.flatMap(({ min, max }) => [min, max, (min + max) / 2]),
      recorded.interval_weights.flatMap((ends, j) => [...ends, recorded.centres[j] ?? NaN]),
      1e-7,
    )
  })

  it('has the weights of the simplified model', () => {
    const { weights, gap } = simplifiedBestWorstWeights(judgements)
    const recorded = each['simplified_alpha0.5']
    expectClose(weights, recorded.weights)
    expectWithin([gap], [recorded.L1_gap], 1e-12)
  })
})

readsEveryCase(import.meta.url)
