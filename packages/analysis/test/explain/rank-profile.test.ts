import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bestAndWorst, rankProfile, type NodeRank } from '../../src/index.ts'
import { faultsOf } from '../audit/fixtures.ts'
import { anyCells, anyTree, branch, framework, leaf, scored } from './build.ts'

const spec = framework(branch('root', [leaf('a', 0.5), leaf('b', 0.5)]), { missing: 'exclude' })
const rows = [
  { group: 'x', cells: { a: 10, b: 50 } },
  { group: 'x', cells: { a: 30, b: null } },
  { group: 'y', cells: { a: 30, b: 50 } },
  { group: 'y', period: '2024', cells: { a: 90, b: 90 } },
]

describe('rank profile', () => {
  const { result, dataset } = scored(spec, rows)
  const of = (row: number, within: 'period' | 'group' = 'period') => rankProfile(result, { dataset, row }, { within })

  it('by hand: ties share the best place, other periods do not count, a blank has no rank', () => {
    expect(of(0)).toEqual([
      { id: 'a', kind: 'indicator', score: 10, rank: 3, ranked: 3, behind: 0, distinct: 2 },
      { id: 'b', kind: 'indicator', score: 50, rank: 1, ranked: 2, behind: 0, distinct: 1 },
      { id: 'root', kind: 'branch', score: 30, rank: 2, ranked: 3, behind: 0, distinct: 2 },
    ])
    expect(of(1).map(({ rank, score }) => [rank, score])).toEqual([
      [1, 30],
      [null, null],
      [2, 30],
    ])
    expect(of(0, 'group').map(({ rank, ranked }) => [rank, ranked])).toEqual([
      [2, 2],
      [1, 1],
      [1, 2],
    ])
    expect(of(3).map(({ rank, ranked }) => [rank, ranked])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
  })

  it('ranks the root as the result does, and every node within its bounds', () => {
    fc.assert(
      fc.property(
        anyTree.chain((tree) => fc.tuple(fc.constant(tree), fc.array(anyCells(tree), { minLength: 1, maxLength: 6 }))),
        ([tree, cells]) => {
          const run = scored(
            tree,
            cells.map((each) => ({ cells: each })),
          )
          for (const row of cells.keys()) {
            const profile = rankProfile(run.result, { dataset: run.dataset, row })
            for (const node of profile) {
              expect(node.rank === null).toBe(node.score === null)
              if (node.rank === null) continue
              expect(node.rank).toBeGreaterThanOrEqual(1)
              expect(node.rank + node.behind).toBeLessThanOrEqual(node.ranked)
            }
            const root = profile.find(({ id }) => id === 'root')
            if (run.result.rank[row] !== 0) expect(root?.rank).toBe(run.result.rank[row])
          }
        },
      ),
    )
  })
})

describe('best and worst', () => {
  const node = (id: string, rank: number | null, over: Partial<NodeRank> = {}): NodeRank => ({
    id,
    kind: 'indicator',
    score: rank === null ? null : 1,
    rank,
    ranked: 10,
    behind: rank === null ? 0 : 10 - rank,
    distinct: 10,
    ...over,
  })
  const idsOf = (profile: readonly NodeRank[], options = {}) => {
    const { best, worst } = bestAndWorst(profile, options)
    return [best.map(({ id }) => id), worst.map(({ id }) => id)]
  }

  it('a last place is a weakness and no strength, a first place the other way round', () => {
    expect(idsOf([node('last', 10), node('first', 1)])).toEqual([['first'], ['last']])
    expect(idsOf([node('all alike', 1, { behind: 0, distinct: 1 })])).toEqual([[], []])
  })

  it('ties keep the order of the tree; branches and blanks are in neither list', () => {
    const profile = [node('a', 4), node('b', 2), node('c', 4), node('d', null), node('p', 1, { kind: 'branch' })]
    expect(idsOf(profile, { count: 2 })).toEqual([
      ['b', 'a'],
      ['a', 'c'],
    ])
  })

  it('leaves out what has too few different scores', () => {
    const profile = [node('yes or no', 2, { distinct: 2 }), node('figure', 5)]
    expect(idsOf(profile, { distinct: 0.3 })).toEqual([['figure'], ['figure']])
    expect(idsOf(profile, { distinct: 0.2 })).toEqual([
      ['yes or no', 'figure'],
      ['yes or no', 'figure'],
    ])
  })

  it('refuses other counts and shares, both at once', () => {
    for (const [count, distinct] of [
      [0, -0.1],
      [1.5, NaN],
      [NaN, 1.1],
    ] as const)
      expect(faultsOf(() => bestAndWorst([], { count, distinct })).map(({ params }) => params['name'])).toEqual([
        'count',
        'distinct',
      ])
  })
})
