import { describe, expect, it } from 'vitest'
import { bestWorstWeights } from '../../src/index.ts'
import { expectClose, fixture } from './fixtures.ts'

interface BestWorstCase {
  readonly name: string
  readonly best: number
  readonly worst: number
  readonly best_to_others: number[]
  readonly others_to_worst: number[]
  readonly linear: { weights_exact: string[]; xi_exact: string; unique: boolean }
  readonly input_based_CR: number
}

const exact = (text: string): number => {
  const [numerator = NaN, denominator = 1] = text.split('/').map(Number)
  return numerator / denominator
}

describe.each(fixture<{ cases: BestWorstCase[] }>('bwm').cases)('reference best-worst $name', (each) => {
  const found = bestWorstWeights({
    best: each.best,
    worst: each.worst,
    bestToOthers: each.best_to_others,
    othersToWorst: each.others_to_worst,
  })

  it('is the exact optimum of the linear model', () => {
    expectClose(found.weights, each.linear.weights_exact.map(exact), 1e-15)
    expect(found.xi).toBe(exact(each.linear.xi_exact))
    expect(found.unique).toBe(each.linear.unique)
  })

  it('has the reference consistency of its input', () => {
    expectClose([1 + (found.inputRatio ?? NaN)], [1 + each.input_based_CR])
  })
})
