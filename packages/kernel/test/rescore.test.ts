/** Variants are to be what `score` says of each by itself, whatever was asked before. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  compile,
  rescorer,
  score,
  type AggregateSpec,
  type Column,
  type Dataset,
  type Expression,
  type Framework,
  type GateSpec,
  type NodeSpec,
  type Plan,
  type ScoreOptions,
  type Standing,
  type Variant,
} from '../src/index.ts'
import { anyFramework, anyRows, indicatorsOf } from './support/arbitrary.ts'
import { branch, column, dataset, framework, leaf } from './support/build.ts'
import { faultsOf } from './support/faults.ts'
import { runs } from './support/runs.ts'

const reads = (id: string): Expression => ({ op: 'column', id, from: 0, to: id.length })

type Change = (spec: NodeSpec) => NodeSpec

function changed(node: NodeSpec, change: Change): NodeSpec {
  const spec = change(node)
  return spec.kind === 'branch' ? { ...spec, children: spec.children.map((child) => changed(child, change)) } : spec
}

/** The framework with every node changed; what a change leaves alone stays the same object. */
function withChange(rules: Framework, change: Change): Framework {
  const root = changed(rules.root, change)
  return root.kind === 'branch' ? { ...rules, root } : rules
}

/** Gives each child the weight of the next, so that weights still sum to 1. */
const passWeightsOn: Change = (spec) =>
  spec.kind === 'indicator'
    ? spec
    : {
        ...spec,
        children: spec.children.map((child, place) => ({
          ...child,
          weight: spec.children[(place + 1) % spec.children.length]?.weight ?? child.weight,
        })),
      }
const MEANS: ReadonlySet<string> = new Set(['arithmetic', 'geometric', 'harmonic', 'weighted-median'])
const aggregateBy =
  (aggregate: AggregateSpec): Change =>
  (spec) =>
    spec.kind === 'branch' && MEANS.has(spec.aggregate.method) ? { ...spec, aggregate } : spec

const CHANGES: readonly Change[] = [
  (spec) => spec,
  passWeightsOn,
  aggregateBy({ method: 'geometric' }),
  aggregateBy({ method: 'arithmetic' }),
  (spec) => (spec.kind === 'indicator' ? { ...spec, missing: 'exclude' } : spec),
  (spec) => (spec.kind === 'indicator' ? { ...spec, missing: 'zero' } : passWeightsOn(spec)),
]

/** A column with its cells moved down by one. */
function movedDown({ values, blanks, ratings }: Column): Column {
  const size = values.length
  const from = (row: number): number => (row + size - 1) % size
  return {
    values: values.map((_, row) => values[from(row)] ?? NaN),
    blanks: blanks.map((_, row) => blanks[from(row)] ?? 0),
    ratings: new Map([...(ratings ?? [])].map(([row, panel]) => [(row + 1) % size, panel])),
  }
}

function standingOf(variant: Variant, data: Dataset, options: ScoreOptions = {}): Standing {
  const columns = new Map([...data.columns, ...(variant.columns ?? [])])
  const result = score(variant.plan, { ...data, columns }, { ...options, imputations: variant.imputations })
  return { score: result.score, status: result.status, grade: result.grade, rank: result.rank }
}

const gatesOf = ({ root }: Framework): readonly GateSpec[] => {
  const child = root.children[0]?.id ?? root.id
  const [first] = indicatorsOf(root)
  return [
    { id: 'cap', kind: 'cap', maxGrade: 'L2', when: { node: child, op: '<', value: 40 } },
    { id: 'veto', kind: 'veto', groups: ['x'], when: { leaf: first?.id ?? '', op: '<', value: 12 } },
    { id: 'entry', kind: 'entry', when: { not: { node: root.id, op: '<', value: 5 } } },
  ]
}

it('variants in any order come to what each comes to by itself, to the bit', () => {
  const anyCase = anyFramework.chain((rules) => fc.record({ rules: fc.constant(rules), rows: anyRows(rules) }))
  const asked = fc.array(
    fc.record({ change: fc.nat(CHANGES.length - 1), moved: fc.option(fc.nat(3), { nil: undefined }) }),
    { minLength: 1, maxLength: 6 },
  )
  fc.assert(
    fc.property(anyCase, asked, ({ rules, rows }, questions) => {
      const gated = { ...rules, gates: gatesOf(rules) }
      const data = dataset(rows)
      const ids = indicatorsOf(rules.root).map(({ id }) => id)
      const plans = new Map<number, Plan>()
      const rescore = rescorer(compile(gated), data)
      for (const { change, moved } of questions) {
        const plan = plans.get(change) ?? compile(withChange(gated, CHANGES[change] ?? ((spec) => spec)))
        plans.set(change, plan)
        const id = moved === undefined ? undefined : ids[moved % ids.length]
        const cells = id === undefined ? undefined : data.columns.get(id)
        const columns = new Map(id !== undefined && cells ? [[id, movedDown(cells)]] : [])
        expect(rescore({ plan, columns })).toEqual(standingOf({ plan, columns }, data))
      }
    }),
    runs(400),
  )
})

describe('data that are prepared', () => {
  const rows = [12, 25, 31, 44, 52, 67, null, 300].map((a, row) => ({
    cells: { a, b: 10 * row, c: row % 3 ? row : null },
  }))
  const data = dataset([...rows, { cells: { a: null, b: 4, c: null } }])
  const measured = { normalise: { method: 'min-max', low: 0, high: 100 } } as const
  const rules = framework(
    branch('root', [leaf('a', 0.5, measured), leaf('b', 0.3, measured), leaf('c', 0.2, measured)]),
    {
      missing: 'exclude',
      pipeline: { impute: [{ method: 'median' }], treat: {}, screen: { units: { available: 0.5 } } },
      gates: [{ id: 'cap', kind: 'cap', maxGrade: 'L2', when: { node: 'a', op: '<', value: 30 } }],
    },
  )
  const plan = compile(rules)
  const untreated: Change = (spec) =>
    spec.id === 'a' ? { ...spec, pipeline: { treat: 'none', impute: 'none' } } : spec
  const given = (value: number): Variant['imputations'] => new Map([['a', new Map([[6, value]])]])

  it('come to the same: screened units, treatment, imputations that are drawn', () => {
    const rescore = rescorer(plan, data)
    const lighter = compile(withChange(rules, passWeightsOn))
    const raw = compile(withChange(rules, untreated))
    const variants: readonly Variant[] = [
      { plan },
      { plan: lighter },
      { plan, imputations: given(20) },
      { plan, imputations: given(90) },
      { plan: raw },
      { plan: lighter, imputations: given(20) },
      { plan },
    ]
    for (const variant of variants) expect(rescore(variant)).toEqual(standingOf(variant, data))
    expect(rescore({ plan }).rank).not.toEqual(rescore({ plan: lighter }).rank)
  })
})

describe('what a variant reads', () => {
  const gates: readonly GateSpec[] = [
    { id: 'v', kind: 'veto', when: { fact: 'incidents', op: '>=', value: 1 }, lookbackMonths: 24 },
  ]
  const rules = framework(branch('root', [leaf('a', 0.5), leaf('b', 0.5)]), {
    facts: [{ id: 'incidents', type: 'number' }],
    gates,
  })
  const plan = compile(rules)
  const data = dataset([{ cells: { a: 40, b: 60, incidents: 0 } }, { cells: { a: 90, b: 70, incidents: 0 } }])
  const history = dataset([{ period: '2024', unit: 'u1', cells: { incidents: 1 } }])

  it('takes facts from earlier periods', () => {
    const standing = rescorer(plan, data, { history })({ plan })
    expect(standing).toEqual(standingOf({ plan }, data, { history }))
    expect([...standing.rank]).toEqual([1, 0])
  })

  it('names every fault of a variant, as scoring does', () => {
    const columns = new Map([
      ['a', column([Infinity, 1])],
      ['b', column([2, -Infinity])],
    ])
    const rescore = rescorer(plan, data)
    const found = faultsOf(() => rescore({ plan, columns }))
    expect(found.map(({ code, at }) => [code, at.id])).toEqual([
      ['RAW_INFINITE', 'a'],
      ['RAW_INFINITE', 'b'],
    ])
    expect(found).toEqual(faultsOf(() => standingOf({ plan, columns }, data)))
    const short = new Map([['a', column([1])]])
    expect(faultsOf(() => rescore({ plan, columns: short })).map(({ code }) => code)).toContain('DATASET_SHAPE')
    expect(faultsOf(() => rescorer(plan, { ...data, units: ['u0', 'u0'] })).map(({ code }) => code)).toEqual([
      'ROW_TWICE',
    ])
  })

  it('an error that is no fault of the data stays what it is', () => {
    const columns = new Map([['a', {} as Column]])
    expect(() => rescorer(plan, data)({ plan, columns })).toThrow(TypeError)
  })

  it('asks formulas anew where a score or a value that they read has changed', () => {
    const sum: Expression = { op: '+', args: [reads('a'), reads('b')], at: 0 }
    const when: Expression = {
      op: '<',
      args: [
        { op: 'score', id: 'root', from: 0, to: 4 },
        { op: 'value', value: 70 },
      ],
      at: 0,
    }
    const worked = compile(
      framework(
        branch('root', [leaf('a', 0.5), leaf('b', 0.25), leaf('c', 0.25, { value: { text: 'a+b', body: sum } })]),
        {
          gates: [{ id: 'cap', kind: 'cap', maxGrade: 'L1', when: { formula: { text: 'low', body: when } } }],
        },
      ),
    )
    const reported = dataset([{ cells: { a: 40, b: 20 } }, { cells: { a: 90, b: 5 } }])
    const rescore = rescorer(worked, reported)
    const columns = new Map([['a', column([95, 10])]])
    for (const variant of [{ plan: worked }, { plan: worked, columns }, { plan: worked }])
      expect(rescore(variant)).toEqual(standingOf(variant, reported))
    expect([...rescore({ plan: worked }).grade]).not.toEqual([...rescore({ plan: worked, columns }).grade])
  })
})
