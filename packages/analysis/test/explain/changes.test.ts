/** Everything that can differ between two versions and move a score is a change of its own, with all of the difference. */
import { Blank, compile, score, type Column, type Dataset, type Expression, type Framework } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { attributeVersions } from '../../src/explain/index.ts'
import { changesBetween } from '../../src/explain/attribution/changes.ts'
import { branch, dataset, framework, leaf } from './build.ts'

const column = (id: string): Expression => ({ op: 'column', id, from: 0, to: id.length })
const call = (op: '+' | '*' | '>', ...args: readonly Expression[]): Expression => ({ op, at: 0, args })
const value = (number: number): Expression => ({ op: 'value', value: number })
const formula = (body: Expression) => ({ text: 'as written', body })

const computed = (...values: readonly number[]): Column => ({
  values: Float64Array.from(values),
  blanks: Uint8Array.from(values, (each) => (Number.isNaN(each) ? Blank.unanswered : Blank.none)),
  computed: true,
})

const withColumns = (data: Dataset, columns: Readonly<Record<string, Column>>): Dataset => ({
  ...data,
  columns: new Map([...data.columns, ...Object.entries(columns)]),
})

const tree = (over: Parameters<typeof leaf>[2] = {}, more: Partial<Framework> = {}): Framework =>
  framework(branch('root', [leaf('a', 0.5, over), leaf('b', 0.5)]), more)

const INPUTS = { inputs: [{ id: 'x', type: 'number' as const }], facts: [{ id: 'f', type: 'number' as const }] }
const calculated = (body: Expression, more: Partial<Framework> = {}): Framework =>
  tree({ value: formula(body) }, { ...INPUTS, ...more })

const param = { op: 'param', id: 'goal', from: 0, to: 4 } as const
const dated = (now: number, asOf: string): Partial<Framework> => ({
  params: [
    {
      id: 'goal',
      values: [
        { from: '2026-01-01', value: now },
        { from: '2030-01-01', value: 9 },
      ],
    },
  ],
  asOf,
})

const DENOMINATED = { pipeline: { denominate: { by: 'f', per: 1 } } } as const
const coded = (file: string): Framework => tree({ code: { file, inputs: ['x'] } }, INPUTS)

/** Rows: inputs, the share of each row's difference that the only change has; points, by hand. */
const CASES: readonly {
  readonly what: string
  readonly id: string
  readonly from: Framework
  readonly to: Framework
  readonly cells: Readonly<Record<string, number>>
  readonly columns?: readonly [Readonly<Record<string, Column>>, Readonly<Record<string, Column>>]
  readonly share: number
}[] = [
  {
    what: 'a formula, which may read a fact',
    id: 'formula:a',
    from: calculated(column('x')),
    to: calculated(call('+', column('x'), column('f'))),
    cells: { x: 40, f: 10, b: 0 },
    share: 5,
  },
  {
    what: 'a reported value that is worked out by a formula from now on',
    id: 'formula:a',
    from: tree({}, INPUTS),
    to: calculated(column('x')),
    cells: { x: 40, b: 0 },
    columns: [{ a: { values: Float64Array.of(60), blanks: new Uint8Array(1) } }, {}],
    share: -10,
  },
  {
    what: 'a program',
    id: 'program:p/code.ts',
    from: coded('p/code.ts'),
    to: coded('p/code.ts'),
    cells: { x: 1, b: 0 },
    columns: [{ a: computed(20) }, { a: computed(50) }],
    share: 15,
  },
  {
    what: 'a program in place of a formula',
    id: 'formula:a',
    from: calculated(column('x')),
    to: coded('p/code.ts'),
    cells: { x: 40, b: 0 },
    columns: [{}, { a: computed(50) }],
    share: 5,
  },
  {
    what: 'the value of a parameter that is in force',
    id: 'param:goal',
    from: calculated(call('*', column('x'), param), dated(1, '2026-07-01')),
    to: calculated(call('*', column('x'), param), dated(1.5, '2026-07-01')),
    cells: { x: 40, b: 0 },
    share: 10,
  },
  {
    what: 'a parameter read as of another date',
    id: 'param:goal',
    from: calculated(call('+', column('x'), param), dated(1, '2026-07-01')),
    to: calculated(call('+', column('x'), param), dated(1, '2030-07-01')),
    cells: { x: 40, b: 0 },
    share: 4,
  },
  {
    what: 'a rule of not applicable',
    id: 'not-applicable:a',
    from: tree({ value: formula(column('x')), notApplicable: formula(call('>', column('x'), value(99))) }, INPUTS),
    to: tree({ value: formula(column('x')), notApplicable: formula(call('>', column('x'), value(9))) }, INPUTS),
    cells: { x: 10, b: 60 },
    share: 25,
  },
  {
    what: 'a rule of not applicable, with the cells that it allows',
    id: 'not-applicable:a',
    from: tree({ notApplicable: formula(call('>', column('x'), value(99))) }, INPUTS),
    to: tree({ notApplicable: formula(call('>', column('x'), value(9))) }, INPUTS),
    cells: { x: 10, a: 20, b: 60 },
    columns: [{}, { a: { values: Float64Array.of(Number.NaN), blanks: Uint8Array.of(Blank.notApplicable) } }],
    share: 20,
  },
  {
    what: 'the denominator of the whole set',
    id: 'denominate:root',
    from: framework(branch('root', [leaf('a', 1)]), INPUTS),
    to: framework(branch('root', [leaf('a', 1)]), { ...INPUTS, ...DENOMINATED }),
    cells: { a: 80, f: 2 },
    share: -40,
  },
  {
    what: 'the denominator of one indicator',
    id: 'denominate:a',
    from: tree({}, INPUTS),
    to: tree(DENOMINATED, INPUTS),
    cells: { a: 80, b: 0, f: 2 },
    share: -20,
  },
  {
    what: 'a fact that a migration carries over',
    id: 'data:f',
    from: calculated(column('f')),
    to: calculated(column('f')),
    cells: { f: 10, b: 0 },
    columns: [{}, { f: { values: Float64Array.of(30), blanks: new Uint8Array(1) } }],
    share: 10,
  },
]

describe('a change by itself', () => {
  it.each(CASES)('$what', ({ id, from, to, cells, columns: [old, next] = [{}, {}], share }) => {
    const rows = dataset([{ cells }])
    const [before, after] = [withColumns(rows, old), withColumns(rows, next)]
    const found = attributeVersions(from, to, { dataset: before, after })
    expect(found.changes.map((change) => [change.id, change.shares[0]])).toEqual([[id, share]])
    expect([found.from, found.to]).toEqual([score(compile(from), before).score, score(compile(to), after).score])
  })
})

describe('what goes together', () => {
  it('a level that is carried over goes with the new levels', () => {
    const levels = (points: readonly (readonly [number, number])[]): Framework =>
      tree({ normalise: { method: 'level-map', points } })
    const [from, to] = [
      levels([
        [0, 0],
        [1, 100],
      ]),
      levels([
        [10, 0],
        [20, 60],
        [30, 100],
      ]),
    ]
    const [before, after] = [dataset([{ cells: { a: 1, b: 0 } }]), dataset([{ cells: { a: 20, b: 0 } }])]
    const { changes } = attributeVersions(from, to, { dataset: before, after })
    expect(changes).toMatchObject([{ id: 'scale:a', parts: ['scale:a', 'data:a'], shares: Float64Array.of(-20) }])
  })

  it('a program goes with what it reads, where that is carried over too', () => {
    const rows = (x: number, a: number): Dataset => withColumns(dataset([{ cells: { x, b: 0 } }]), { a: computed(a) })
    const { changes } = attributeVersions(coded('p/old.ts'), coded('p/new.ts'), {
      dataset: rows(1, 20),
      after: rows(2, 50),
    })
    expect(changes).toMatchObject([{ id: 'program:p/new.ts', nodes: ['root', 'a'], shares: Float64Array.of(15) }])
  })

  it('how a formula is laid out, and a value of a parameter that is not in force yet, are no changes', () => {
    const [from, to] = [call('+', column('x'), value(1)), { ...call('+', column('x'), value(1)), at: 7 }]
    const side = (body: Expression, more: Partial<Framework>) => ({
      framework: calculated(body, more),
      dataset: dataset([{ cells: { x: 1, b: 1 } }]),
    })
    const later = { ...dated(1, '2026-07-01'), params: [{ id: 'goal', values: [{ from: '2026-01-01', value: 1 }] }] }
    expect(changesBetween(side(from, dated(1, '2026-07-01')), side(to, later))).toEqual([])
  })

  it('every step of the preparation, and the edition, stand for themselves', () => {
    const side = (more: Partial<Framework>) => ({ framework: tree({}, more), dataset: dataset([]) })
    const pipeline = {
      screen: { units: { least: 0.5 } },
      denominate: { by: 'f', per: 1 },
      impute: [{ method: 'mean' as const }],
      treat: { transforms: [] },
      reference: { period: '2024' },
    }
    // An edition that is not there yet: nothing is scored here.
    const semantics = 2 as unknown as Framework['semantics']
    expect(changesBetween(side({}), side({ pipeline, semantics })).map(({ id }) => id)).toEqual([
      'semantics:root',
      'screen:root',
      'denominate:root',
      'impute:root',
      'treat:root',
      'reference:root',
    ])
  })

  it('gates, grades, the basic rule and the length of a period move no score', () => {
    const side = (more: Partial<Framework>) => ({ framework: tree({}, more), dataset: dataset([]) })
    const gate = { id: 'cap', kind: 'cap' as const, when: { leaf: 'a', op: '<' as const, value: 5 }, maxGrade: 'L1' }
    const more = {
      gates: [gate],
      grades: [{ id: 'L1', min: 0 }],
      basicRule: [{ grade: 'L1', min: 1 }],
      periodMonths: 6,
    }
    expect(changesBetween(side({}), side(more))).toEqual([])
  })
})
