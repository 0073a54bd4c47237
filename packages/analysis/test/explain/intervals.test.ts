import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, score, type Framework } from '@plumbline/kernel'
import { attainable } from '../../src/explain/index.ts'
import { anyCells, anyTree, branch, dataset, framework, leaf, leavesOf, valueOf, type Cell } from './build.ts'

const of = (spec: Framework, cells: Record<string, Cell>) =>
  attainable(compile(spec), { dataset: dataset([{ cells }]), row: 0 })
const three = branch('root', [leaf('a', 0.5), leaf('b', 0.3), leaf('c', 0.2)])

describe('by hand', () => {
  it('the ends of a weighted sum', () => {
    // 0.5·60 = 30 for sure; b up to 30, c up to 20.
    const found = of(framework(three), { a: 60, b: null, c: null })
    expect(found).toMatchObject({ score: [30, 80], grades: ['L1', 'L4'], settled: false, openGates: [] })
    // After b: [30,50] L1–L2 or [60,80] L3–L4: 2 grades, 20 wide. After c: [30,60] L1–L3 or [50,80] L2–L4: 3 grades, 30 wide.
    expect(found.questions).toEqual([
      { id: 'b', kind: 'indicator', gradesAfter: 2, widthAfter: 20 },
      { id: 'c', kind: 'indicator', gradesAfter: 3, widthAfter: 30 },
    ])
  })

  it('a complete row has nothing to ask', () => {
    expect(of(framework(three), { a: 60, b: 60, c: 60 })).toEqual({
      score: [60, 60],
      grades: ['L3', 'L3'],
      settled: true,
      openGates: [],
      questions: [],
    })
  })

  it('is settled before it is complete', () => {
    expect(of(framework(three), { a: 100, b: 100, c: null })).toMatchObject({
      score: [80, 100],
      grades: ['L4', 'L4'],
      settled: true,
    })
  })

  it('does not apply is an answer', () => {
    // c is out: 0.625·60 = 37.5 for sure, b up to 37.5.
    expect(of(framework(three), { a: 60, b: null, c: 'na' }).score).toEqual([37.5, 75])
  })

  it('a fact that a veto waits for is asked first', () => {
    const gates = [{ id: 'v', kind: 'veto', when: { fact: 'accident', op: '==', value: 1 } }] as const
    const found = of(framework(three, { gates, facts: [{ id: 'accident', type: 'boolean' }] }), {
      a: 60,
      b: 60,
      c: null,
    })
    // 48 to 68. The fact: vetoed (1 grade: none) or L2–L3 (2). c: none–L2 (3), none–L3 (4).
    expect(found).toMatchObject({ score: [48, 68], grades: [null, 'L3'], openGates: ['v'] })
    expect(found.questions.map(({ id, gradesAfter }) => [id, gradesAfter])).toEqual([
      ['accident', 1.5],
      ['c', 3.5],
    ])
  })

  it('a cap on a missing indicator is open, one on a score that is out of its reach is settled', () => {
    const cap = (when: Framework['gates'][number]['when']) =>
      framework(three, { gates: [{ id: 'g', kind: 'cap', maxGrade: 'L2', when }] })
    expect(of(cap({ leaf: 'c', op: '<', value: 50 }), { a: 100, b: 100, c: null })).toMatchObject({
      grades: ['L2', 'L4'],
      openGates: ['g'],
    })
    expect(of(cap({ node: 'root', op: '<', value: 50 }), { a: 100, b: 100, c: null })).toMatchObject({
      grades: ['L4', 'L4'],
      openGates: [],
    })
    expect(of(cap({ node: 'root', op: '<', value: 90 }), { a: 100, b: 100, c: null })).toMatchObject({
      grades: ['L2', 'L4'],
      openGates: ['g'],
    })
  })

  it('among peers a blank may come first or last', () => {
    const spec = framework(
      branch('root', [
        leaf('x', 1, {
          normalise: { method: 'percentile', minGroup: 2, fallback: { method: 'goalposts', worst: 0, best: 100 } },
        }),
      ]),
    )
    const data = dataset([{ cells: { x: null } }, { cells: { x: 500 } }, { cells: { x: -3 } }])
    expect(attainable(compile(spec), { dataset: data, row: 0 }).score).toEqual([0, 100])
  })
})

it('whatever is answered lies inside, and inside what it was before', () => {
  const gates = (spec: Framework): Framework => {
    const [first] = leavesOf(spec.root)
    return {
      ...spec,
      basicRule: [{ grade: 'L3', min: 20 }],
      gates: [
        {
          id: 'cap',
          kind: 'cap',
          maxGrade: 'L2',
          when: {
            any: [
              { leaf: first?.id ?? '', op: '<', value: 2 },
              { node: 'p0', op: '<', value: 15 },
            ],
          },
        },
        {
          id: 'veto',
          kind: 'veto',
          when: {
            all: [
              { node: 'p0', op: '<', value: 30 },
              { node: 'p0', op: '>', value: 10 },
            ],
          },
        },
      ],
    }
  }
  const anyCase = anyTree
    .map(gates)
    .chain((spec) =>
      fc.tuple(
        fc.constant(spec),
        anyCells(spec),
        fc.record(Object.fromEntries(leavesOf(spec.root).map((each) => [each.id, valueOf(each)]))),
        fc.nat(),
      ),
    )
  fc.assert(
    fc.property(anyCase, ([spec, cells, answers, which]) => {
      const plan = compile(spec)
      const before = attainable(plan, { dataset: dataset([{ cells }]), row: 0 })
      const blanks = Object.keys(cells).filter((id) => cells[id] === null)
      const place = (id: string | null) => spec.grades.findIndex((grade) => grade.id === id)
      const inside = (scores: readonly [number, number] | null, grades: readonly [string | null, string | null]) => {
        if (scores && before.score) {
          expect(scores[0]).toBeGreaterThanOrEqual(before.score[0] - 1e-9)
          expect(scores[1]).toBeLessThanOrEqual(before.score[1] + 1e-9)
        } else expect(scores).toBe(before.score)
        expect(place(grades[0])).toBeGreaterThanOrEqual(place(before.grades[0]))
        expect(place(grades[1])).toBeLessThanOrEqual(place(before.grades[1]))
      }
      const one = blanks[which % Math.max(1, blanks.length)]
      if (one !== undefined) {
        const after = attainable(plan, {
          dataset: dataset([{ cells: { ...cells, [one]: answers[one] ?? 0 } }]),
          row: 0,
        })
        inside(after.score, after.grades)
      }
      const complete = Object.fromEntries(Object.entries(cells).map(([id, cell]) => [id, cell ?? answers[id] ?? 0]))
      const final = score(plan, dataset([{ cells: complete }]))
      const own = final.score[0] ?? NaN
      const grade = spec.grades[final.grade[0] ?? -1]?.id ?? null
      inside(Number.isNaN(own) ? null : [own, own], [grade, grade])
      expect(before.questions.map(({ id }) => id).sort()).toEqual(blanks.sort())
    }),
    { numRuns: 150 },
  )
})
