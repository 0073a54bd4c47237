import type { AggregateSpec, TraceBranch, TraceIndicator } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { aggregateSteps } from './formula.ts'

const child = (id: string, effectiveWeight: number, score: number | null): TraceIndicator => ({
  kind: 'indicator',
  id,
  state: score === null ? 'not-applicable' : 'scored',
  score,
  weight: effectiveWeight,
  effectiveWeight: score === null ? 0 : effectiveWeight,
  contribution: 0,
  contributionToParent: 0,
  basic: false,
  raw: score,
  blank: 'none',
  normalise: { method: 'goalposts', worst: 0, best: 100 },
  held: 0,
  detail: { kind: 'none' },
})

const branch = (aggregate: AggregateSpec, children: TraceIndicator[], score: number | null): TraceBranch => ({
  kind: 'branch',
  id: 'b',
  state: 'scored',
  score,
  weight: 1,
  effectiveWeight: 1,
  contribution: 0,
  contributionToParent: 0,
  aggregate,
  detail: { kind: 'none' },
  coverage: 1,
  minCoverage: null,
  ownContribution: 0,
  children,
})

const expression = (aggregate: AggregateSpec, children: TraceIndicator[], score = 50) =>
  aggregateSteps(branch(aggregate, children, score))[0]?.expression

describe('a branch writes its sum over the children that count', () => {
  const two = [child('a', 0.6, 80), child('b', 0.4, 50)]

  it('weighted means', () => {
    expect(expression({ method: 'arithmetic' }, two)).toBe('0.60 × 80.00 + 0.40 × 50.00')
    expect(expression({ method: 'geometric' }, two)).toBe('80.00 ^ 0.60 × 50.00 ^ 0.40')
    expect(expression({ method: 'harmonic' }, two)).toBe('1 ÷ (0.60 ÷ 80.00 + 0.40 ÷ 50.00)')
    expect(expression({ method: 'power', exponent: 2 }, two)).toBe('(0.60 × 80.00 ^ 2 + 0.40 × 50.00 ^ 2) ^ (1 ÷ 2)')
  })

  it('leaves out what does not apply, with the weights after sharing', () => {
    expect(expression({ method: 'arithmetic' }, [child('a', 1, 80), child('b', 0.4, null)])).toBe('1.00 × 80.00')
  })

  it('minimum, product and steps read no weights', () => {
    const steps = [child('a', 0, 100), child('b', 0, 62.5), child('c', 0, 0)]
    expect(expression({ method: 'minimum' }, steps)).toBe('min(100.00, 62.50, 0.00)')
    expect(expression({ method: 'product' }, steps)).toBe('100 × 100.00 ÷ 100 × 62.50 ÷ 100 × 0.00 ÷ 100')
    // GB/T 39117: one step met, 0.625 of the next, of three.
    expect(expression({ method: 'staircase', metAt: 100 }, steps)).toBe('100 × (1 + 62.50 ÷ 100) ÷ 3')
  })

  it('deductions and bonuses count points', () => {
    expect(expression({ method: 'deduct', full: 100 }, [child('a', 20, 75)])).toBe('100 − 20 × (100 − 75.00) ÷ 100')
    const bonus: AggregateSpec = { method: 'bonus', above: 60, max: 100 }
    expect(expression(bonus, [child('base', 1, 82), child('more', 10, 50)])).toBe('82.00 + 10 × 50.00 ÷ 100')
    expect(aggregateSteps(branch(bonus, [child('base', 1, 55), child('more', 10, 50)], 55))[0]?.note?.key).toBe(
      'baseNotAbove',
    )
  })

  it('writes nothing where there is no score', () => {
    expect(aggregateSteps(branch({ method: 'arithmetic' }, two, null))).toEqual([])
  })
})
