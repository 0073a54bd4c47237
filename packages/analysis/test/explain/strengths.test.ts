import { describe, expect, it } from 'vitest'
import { strengths, type StrengthRule } from '../../src/explain/index.ts'
import { branch, framework, leaf, scored, type TestRow } from './build.ts'

const spec = framework(branch('root', [branch('p', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 0.5 }), leaf('c', 0.5)]))
const peers = [10, 20, 30, 40, 50].map((a) => ({ cells: { a, b: 60, c: 100 - a } }))
const of = (rows: readonly TestRow[], rule?: Partial<StrengthRule>) => {
  const { result, dataset } = scored(spec, rows)
  return strengths(result, { dataset, row: 0 }, rule)
}

describe('strengths and weaknesses', () => {
  it('by hand: far enough from the median, and ahead of enough', () => {
    const found = of([{ cells: { a: 45, b: 60, c: 55 } }, ...peers])
    // a: median 30, ahead of four of five. b: tied with all. p: (45+60)/2 = 52.5 against 35 to 55, median 45.
    // c: peers 50 to 90, median 70: 15 below, ahead of one.
    expect(found).toEqual([
      {
        id: 'a',
        kind: 'indicator',
        score: 45,
        peers: 5,
        against: { median: 30, distance: 15, share: 0.8 },
        verdict: 'strength',
      },
      {
        id: 'b',
        kind: 'indicator',
        score: 60,
        peers: 5,
        against: { median: 60, distance: 0, share: 0.5 },
        verdict: 'neither',
      },
      {
        id: 'p',
        kind: 'branch',
        score: 52.5,
        peers: 5,
        against: { median: 45, distance: 7.5, share: 0.8 },
        verdict: 'strength',
      },
      {
        id: 'c',
        kind: 'indicator',
        score: 55,
        peers: 5,
        against: { median: 70, distance: -15, share: 0.2 },
        verdict: 'weakness',
      },
    ])
  })

  it('a short lead is no strength, nor is one that many share', () => {
    const row = { cells: { a: 45, b: 60, c: 55 } }
    expect(of([row, ...peers], { distance: 16 }).map(({ verdict }) => verdict)).toEqual([
      'neither',
      'neither',
      'neither',
      'neither',
    ])
    expect(of([row, ...peers], { share: 0.81 }).map(({ verdict }) => verdict)).toEqual([
      'neither',
      'neither',
      'neither',
      'neither',
    ])
  })

  it('says nothing of fewer than five, not even a median', () => {
    for (const { against, verdict } of of([{ cells: { a: 45, b: 60, c: 55 } }, ...peers.slice(1)])) {
      expect({ against, verdict }).toEqual({ against: null, verdict: 'suppressed' })
    }
  })

  it('counts only peers to whom the indicator applies, of the same group and period', () => {
    const others: TestRow[] = [
      ...peers,
      { cells: { a: 'na', b: 60, c: 10 } },
      { group: 'g', cells: { a: 0, b: 0, c: 0 } },
      { period: '2024', unit: 'u0', cells: { a: 0, b: 0, c: 0 } },
    ]
    const found = of([{ cells: { a: 45, b: 60, c: 'na' } }, ...others])
    expect(found.map(({ id, peers: count }) => [id, count])).toEqual([
      ['a', 5],
      ['b', 6],
      ['p', 6],
    ])
  })

  it('refuses a rule that judges nothing, with every fault', () => {
    expect(() => of([...peers], { distance: -1, share: 0.4, least: 1 })).toThrow(/distance[\s\S]*share[\s\S]*least/)
  })
})
