import { describe, expect, it } from 'vitest'
import { findingsOf, type Flagged } from '../../src/report/findings.ts'

const empty: Flagged = {
  kind: 'audit',
  units: 5,
  scored: 5,
  descriptions: [],
  correlations: { ids: [], r: [] },
  pillars: [],
  pairs: [],
  redundant: { pairs: [], groups: [] },
  parents: [],
  weights: { pillars: [], indicators: [] },
  discrimination: [],
}
const told = { available: 5, topShare: 0, bottomShare: 0, totalCorrelation: 0.5 }
const share = { squaredCorrelation: 0, correlationRatio: 0 }

describe('findings of an audit', () => {
  it('are none where nothing is flagged', () => {
    expect(findingsOf(empty)).toEqual([])
  })

  it('name a constant once, and not also as silent, floor or without separation', () => {
    const report: Flagged = {
      ...empty,
      discrimination: [
        { ...told, id: 'a', mostShare: 1, separation: 0, flags: ['constant', 'floor', 'noSeparation'] },
        { ...told, id: 'b', mostShare: 0.3, separation: 0.1, flags: ['noSeparation'] },
      ],
      weights: {
        pillars: [],
        indicators: [
          { ...share, id: 'a', nominal: 0.2, covarianceShare: 0, flag: 'silent' },
          { ...share, id: 'b', nominal: 0.2, covarianceShare: -0.1, flag: 'reversed' },
        ],
      },
    }
    expect(findingsOf(report)).toEqual([
      { kind: 'against', id: 'b', evidence: { kind: 'weight', nominal: 0.2, effective: -0.1 } },
      { kind: 'constant', id: 'a', evidence: { kind: 'share', share: 1 } },
      { kind: 'noSeparation', id: 'b', evidence: { kind: 'separation', points: 10 } },
    ])
  })

  it('name each redundant indicator once, with the one that it is closest to', () => {
    const pair = (first: string, second: string, r: number) => ({
      first,
      second,
      r,
      n: 9,
      p: 0,
      state: 'ok' as const,
      pillars: ['p', 'p'] as const,
      place: 'within' as const,
    })
    const pairs = [pair('a', 'b', 0.99), pair('a', 'c', 0.95), pair('b', 'c', 0.94)]
    expect(findingsOf({ ...empty, redundant: { pairs, groups: [['a', 'b', 'c']] } })).toMatchObject([
      { kind: 'redundant', id: 'a', evidence: { other: 'b', r: 0.99 } },
      { kind: 'redundant', id: 'c', evidence: { other: 'a', r: 0.95 } },
    ])
  })
})
