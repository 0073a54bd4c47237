import type { UncertaintyReport, UnitRanks } from '@plumbline/api/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isConverged, jobOf, narrow, rankLines, shareOfFirst, specOf } from './model.ts'

const unit = (name: string, over: Partial<UnitRanks> = {}): UnitRanks => ({
  unit: name,
  period: '2025',
  nominal: 1,
  rank: { low: 1, median: 1, high: 2 },
  meanRank: 1,
  standardError: 0,
  first: 1,
  counts: [10],
  grades: [10, 0],
  ...over,
})
const report: UncertaintyReport = {
  kind: 'uncertainty',
  seed: 1,
  draws: 10,
  grades: ['g'],
  units: [unit('a'), unit('b', { rank: { low: 1, median: 3, high: 6 } }), unit('c', { nominal: null, rank: null })],
  pairs: [],
  groups: [[1, 0]],
  convergence: [{ draws: 10, largestChange: 1, meanChange: 0.1 }],
}

describe('the share among the first k', () => {
  it('never falls as k rises, and ends at the share of draws that are ranked', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (counts, first) => {
        const total = counts.reduce((sum, count) => sum + count, 0)
        const shares = Array.from({ length: 25 }, (_, k) => shareOfFirst({ first, counts }, 1000, k + 1))
        expect(shares).toEqual(shares.toSorted((a, b) => a - b))
        expect(shares.at(-1)).toBe(total / 1000)
        expect(shareOfFirst({ first, counts }, 1000, first - 1)).toBe(0)
      }),
    )
  })
})

describe('the table of ranks', () => {
  it('has every unit once: by group, and those without a rank last', () => {
    expect(rankLines(report, ['甲', '乙', '丙']).map(({ name, group, open }) => [name, group?.number, open])).toEqual([
      ['乙', 1, true],
      ['甲', 1, false],
      ['丙', undefined, false],
    ])
  })

  it('counts narrow intervals, and knows rest from movement', () => {
    expect(narrow(report, 2)).toBe(1)
    expect(isConverged(report)).toBe(true)
    expect(isConverged({ ...report, convergence: [] })).toBe(false)
  })
})

describe('settings', () => {
  const defaults = {
    weights: [{ kind: 'uniform' as const, branches: ['root'], spread: 0.25 }],
    aggregation: [{ branches: ['root'], options: ['declared' as const, { method: 'geometric' as const }] }],
  }
  it('set the spread of the default specification, and leave the method alone where asked', () => {
    const settings = { seed: 1, size: 500, spread: 0.1, methods: false }
    expect(specOf(defaults, settings)).toEqual({ weights: [{ kind: 'uniform', branches: ['root'], spread: 0.1 }] })
    expect(specOf(defaults, { ...settings, spread: 0.25, methods: true })).toEqual(defaults)
    expect(jobOf('sensitivity', {}, settings)).toEqual({ kind: 'sensitivity', spec: {}, seed: 1, base: 500, top: 10 })
  })
})
