import { describe, expect, it } from 'vitest'
import { correlationOptimisedWeights } from '../../src/index.ts'
import { expectClose, expectWithin, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

interface Recorded {
  readonly output: { readonly WeightsOpt: { readonly Weight: number[] }; readonly objective: number }
}
interface Level {
  readonly columns: Readonly<Record<string, number[]>>
  readonly balance: Recorded
  readonly information: Recorded
}

describe.each(Object.entries(fixture<Record<string, Level>>('coinr_opt_weights')))('COINr, %s dataset', (_, level) => {
  const columns = Object.values(level.columns)
  const equal = columns.map(() => 1 / columns.length)

  it('balance: the property, and the weights COINr found', () => {
    const found = correlationOptimisedWeights(columns, { objective: 'balance' })
    expectClose(found.importances, equal, 1e-14)
    expect(found.gap).toBeLessThan(1e-14)
    expect(
      Math.log(
        columns.reduce((a, __, j) => a + ((found.importances[j] ?? NaN) - (equal[j] ?? NaN)) ** 2, 0) / columns.length,
      ),
    ).toBeLessThanOrEqual(-60)
    expectWithin(found.weights, level.balance.output.WeightsOpt.Weight, 1e-9)
  })

  it('information: a larger sum of correlations than COINr found by its search', () => {
    const found = correlationOptimisedWeights(columns, { objective: 'information' })
    const total = found.correlations.reduce((a, b) => a + b, 0)
    expect(total).toBeGreaterThanOrEqual(-level.information.output.objective - 1e-14)
    // COINr's search stops where the sum is flat to 1e-10, so its weights are right to 1e-5.
    expectWithin(found.weights, level.information.output.WeightsOpt.Weight, 1e-5)
  })
})

readsEveryCase(import.meta.url)
