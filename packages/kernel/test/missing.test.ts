import { describe, expect, it } from 'vitest'
import { compile, NodeState, score, Status, type BranchSpec, type Framework } from '../src/index.ts'
import { branch, dataset, framework, leaf, type Cell } from './support/build.ts'

/** One row through a tree; a node's figures by id. */
function run(root: BranchSpec, cells: Readonly<Record<string, Cell>>, over: Partial<Framework> = {}) {
  const result = score(compile(framework(root, over)), dataset([{ cells }]))
  const of = (id: string) => {
    const column = result.nodes[result.plan.indexOf.get(id) ?? -1]
    if (!column) throw new Error(id)
    return {
      score: column.score[0],
      state: column.state[0],
      coverage: column.coverage[0],
      weight: column.effectiveWeight[0],
      toParent: column.contributionToParent[0],
      contribution: column.contribution[0],
    }
  }
  return { score: result.score[0], status: result.status[0], of }
}

const three = (over: Partial<BranchSpec> = {}): BranchSpec =>
  branch('root', [leaf('a', 0.5), leaf('b', 0.3), leaf('c', 0.2)], over)

describe('an indicator without a value', () => {
  it('zero: counts 0 with its weight, and is not covered', () => {
    const { score: total, of } = run(three(), { a: 80, b: null, c: 50 })
    expect(total).toBe(50)
    expect(of('b')).toEqual({
      score: 0,
      state: NodeState.zeroed,
      coverage: 0,
      weight: 0.3,
      toParent: 0,
      contribution: 0,
    })
    expect(of('root')).toMatchObject({
      coverage: 0.7,
      state: NodeState.scored,
      weight: 1,
      contribution: 50,
      toParent: 50,
    })
  })

  it('exclude: its weight is re-shared, and it is not covered', () => {
    const { score: total, of } = run(three(), { a: 80, b: null, c: 50 }, { missing: 'exclude' })
    expect(total).toBe(71.428571429) // (0.5 x 80 + 0.2 x 50) / 0.7
    expect(of('b')).toMatchObject({ score: NaN, state: NodeState.excluded, coverage: 0, weight: 0 })
    expect(of('a').weight).toBeCloseTo(5 / 7, 12)
    expect(of('root').coverage).toBe(0.7)
  })

  it('no-result: the parent has no score', () => {
    const { score: total, status, of } = run(three(), { a: 80, b: null, c: 50 }, { missing: 'no-result' })
    expect(total).toBeNaN()
    expect(status).toBe(Status.noResult)
    expect(of('b')).toMatchObject({ score: NaN, state: NodeState.noResult, weight: 0 })
    expect(of('a')).toMatchObject({ score: 80, weight: 0, toParent: 0, contribution: 0 })
    expect(of('root')).toMatchObject({ state: NodeState.noResult, weight: 0, contribution: 0, coverage: 0.7 })
  })

  it('its own policy goes before the framework’s', () => {
    const root = branch('root', [leaf('a', 0.5), leaf('b', 0.5, { missing: 'exclude' })])
    expect(run(root, { a: 80, b: null }).score).toBe(80)
  })

  it('all zeroed is a score of 0; all excluded is no score', () => {
    expect(run(three(), {})).toMatchObject({ score: 0, status: Status.graded })
    const excluded = run(three(), {}, { missing: 'exclude' })
    expect(excluded).toMatchObject({ score: NaN, status: Status.noResult })
    expect(excluded.of('root')).toMatchObject({ state: NodeState.noResult, coverage: 0 })
  })
})

describe('not applicable', () => {
  it('re-shares the weight in proportion and leaves the coverage alone', () => {
    const { score: total, of } = run(three(), { a: 80, b: 'na', c: 50 }, { missing: 'no-result' })
    expect(total).toBe(71.428571429)
    expect(of('b')).toEqual({
      score: NaN,
      state: NodeState.notApplicable,
      coverage: NaN,
      weight: 0,
      toParent: 0,
      contribution: 0,
    })
    expect(of('root').coverage).toBe(1)
  })

  it('a branch of which nothing applies does not apply; a root of which nothing applies has no result', () => {
    const root = branch('root', [branch('p', [leaf('a')], { weight: 0.9 }), leaf('b', 0.1)])
    const { score: total, of } = run(root, { a: 'na', b: 30 })
    expect(total).toBe(30)
    expect(of('p')).toMatchObject({ state: NodeState.notApplicable, score: NaN, coverage: NaN })
    expect(of('b').weight).toBe(1)
    expect(run(root, { a: 'na', b: 'na' })).toMatchObject({ score: NaN, status: Status.noResult })
  })

  it('a child of weight 0 is shown and never counts, not even as a 0 or a block', () => {
    const root = branch('root', [leaf('a', 1), leaf('b', 0, { missing: 'no-result' })], {
      aggregate: { method: 'geometric' },
    })
    expect(run(root, { a: 60, b: 0 }).score).toBe(60)
    expect(run(root, { a: 60, b: null }).score).toBe(60)
    expect(run(root, { a: 'na', b: 40 })).toMatchObject({ score: NaN, status: Status.noResult })
  })
})

describe('a branch without a score', () => {
  const blocked = (over: Partial<BranchSpec>): BranchSpec =>
    branch('root', [branch('p', [leaf('a', 1, { missing: 'no-result' })], { weight: 0.4, ...over }), leaf('b', 0.6)])

  it('is no result for its parent unless it says otherwise', () => {
    expect(run(blocked({}), { b: 50 })).toMatchObject({ score: NaN, status: Status.noResult })
  })

  it('zero: counts as 0', () => {
    const { score: total, of } = run(blocked({ missing: 'zero' }), { b: 50 })
    expect(total).toBe(30)
    expect(of('p')).toMatchObject({ state: NodeState.zeroed, score: 0, coverage: 0, weight: 0.4 })
  })

  it('exclude: is left out', () => {
    const { score: total, of } = run(blocked({ missing: 'exclude' }), { b: 50 })
    expect(total).toBe(50)
    expect(of('p')).toMatchObject({ state: NodeState.excluded, score: NaN, weight: 0 })
    expect(of('root').coverage).toBe(0.6)
  })

  it('the root’s own policy is not asked: without a score there is no result', () => {
    const root = branch('root', [leaf('a', 1, { missing: 'no-result' })], { missing: 'zero' })
    expect(run(root, {})).toMatchObject({ score: NaN, status: Status.noResult })
  })
})

describe('coverage', () => {
  it('is the share of applicable weight with a value, down the tree', () => {
    const root = branch('root', [
      branch('p', [leaf('a', 0.25), leaf('b', 0.75)], { weight: 0.4 }),
      branch('q', [leaf('c', 0.5), leaf('d', 0.5)], { weight: 0.6 }),
    ])
    const { of } = run(root, { a: 1, b: null, c: 1, d: 'na' })
    expect([of('p').coverage, of('q').coverage]).toEqual([0.25, 1])
    expect(of('root').coverage).toBeCloseTo(0.7, 12)
  })

  it('below the minimum a branch has no score; at the minimum, on the grid, it has', () => {
    const root = branch('root', [
      branch('p', [leaf('a', 0.7), leaf('b', 0.2), leaf('c', 0.1)], {
        weight: 0.5,
        minCoverage: 0.8,
        missing: 'exclude',
      }),
      leaf('d', 0.5),
    ])
    expect(run(root, { a: 50, c: 50, d: 80 }).of('p')).toMatchObject({ state: NodeState.scored, score: 40 }) // 0.7 + 0.1 < 0.8 in doubles
    const below = run(root, { a: 50, b: null, d: 80 })
    expect(below.of('p')).toMatchObject({ state: NodeState.belowCoverage, score: NaN, weight: 0 })
    expect(below.score).toBe(80)
    expect(below.of('root').coverage).toBeCloseTo(0.85, 12)
  })

  it.each([
    ['zero', 40, 0.5],
    ['no-result', NaN, 0],
  ] as const)('a branch below its minimum under %s', (missing, total, weight) => {
    const root = branch('root', [branch('p', [leaf('a')], { weight: 0.5, minCoverage: 1, missing }), leaf('d', 0.5)])
    const found = run(root, { d: 80 })
    expect(found.score).toBe(total)
    expect(found.of('p')).toMatchObject({ state: NodeState.belowCoverage, score: NaN, weight, contribution: 0 })
  })

  it('a root below its minimum has no result', () => {
    expect(run(three({ minCoverage: 0.75 }), { a: 80, c: 50 })).toMatchObject({ score: NaN, status: Status.noResult })
  })
})

describe('methods that do not read weights', () => {
  it('minimum and product skip a child that is not applicable', () => {
    expect(run(three({ aggregate: { method: 'minimum' } }), { a: 80, b: 'na', c: 50 }).score).toBe(50)
    expect(run(three({ aggregate: { method: 'product' } }), { a: 80, b: 'na', c: 50 }).score).toBe(40)
  })

  it('a staircase has fewer steps then, and its coverage counts steps', () => {
    const stairs = branch('root', [leaf('g1', 0), leaf('g2', 0), leaf('g3', 0), leaf('g4', 0)], {
      aggregate: { method: 'staircase', metAt: 80 },
    })
    const { score: total, of } = run(stairs, { g1: 90, g2: 'na', g3: 60, g4: null })
    expect(total).toBe(53.333333333) // (100 + 60) / 3
    expect(of('g1').weight).toBeCloseTo(1 / 3, 12)
    expect(of('root').coverage).toBeCloseTo(2 / 3, 12)
  })
})

describe('deduct', () => {
  const site = branch('root', [leaf('a', 25), leaf('b', 75)], { aggregate: { method: 'deduct', full: 100 } })

  it('rescales the losses to the points that apply (government websites: 75 points x 4/3)', () => {
    const { score: total, of } = run(site, { a: 'na', b: 60 })
    expect(total).toBe(60) // 100 - 4/3 x 75 x 0.4 = 4/3 x (75 - 30)
    expect(of('b')).toMatchObject({ weight: 100, toParent: -40 })
  })

  it('covers by points', () => {
    const least = branch('root', [leaf('a', 25), leaf('b', 75)], {
      aggregate: { method: 'deduct', full: 100 },
      minCoverage: 0.5,
    })
    expect(run(least, { a: 100 }).of('root')).toMatchObject({ state: NodeState.belowCoverage, coverage: 0.25 })
    expect(run(least, { b: 100 }).of('root')).toMatchObject({ state: NodeState.scored, coverage: 0.75 })
  })

  it('zeroed loses all its points', () => {
    expect(run(site, { a: null, b: 60 }).score).toBe(45)
  })
})

describe('bonus', () => {
  const over = (children: readonly ReturnType<typeof leaf>[]): BranchSpec =>
    branch('root', children, { aggregate: { method: 'bonus', above: 80, max: 100 } })
  const site = over([leaf('base', 1), leaf('extra', 10), leaf('more', 5)])

  it('a bonus that does not apply, or is missing, adds nothing', () => {
    expect(run(site, { base: 90, extra: 'na', more: 100 }).score).toBe(95)
    expect(run(site, { base: 90, extra: 50, more: null }).score).toBe(95)
  })

  it('the base counts whatever its weight', () => {
    expect(run(over([leaf('base', 0), leaf('extra', 10)]), { base: 90, extra: 50 }).score).toBe(95)
  })

  it('covers by the base alone: a bonus is voluntary', () => {
    expect(run(site, { base: 90 }).of('root').coverage).toBe(1)
    expect(run(site, { extra: 90 }).of('root').coverage).toBe(0)
  })

  it('does not apply without its base', () => {
    expect(run(site, { base: 'na', extra: 100 }).of('root')).toMatchObject({
      state: NodeState.notApplicable,
      coverage: NaN,
    })
  })

  it('has no score where the base is left out', () => {
    const found = run(over([leaf('base', 1, { missing: 'exclude' }), leaf('extra', 10)]), { extra: 100 })
    expect(found).toMatchObject({ score: NaN, status: Status.noResult })
  })

  it('a zeroed base scores 0, below the floor', () => {
    const { score: total, of } = run(site, { extra: 100 })
    expect(total).toBe(0)
    expect([of('base').weight, of('extra').weight]).toEqual([1, 0])
  })

  it('a bonus under no-result blocks', () => {
    expect(run(over([leaf('base', 1), leaf('extra', 10, { missing: 'no-result' })]), { base: 90 }).score).toBeNaN()
  })
})

it('a column that is absent is unanswered in every row', () => {
  expect(run(three(), { a: 100 }).of('c').state).toBe(NodeState.zeroed)
})
