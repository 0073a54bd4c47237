import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Blank,
  compile,
  GateOutcome,
  score,
  type Condition,
  type Dataset,
  type Framework,
  type GateSpec,
} from '../src/index.ts'
import { comparisonsOf, decide, Truth, type AtomicCondition } from '../src/gate/condition.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from './support/build.ts'
import { runs } from './support/runs.ts'

const { passed, fired, undecided, notForGroup } = GateOutcome
const tree = branch('root', [leaf('a', 0.5), leaf('b', 0.5)])
const facts = [
  { id: 'f', type: 'number' },
  { id: 'g', type: 'boolean' },
] as const

/** The outcome of one gate in every row. */
function outcomes(
  gate: Partial<GateSpec>,
  rows: readonly TestRow[],
  more: { history?: Dataset; over?: Partial<Framework> } = {},
) {
  const spec: GateSpec = { id: 'gate', kind: 'veto', when: { fact: 'f', op: '>=', value: 1 }, ...gate }
  const plan = compile(framework(tree, { facts, gates: [spec], ...more.over }))
  return [...(score(plan, dataset(rows), more.history ? { history: more.history } : {}).gates[0] ?? [])]
}
const one = (gate: Partial<GateSpec>, cells: Readonly<Record<string, Cell>>, over: Partial<Framework> = {}) =>
  outcomes(gate, [{ cells: { a: 50, b: 50, ...cells } }], { over })[0]

describe('three-valued logic (Kleene, strong tables)', () => {
  const T = Truth.true
  const F = Truth.false
  const U = Truth.undecided
  const facing = (truths: readonly Truth[]): Condition[] =>
    truths.map((truth) => ({ fact: `f${truth}`, op: '==', value: truth }))
  const answer = (c: AtomicCondition): Truth => ('formula' in c ? U : c.value === T ? T : c.value === F ? F : U)

  it.each([
    [T, T, T, T],
    [T, F, F, T],
    [T, U, U, T],
    [F, T, F, T],
    [F, F, F, F],
    [F, U, F, U],
    [U, T, U, T],
    [U, F, F, U],
    [U, U, U, U],
  ])('%d, %d: all %d, any %d', (left, right, all, any) => {
    expect(decide({ all: facing([left, right]) }, answer)).toBe(all)
    expect(decide({ any: facing([left, right]) }, answer)).toBe(any)
  })

  it('not turns true and false and leaves undecided', () => {
    expect([T, F, U].map((truth) => decide({ not: facing([truth])[0] ?? { all: [] } }, answer))).toEqual([F, T, U])
  })

  it('property: de Morgan', () => {
    const truths = fc.array(fc.constantFrom(T, F, U), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(truths, (values) => {
        const parts = facing(values)
        expect(decide({ not: { all: parts } }, answer)).toBe(
          decide({ any: parts.map((part) => ({ not: part })) }, answer),
        )
      }),
      runs(100),
    )
  })

  it('lists comparisons in reading order', () => {
    const [x, y, z] = facing([T, F, U])
    if (!x || !y || !z) throw new Error('three')
    expect(comparisonsOf({ all: [x, { not: { any: [z, y] } }] })).toEqual([x, z, y])
  })
})

describe('comparisons', () => {
  it.each([
    ['<', [fired, passed, passed]],
    ['<=', [fired, fired, passed]],
    ['>', [passed, passed, fired]],
    ['>=', [passed, fired, fired]],
    ['==', [passed, fired, passed]],
    ['!=', [fired, passed, fired]],
  ] as const)('a fact %s 2', (op, expected) => {
    const rows = [1, 2, 3].map((f) => ({ cells: { f } }))
    expect(outcomes({ when: { fact: 'f', op, value: 2 } }, rows)).toEqual(expected)
  })

  it('leaf compares the raw value, node the score', () => {
    const over = { root: branch('root', [leaf('a', 1, { normalise: { method: 'goalposts', worst: 0, best: 5 } })]) }
    expect(one({ when: { leaf: 'a', op: '<', value: 4 } }, { a: 3 }, over)).toBe(fired)
    expect(one({ when: { node: 'a', op: '<', value: 4 } }, { a: 3 }, over)).toBe(passed)
    expect(one({ when: { node: 'root', op: '==', value: 60 } }, { a: 3 }, over)).toBe(fired)
    expect(one({ when: { leaf: 'a', op: '>', value: 0 } }, { a: 1e-10 }, over)).toBe(fired)
  })

  it('node compares on the grid: 40 reached is not below 40', () => {
    const root = branch('root', [leaf('a', 0.1), leaf('b', 0.2), leaf('c', 0.7)])
    const cells = { a: 40, b: 40, c: 40 }
    expect(one({ when: { node: 'root', op: '<', value: 40 } }, cells, { root })).toBe(passed)
    expect(one({ when: { node: 'root', op: '==', value: 40.0000000000001 } }, cells, { root })).toBe(fired)
  })

  it('leaf of a panel compares the panel’s result', () => {
    const normalise = {
      method: 'expert',
      scale: [0, 100],
      ratersMin: 3,
      aggregate: 'mean',
      dispersionAlert: 15,
    } as const
    const over = { root: branch('root', [leaf('a', 1, { normalise })]) }
    expect((0.1 + 0.2 + 0.3) / 3).toBeGreaterThan(0.2)
    expect(one({ when: { leaf: 'a', op: '==', value: 0.2 } }, { a: [0.1, 0.2, 0.3] }, over)).toBe(fired)
  })
})

describe('missing and not applicable', () => {
  it('a missing fact is undecided, in every kind', () => {
    expect(one({}, { f: null })).toBe(undecided)
    expect(one({ kind: 'cap', maxGrade: 'L1' }, { f: null })).toBe(undecided)
    expect(one({ kind: 'entry' }, { f: null })).toBe(undecided)
    expect(one({}, {})).toBe(undecided)
  })

  it('a fact or leaf that is not applicable is false', () => {
    expect(one({}, { f: 'na' })).toBe(passed)
    expect(one({ when: { not: { fact: 'f', op: '>=', value: 1 } } }, { f: 'na' })).toBe(fired)
    expect(one({ kind: 'cap', maxGrade: 'L1', when: { leaf: 'a', op: '<', value: 90 } }, { a: 'na' })).toBe(passed)
    expect(one({ when: { node: 'a', op: '<', value: 90 } }, { a: 'na' })).toBe(passed)
    expect(one({ when: { fact: 'f', op: '!=', value: 1 } }, { f: 'na' })).toBe(passed)
  })

  it('a cap cannot be avoided by leaving a cell blank', () => {
    const cap = { kind: 'cap', maxGrade: 'L1' } as const
    expect(one({ ...cap, when: { leaf: 'a', op: '<', value: 90 } }, { a: null })).toBe(fired)
    expect(one({ ...cap, when: { not: { leaf: 'a', op: '>=', value: 90 } } }, { a: null })).toBe(fired)
    expect(one({ ...cap, when: { not: { not: { leaf: 'a', op: '<', value: 90 } } } }, { a: null })).toBe(fired)
    expect(
      one(
        {
          ...cap,
          when: {
            all: [
              { leaf: 'a', op: '<', value: 90 },
              { leaf: 'b', op: '<', value: 10 },
            ],
          },
        },
        { a: null },
      ),
    ).toBe(passed)
  })

  it('but a missing leaf under another policy, or in a veto or entry, is undecided', () => {
    const when = { leaf: 'a', op: '<', value: 90 } as const
    expect(one({ kind: 'veto', when }, { a: null })).toBe(undecided)
    expect(one({ kind: 'entry', when }, { a: null })).toBe(undecided)
    const exclude = branch('root', [leaf('a', 0.5, { missing: 'exclude' }), leaf('b', 0.5)])
    expect(one({ kind: 'cap', maxGrade: 'L1', when }, { a: null }, { root: exclude })).toBe(undecided)
    expect(one({ kind: 'cap', maxGrade: 'L1', when }, { a: null }, { root: exclude, missing: 'zero' })).toBe(undecided)
  })

  it('a node without a score is undecided; a zeroed one scores 0', () => {
    const cap = { kind: 'cap', maxGrade: 'L1', when: { node: 'a', op: '<', value: 90 } } as const
    expect(one(cap, { a: null })).toBe(fired)
    expect(one(cap, { a: null }, { missing: 'no-result' })).toBe(undecided)
    const when = { not: { node: 'a', op: '==', value: 0 } } as const
    expect(one({ ...cap, when }, { a: null })).toBe(passed)
  })
})

describe('kinds and groups', () => {
  it('entry fires when its condition is not met', () => {
    const rows = [0, 1].map((f) => ({ cells: { f } }))
    expect(outcomes({ kind: 'entry' }, rows)).toEqual([fired, passed])
  })

  it('a gate for groups leaves other groups, and rows without one, alone', () => {
    const rows = ['x', 'y', null].map((group) => ({ group, cells: { f: 1 } }))
    expect(outcomes({ groups: ['x'] }, rows)).toEqual([fired, notForGroup, notForGroup])
  })
})

describe('look-back', () => {
  const row = (period: string, f: Cell, unit = 'u'): TestRow => ({ unit, period, cells: { a: 50, b: 50, f } })

  it('counts earlier periods less than so many months before', () => {
    const rows = [row('2022', 1), row('2023', 0), row('2024', 0), row('2025', 0)]
    expect(outcomes({ lookbackMonths: 12 }, rows)).toEqual([fired, passed, passed, passed])
    expect(outcomes({ lookbackMonths: 13 }, rows)).toEqual([fired, fired, passed, passed])
    expect(outcomes({ lookbackMonths: 24 }, rows)).toEqual([fired, fired, passed, passed])
    expect(outcomes({ lookbackMonths: 36 }, rows)).toEqual([fired, fired, fired, passed])
  })

  it('does not look forward, nor at other units, nor without being asked', () => {
    expect(outcomes({ lookbackMonths: 24 }, [row('2025', 0), row('2026', 1)])).toEqual([passed, fired])
    expect(outcomes({ lookbackMonths: 24 }, [row('2025', 0), row('2024', 1, 'v')])).toEqual([passed, fired])
    expect(outcomes({}, [row('2024', 1), row('2025', 0)])).toEqual([fired, passed])
  })

  it('reads the history', () => {
    const history = dataset([row('2024', 1), row('2024', 0, 'v'), row('2025', 1, 'v')])
    expect(outcomes({ lookbackMonths: 24 }, [row('2025', 0), row('2025', 0, 'v')], { history })).toEqual([
      fired,
      passed,
    ])
  })

  it('counts periods that are not years by their place', () => {
    const rows = [row('2024H1', 1), row('2024H2', 0), row('2025H1', 0)]
    expect(outcomes({ lookbackMonths: 12 }, rows, { over: { periodMonths: 6 } })).toEqual([fired, fired, passed])
    const gap = [row('2019H1', 1), row('2025H1', 0)]
    expect(outcomes({ lookbackMonths: 12 }, gap, { over: { periodMonths: 6 } })).toEqual([fired, fired])
  })

  it('places are those of the sorted periods, years among other names too', () => {
    const rows = [row('2025H1', 0), row('2024', 0), row('2024H2', 1)]
    expect(outcomes({ lookbackMonths: 12 }, rows, { over: { periodMonths: 6 } })).toEqual([fired, passed, fired])
  })

  it('years differ by their difference, whatever lies between', () => {
    expect(outcomes({ lookbackMonths: 24 }, [row('2019', 1), row('2025', 0)])).toEqual([fired, passed])
    expect(outcomes({ lookbackMonths: 24 }, [row('9', 1), row('10', 0)])).toEqual([fired, fired])
  })

  it('an earlier fact that is missing leaves it undecided unless another period fires', () => {
    expect(outcomes({ lookbackMonths: 36 }, [row('2024', null), row('2025', 0)])[1]).toBe(undecided)
    expect(outcomes({ lookbackMonths: 36 }, [row('2023', 1), row('2024', null), row('2025', 0)])[2]).toBe(fired)
  })

  it('an entry that was missed in an earlier period is missed', () => {
    expect(outcomes({ kind: 'entry', lookbackMonths: 24 }, [row('2024', 0), row('2025', 1)])).toEqual([fired, fired])
  })

  it('takes all facts of a condition from one period', () => {
    const when: Condition = {
      all: [
        { fact: 'f', op: '>=', value: 1 },
        { fact: 'g', op: '==', value: 1 },
      ],
    }
    const apart = [
      { unit: 'u', period: '2024', cells: { f: 1, g: 0 } },
      { unit: 'u', period: '2025', cells: { f: 0, g: 1 } },
    ]
    expect(outcomes({ when, lookbackMonths: 24 }, apart)).toEqual([passed, passed])
  })

  it('leaves and nodes are of the current period', () => {
    const rows = [
      { unit: 'u', period: '2024', cells: { a: 10, b: 10 } },
      { unit: 'u', period: '2025', cells: { a: 90, b: 90 } },
    ]
    expect(outcomes({ when: { node: 'root', op: '<', value: 50 }, lookbackMonths: 24 }, rows)).toEqual([fired, passed])
    expect(outcomes({ when: { leaf: 'a', op: '<', value: 50 }, lookbackMonths: 24 }, rows)).toEqual([fired, passed])
  })

  it('a fact declared not available is missing', () => {
    const data = dataset([row('2025', null)])
    data.columns.get('f')?.blanks.set([Blank.notAvailable])
    const plan = compile(
      framework(tree, { facts, gates: [{ id: 'v', kind: 'veto', when: { fact: 'f', op: '>', value: 0 } }] }),
    )
    expect(score(plan, data).gates[0]?.[0]).toBe(undecided)
  })
})
