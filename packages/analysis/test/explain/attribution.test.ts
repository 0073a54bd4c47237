import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, FaultError, score, type Framework } from '@plumbline/kernel'
import { attributePeriods, attributeVersions, shapley, type PeriodChange } from '../../src/explain/index.ts'
import { anyCells, anyTree, branch, dataset, framework, leaf, leavesOf, MEASURES, type Cell } from './build.ts'

describe('Shapley shares', () => {
  it('the gloves game: one left, two right', () => {
    // Pairs sell for 1. Shares 2/3, 1/6, 1/6 (Shapley 1953; any textbook).
    const shares = shapley(3, (members) => Float64Array.of(members & 1 && members & 6 ? 1 : 0))
    expect(shares.map((share) => share[0]?.toFixed(9))).toEqual(['0.666666666', '0.166666667', '0.166666667'])
  })

  it('the airport game: runways for 3, 5 and 10', () => {
    // Littlechild and Owen (1973): 3/3 = 1; 1 + 2/2 = 2; 2 + 5 = 7.
    const cost = [3, 5, 10]
    const shares = shapley(3, (members) =>
      Float64Array.of(Math.max(0, ...cost.filter((_, player) => members & (1 << player)))),
    )
    expect(shares.map((share) => share[0])).toEqual([1, 2, 7])
  })

  it('nobody gets nothing, and thirteen are too many', () => {
    expect(shapley(0, () => Float64Array.of(5))).toEqual([])
    expect(() => shapley(13, () => Float64Array.of(0))).toThrow(/PLAYERS_TOO_MANY .*13.*12/)
  })

  const game = fc
    .integer({ min: 2, max: 5 })
    .chain((players) =>
      fc.tuple(
        fc.constant(players),
        fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2 ** players, maxLength: 2 ** players }),
      ),
    )

  it('efficiency: they add up to what all bring', () => {
    fc.assert(
      fc.property(game, ([players, worths]) => {
        const shares = shapley(players, (members) => Float64Array.of(worths[members] ?? 0))
        const total = shares.reduce((sum, share) => sum + (share[0] ?? 0), 0)
        expect(total).toBeCloseTo((worths.at(-1) ?? 0) - (worths[0] ?? 0), 9)
      }),
    )
  })

  it('symmetry: players that bring the same everywhere get the same, to the grid', () => {
    fc.assert(
      fc.property(game, ([players, worths]) => {
        // Worth by size of the part without 0 and 1, and how many of these two are in.
        const worth = (members: number) =>
          worths[(members >> 2) + ((members & 1) + ((members >> 1) & 1)) * 2 ** (players - 2)] ?? 0
        const [a, b] = shapley(players, (members) => Float64Array.of(worth(members)))
        expect(Math.abs((a?.[0] ?? NaN) - (b?.[0] ?? NaN))).toBeLessThan(1e-8)
      }),
    )
  })

  it('dummy: who brings nothing gets nothing, who brings a fixed sum gets that', () => {
    fc.assert(
      fc.property(game, fc.integer({ min: -50, max: 50 }), ([players, worths], fixed) => {
        const worth = (members: number) => (worths[members >> 1] ?? 0) + (members & 1 ? fixed : 0)
        const [dummy] = shapley(players, (members) => Float64Array.of(worth(members)))
        expect(dummy?.[0]).toBeCloseTo(fixed, 8)
      }),
    )
  })
})

const v1 = framework(branch('root', [leaf('a', 0.5), leaf('b', 0.5)]))

describe('between two versions', () => {
  it('one change has all of it', () => {
    const v2 = framework(
      branch('root', [leaf('a', 0.5, { normalise: { method: 'goalposts', worst: 0, best: 50 } }), leaf('b', 0.5)]),
    )
    // a: 40 scores 40, then 80.
    const { changes, from, to } = attributeVersions(v1, v2, { dataset: dataset([{ cells: { a: 40, b: 60 } }]) })
    expect(changes).toEqual([{ id: 'scale:a', parts: ['scale:a'], nodes: ['a'], shares: Float64Array.of(20) }])
    expect([from[0], to[0]]).toEqual([50, 70])
  })

  it('two that act on each other share by both orders', () => {
    const v2 = framework(
      branch('root', [leaf('a', 0.75, { normalise: { method: 'goalposts', worst: 0, best: 50 } }), leaf('b', 0.25)]),
    )
    // Scores 50; goalposts only 70; weights only 45; both 75. Goalposts: (20 + 30)/2 = 25, weights: (−5 + 5)/2 = 0.
    const { changes } = attributeVersions(v1, v2, { dataset: dataset([{ cells: { a: 40, b: 60 } }]) })
    expect(changes.map(({ id, shares }) => [id, shares[0]])).toEqual([
      ['weights:root', 0],
      ['scale:a', 25],
    ])
  })

  it('an indicator removed, with the weights that go with it, is one change', () => {
    const v2 = framework(branch('root', [leaf('b', 1)]))
    const { changes } = attributeVersions(v1, v2, { dataset: dataset([{ cells: { a: 40, b: 60 } }]) })
    expect(changes.map(({ id, shares }) => [id, shares[0]])).toEqual([['children:root', 10]])
  })

  it('a node that moves between branches is one structural change', () => {
    const tree = (left: readonly string[], right: readonly string[]) =>
      framework(
        branch('root', [
          branch(
            'l',
            left.map((id) => leaf(id, 1 / left.length)),
            { weight: 0.5 },
          ),
          branch(
            'r',
            right.map((id) => leaf(id, 1 / right.length)),
            { weight: 0.5 },
          ),
        ]),
      )
    const { changes } = attributeVersions(tree(['a', 'b'], ['c']), tree(['a'], ['b', 'c']), {
      dataset: dataset([{ cells: { a: 10, b: 40, c: 70 } }]),
    })
    // (25 + 70)/2 = 47.5, then (10 + 55)/2 = 32.5.
    expect(changes).toMatchObject([{ id: 'structure', nodes: ['l', 'r'], shares: Float64Array.of(-15) }])
  })

  it('the missing-data rule is a change like any other', () => {
    const { changes } = attributeVersions(
      v1,
      { ...v1, missing: 'exclude' },
      { dataset: dataset([{ cells: { a: 40, b: null } }, { cells: { a: 40, b: 60 } }]) },
    )
    expect(changes).toMatchObject([{ id: 'missing-default:root', shares: Float64Array.of(20, 0) }])
  })

  it('gates and grades move no score, and a row without one has no share', () => {
    expect(
      attributeVersions(
        v1,
        { ...v1, grades: [{ id: 'only', min: 0 }] },
        { dataset: dataset([{ cells: { a: 1, b: 2 } }]) },
      ).changes,
    ).toEqual([])
    const { changes, unscored } = attributeVersions(
      v1,
      { ...v1, missing: 'no-result' },
      { dataset: dataset([{ cells: { a: 40, b: null } }, { cells: { a: 1, b: 1 } }]) },
    )
    expect(unscored).toEqual([0])
    expect(changes[0]?.shares).toEqual(Float64Array.of(NaN, 0))
  })

  it('takes more than twelve together by pillar', () => {
    const tree = (best: number) =>
      framework(
        branch(
          'root',
          ['p', 'q'].map((p) =>
            branch(
              p,
              Array.from({ length: 7 }, (_, i) =>
                leaf(`${p}${i}`, 1 / 7, { normalise: { method: 'goalposts', worst: 0, best } }),
              ),
              { weight: 0.5 },
            ),
          ),
        ),
      )
    const cells = Object.fromEntries(
      ['p', 'q'].flatMap((p, k) => Array.from({ length: 7 }, (_, i) => [`${p}${i}`, 10 * (k + 1)])),
    )
    const { changes } = attributeVersions(tree(100), tree(50), { dataset: dataset([{ cells }]) })
    // p 10 to 20, q 20 to 40, each half of the index.
    expect(changes.map(({ id, shares, parts }) => [id, parts.length, shares[0]])).toEqual([
      ['pillar:p', 7, 5],
      ['pillar:q', 7, 10],
    ])
  })

  it('adds up in every row for any tree and any changes', () => {
    const anyChange = anyTree.chain((spec) =>
      fc.tuple(
        fc.constant(spec),
        fc.array(anyCells(spec), { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(3), { minLength: 20, maxLength: 20 }),
      ),
    )
    fc.assert(
      fc.property(anyChange, ([spec, cells, dice]) => {
        const changed = altered(spec, dice)
        const data = dataset(cells.map((each) => ({ cells: each })))
        const { from, to, changes, unscored } = attributeVersions(spec, changed, { dataset: data })
        expect(from).toEqual(score(compile(spec), data).score)
        expect(to).toEqual(score(compile(changed), data).score)
        for (let row = 0; row < data.size; row++) {
          if (unscored.includes(row)) continue
          const total = changes.reduce((sum, { shares }) => sum + (shares[row] ?? NaN), 0)
          expect(Math.abs(total - ((to[row] ?? NaN) - (from[row] ?? NaN)))).toBeLessThan(1e-9)
        }
      }),
      { numRuns: 40 },
    )
  })
})

/** Another version of a framework: scales, missing rules and methods changed as the dice say. */
function altered(spec: Framework, dice: readonly number[]): Framework {
  let next = 0
  const die = () => dice[next++ % dice.length] ?? 0
  const children = spec.root.children.map((pillar) =>
    pillar.kind === 'indicator'
      ? pillar
      : {
          ...pillar,
          aggregate: die() === 0 ? ({ method: 'geometric' } as const) : pillar.aggregate,
          children: pillar.children.map((each) =>
            each.kind === 'indicator' && each.normalise.method === 'goalposts' && die() > 1
              ? { ...each, ...MEASURES[die()], missing: die() > 1 ? ('zero' as const) : ('exclude' as const) }
              : each,
          ),
        },
  )
  return { ...spec, missing: die() > 1 ? 'zero' : spec.missing, root: { ...spec.root, children } }
}

describe('between two periods', () => {
  const plan = compile(v1)
  const heavier = compile(framework(branch('root', [leaf('a', 0.75), leaf('b', 0.25)])))
  const at = (period: string, cells: Record<string, Cell>) => dataset([{ unit: 'u', period, cells }])

  it('splits own data and method by both orders', () => {
    // 2024: (40 + 60)/2 = 50. 2025: 0.75·80 + 0.25·60 = 75. Data only 70, method only 45: own (20 + 30)/2, method (−5 + 5)/2.
    const change = {
      unit: 'u',
      before: { plan, dataset: at('2024', { a: 40, b: 60 }), period: '2024' },
      after: { plan: heavier, dataset: at('2025', { a: 80, b: 60 }), period: '2025' },
    }
    expect(attributePeriods(change)).toEqual({ from: 50, to: 75, own: 25, others: 0, method: 0, revision: 0 })
  })

  it('gives a correction of the earlier data to revision, and not to the unit', () => {
    const change: PeriodChange = {
      unit: 'u',
      before: { plan, dataset: at('2024', { a: 30, b: 60 }), period: '2024' },
      after: { plan, dataset: at('2025', { a: 30, b: 60 }), period: '2025' },
      published: at('2024', { a: 40, b: 60 }),
    }
    expect(attributePeriods(change)).toEqual({ from: 50, to: 45, own: 0, others: 0, method: 0, revision: -5 })
  })

  it('gives a place among peers that others took to the others', () => {
    const peers = compile(
      framework(
        branch('root', [
          leaf('a', 1, {
            normalise: { method: 'percentile', minGroup: 2, fallback: { method: 'goalposts', worst: 0, best: 100 } },
          }),
        ]),
      ),
    )
    const of = (period: string, values: readonly number[]) =>
      dataset(values.map((a, i) => ({ unit: `u${i}`, period, cells: { a } })))
    const change = {
      unit: 'u0',
      before: { plan: peers, dataset: of('2024', [50, 10, 20]), period: '2024' },
      after: { plan: peers, dataset: of('2025', [50, 60, 20]), period: '2025' },
    }
    expect(attributePeriods(change)).toMatchObject({ from: 100, to: 50, own: 0, others: -50, method: 0 })
  })

  it('takes the method first where the earlier data are carried over, and new questions with it', () => {
    const asks = compile(framework(branch('root', [leaf('q', 0.75), leaf('s', 0.25)])))
    const found = attributePeriods({
      unit: 'u',
      before: { plan, dataset: at('2024', { a: 40, b: 60 }), period: '2024' },
      after: { plan: asks, dataset: at('2025', { q: 80, s: 20 }), period: '2025' },
      carried: { dataset: at('2024', { q: 40, s: null }), asked: ['s'] },
    })
    // 50; by the later method 0.75·40 + 0.25·20 = 35; then 0.75·80 + 0.25·20 = 65.
    expect(found).toEqual({ from: 50, to: 65, own: 30, others: 0, method: -15, revision: 0 })
  })

  it('says so where a method cannot read the other data', () => {
    const scale = (...points: readonly (readonly [number, number])[]) =>
      compile(framework(branch('root', [leaf('a', 1, { normalise: { method: 'level-map', points } })])))
    const change = {
      unit: 'u',
      before: { plan: scale([0, 0], [1, 100]), dataset: at('2024', { a: 1 }), period: '2024' },
      after: { plan: scale([0, 0], [1, 50], [2, 100]), dataset: at('2025', { a: 2 }), period: '2025' },
    }
    expect(() => attributePeriods(change)).toThrow(/ATTRIBUTION_UNREADABLE[\s\S]*RAW_NOT_A_LEVEL/)
    // Carried over they can be told apart: 1 is 100 by the earlier scale and 50 by the later one.
    const carried = { dataset: at('2024', { a: 1 }), asked: [] }
    expect(attributePeriods({ ...change, carried })).toMatchObject({ from: 100, to: 100, method: -50, own: 50 })
  })

  it('refuses a unit that is not there, and a mix without a score', () => {
    const before = { plan, dataset: at('2024', { a: 1, b: 1 }), period: '2024' }
    expect(() => attributePeriods({ unit: 'x', before, after: before })).toThrow(
      /UNIT_NOT_IN_PERIOD[\s\S]*UNIT_NOT_IN_PERIOD/,
    )
    const strict = compile({ ...v1, missing: 'no-result', root: branch('root', [leaf('a', 0.5), leaf('c', 0.5)]) })
    const run = () =>
      attributePeriods({
        unit: 'u',
        before,
        after: { plan: strict, dataset: at('2025', { a: 1, c: 1 }), period: '2025' },
      })
    expect(run).toThrow(FaultError)
    expect(run).toThrow(/ATTRIBUTION_NO_SCORE/)
  })

  it('adds up for any tree', () => {
    const anyCase = anyTree.chain((spec) => fc.tuple(fc.constant(spec), anyCells(spec), anyCells(spec), anyCells(spec)))
    fc.assert(
      fc.property(anyCase, ([spec, ...rows]) => {
        // Every cell answered, so that every mix of the two methods has a score.
        const [first = {}, revised = {}, later = {}] = rows.map((cells) =>
          Object.fromEntries(leavesOf(spec.root).map(({ id }) => [id, typeof cells[id] === 'number' ? cells[id] : 0])),
        )
        const one = compile({ ...spec, missing: 'zero' })
        const two = compile({ ...altered(spec, [3, 1, 2, 0, 2]), missing: 'zero' })
        const found = attributePeriods({
          unit: 'u',
          before: { plan: one, dataset: at('2024', revised), period: '2024' },
          after: { plan: two, dataset: at('2025', later), period: '2025' },
          published: at('2024', first),
        })
        const total = found.own + found.others + found.method + found.revision
        expect(Math.abs(total - (found.to - found.from))).toBeLessThan(1e-9)
        expect(found.to).toBe(score(two, at('2025', later)).score[0])
      }),
      { numRuns: 40 },
    )
  })
})
