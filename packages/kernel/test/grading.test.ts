import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, competitionRanks, gradeOf, score, Status, type Framework, type GateSpec } from '../src/index.ts'
import { branch, dataset, framework, GRADES, leaf, type Cell, type TestRow } from './support/build.ts'
import { runs } from './support/runs.ts'

const root = branch('root', [leaf('a', 0.4, { basic: true }), leaf('b', 0.3, { basic: true }), leaf('c', 0.3)])
const basicRule = [
  { grade: 'L5', min: 70 },
  { grade: 'L2', min: 10 },
  { grade: 'L3', min: 30 },
  { grade: 'L4', min: 50 },
]
const facts = [{ id: 'f', type: 'number' }] as const
const when = { fact: 'f', op: '>=', value: 1 } as const
const cap = (id: string, maxGrade: string): GateSpec => ({ id, kind: 'cap', maxGrade, when })

function grade(cells: Readonly<Record<string, Cell>>, over: Partial<Framework> = {}) {
  const result = score(
    compile(framework(root, { basicRule, facts, ...over })),
    dataset([{ cells: { f: 1, ...cells } }]),
  )
  const { nodes, framework: rules } = result.plan
  const id = (index: number | undefined): string | null => rules.grades[index ?? -1]?.id ?? null
  return {
    status: result.status[0],
    byScore: id(result.gradeByScore[0]),
    grade: id(result.grade[0]),
    limitedBy: nodes[result.limitedBy[0] ?? -1]?.spec.id ?? null,
    cappedBy: rules.gates[result.cappedBy[0] ?? -1]?.id ?? null,
  }
}

describe('grade by score', () => {
  it.each([
    [0, 0],
    [29.99, 0],
    [30, 1],
    [69.9999999996, 3],
    [69.9999999994, 2],
    [85, 4],
    [100, 4],
    [NaN, -1],
  ])('%d', (value, expected) => {
    expect(gradeOf(value, GRADES)).toBe(expected)
  })

  it('a framework without grades gives none', () => {
    expect(grade({ a: 90, b: 90, c: 90 }, { grades: [], basicRule: [] })).toMatchObject({
      byScore: null,
      grade: null,
      status: Status.graded,
    })
  })
})

describe('basic rule', () => {
  it('holds the grade at the highest whose line, and every lower one, all basic indicators reach', () => {
    expect(grade({ a: 100, b: 49, c: 100 })).toMatchObject({ byScore: 'L4', grade: 'L3', limitedBy: 'b' })
    expect(grade({ a: 100, b: 50, c: 100 })).toMatchObject({ byScore: 'L5', grade: 'L4', limitedBy: 'b' })
    expect(grade({ a: 100, b: 70, c: 100 })).toMatchObject({ byScore: 'L5', grade: 'L5', limitedBy: null })
  })

  it('compares on the grid', () => {
    expect(grade({ a: 100, b: 49.9999999999, c: 100 })).toMatchObject({ grade: 'L4' })
  })

  it('a higher line that is lower does not help over a lower one that is missed', () => {
    const lines = [
      { grade: 'L3', min: 60 },
      { grade: 'L4', min: 20 },
    ]
    expect(grade({ a: 100, b: 40, c: 100 }, { basicRule: lines })).toMatchObject({ grade: 'L2', limitedBy: 'b' })
  })

  it('names the lowest, the first in tree order among equals, only where it lowers the grade', () => {
    expect(grade({ a: 20, b: 20, c: 100 })).toMatchObject({ byScore: 'L2', grade: 'L2', limitedBy: null })
    expect(grade({ a: 25, b: 5, c: 100 })).toMatchObject({ byScore: 'L2', grade: 'L1', limitedBy: 'b' })
    expect(grade({ a: 29, b: 29, c: 100 }, { basicRule: [{ grade: 'L3', min: 30 }] })).toMatchObject({
      byScore: 'L3',
      limitedBy: 'a',
    })
  })

  it('a missing basic indicator counts as 0, whatever its policy; one that does not apply asks nothing', () => {
    expect(grade({ a: null, b: 90, c: 100 })).toMatchObject({ byScore: 'L3', grade: 'L1', limitedBy: 'a' })
    expect(grade({ a: null, b: 90, c: 100 }, { missing: 'exclude' })).toMatchObject({
      byScore: 'L5',
      grade: 'L1',
      limitedBy: 'a',
    })
    expect(grade({ a: 'na', b: 90, c: 100 })).toMatchObject({ grade: 'L5', limitedBy: null })
    expect(grade({ a: 'na', b: 'na', c: 100 })).toMatchObject({ grade: 'L5', limitedBy: null })
  })
})

describe('caps', () => {
  const full = { a: 100, b: 100, c: 100 }

  it('the lowest cap decides, the first among equals', () => {
    expect(grade(full, { gates: [cap('x', 'L4'), cap('y', 'L2'), cap('z', 'L2')] })).toMatchObject({
      byScore: 'L5',
      grade: 'L2',
      cappedBy: 'y',
    })
  })

  it('is named only where it lowers the grade further', () => {
    expect(grade({ a: 100, b: 35, c: 100 }, { gates: [cap('x', 'L3')] })).toMatchObject({
      grade: 'L3',
      limitedBy: 'b',
      cappedBy: null,
    })
    expect(grade({ a: 100, b: 35, c: 100 }, { gates: [cap('x', 'L2')] })).toMatchObject({
      grade: 'L2',
      limitedBy: 'b',
      cappedBy: 'x',
    })
    expect(grade(full, { gates: [cap('x', 'L5')] })).toMatchObject({ grade: 'L5', cappedBy: null })
  })

  it('one that does not fire, or is undecided, does not act', () => {
    expect(grade({ ...full, f: 0 }, { gates: [cap('x', 'L1')] })).toMatchObject({ grade: 'L5' })
    expect(grade({ ...full, f: null }, { gates: [cap('x', 'L1')] })).toMatchObject({ grade: 'L5' })
  })
})

describe('entry and veto', () => {
  const full = { a: 100, b: 35, c: 100 }
  const veto: GateSpec = { id: 'v', kind: 'veto', when }
  const entry: GateSpec = { id: 'e', kind: 'entry', when: { fact: 'f', op: '<', value: 1 } }

  it('a veto takes the grade, keeps the grade by score, and names no limit and no cap', () => {
    expect(grade(full, { gates: [cap('x', 'L1'), veto] })).toEqual({
      status: Status.vetoed,
      byScore: 'L4',
      grade: null,
      limitedBy: null,
      cappedBy: null,
    })
  })

  it('entry goes before veto; a cap beside them is judged all the same', () => {
    expect(grade(full, { gates: [veto, entry] })).toMatchObject({
      status: Status.notAdmitted,
      grade: null,
      byScore: 'L4',
    })
    const result = score(
      compile(framework(root, { facts, gates: [veto, entry, cap('x', 'L1')] })),
      dataset([{ cells: { ...full, f: 1 } }]),
    )
    expect(result.gates.map((column) => column[0])).toEqual([1, 1, 1])
  })

  it('without a score there is no result, but a veto is still a veto', () => {
    expect(grade({ ...full, a: null }, { missing: 'no-result' })).toMatchObject({
      status: Status.noResult,
      byScore: null,
      grade: null,
      limitedBy: null,
    })
    expect(grade({ ...full, a: null }, { missing: 'no-result', gates: [veto] })).toMatchObject({
      status: Status.vetoed,
    })
  })
})

describe('ranks', () => {
  it('competition ranks, on the grid', () => {
    expect([...competitionRanks(Float64Array.of(70, 90, 70.00000000001, NaN, 60, 90))]).toEqual([3, 1, 3, 0, 5, 1])
    expect([...competitionRanks(new Float64Array(0))]).toEqual([])
  })

  it('are one more than the rows above, however the scores lie: ties, missing ones, one far from all others', () => {
    const near = fc.integer({ min: 0, max: 40 }).map((step) => 50 + step / 1e6)
    const points = fc.oneof(
      { weight: 6, arbitrary: near },
      { weight: 3, arbitrary: fc.integer({ min: 0, max: 100 }) },
      fc.constantFrom(NaN, 0, -0, 1e12, -1e12, Infinity, -Infinity),
    )
    fc.assert(
      fc.property(fc.array(points, { maxLength: 120 }), (scores) => {
        const above = (one: number): number => scores.filter((other) => other > one).length
        const expected = scores.map((one) => (Number.isNaN(one) ? 0 : 1 + above(one)))
        expect([...competitionRanks(Float64Array.from(scores))]).toEqual(expected)
      }),
      runs(500),
    )
  })

  it('within the period, and within period and group; rows without a grade or a group stand aside', () => {
    const plan = compile(framework(root, { facts, gates: [{ id: 'v', kind: 'veto', when }] }))
    const row = (period: string, group: string | null, all: number, f = 0): TestRow => ({
      period,
      group,
      cells: { a: all, b: all, c: all, f },
    })
    const rows = [
      row('2024', 'x', 50),
      row('2025', 'x', 60),
      row('2025', 'y', 80),
      row('2025', 'x', 60),
      row('2025', 'y', 99, 1),
      row('2025', 'x', 40),
      row('2025', null, 70),
    ]
    const { rank, groupRank } = score(plan, dataset(rows))
    expect([...rank]).toEqual([1, 3, 1, 3, 0, 5, 2])
    expect([...groupRank]).toEqual([1, 1, 1, 1, 0, 3, 0])
  })
})
