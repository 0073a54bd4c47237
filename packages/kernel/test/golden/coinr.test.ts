import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  compile,
  score,
  type AggregateSpec,
  type BranchSpec,
  type Framework,
  type NodeSpec,
  type Result,
} from '../../src/index.ts'
import { arithmetic } from '../../src/aggregate/arithmetic.ts'
import { harmonic } from '../../src/aggregate/harmonic.ts'
import { countedRow } from '../../src/aggregate/row.ts'
import { readsEveryCase, tracked } from '../coverage.ts'
import { branch, dataset, framework, leaf, type Cell } from '../support/build.ts'
import { faultsOf } from '../support/faults.ts'

type Values = readonly (number | null)[]
type Columns = Readonly<Record<string, Values>>

interface Recorded {
  readonly units: readonly string[]
  readonly structure: readonly {
    readonly code: string
    readonly parent: string | null
    readonly weight: number
    readonly level: number
  }[]
  readonly raw: Columns
  readonly goalposts: Readonly<
    Record<
      string,
      { readonly direction: 1 | -1; readonly lower: number; readonly upper: number; readonly output: Values }
    >
  >
  readonly inputs: Readonly<Record<string, Columns>>
  readonly aggregates: readonly {
    readonly id: string
    readonly input: string
    /** One method for the whole tree, or one a level, lowest first. A number is the exponent of a_genmean. */
    readonly methods: readonly (string | number)[]
    readonly output: Columns
  }[]
  readonly ranks: {
    readonly scores: readonly number[]
    readonly rank: readonly number[]
    readonly group: readonly string[]
    readonly groupRank: readonly number[]
  }
}

interface VectorCase {
  readonly fn: string
  readonly args: { readonly x: Values; readonly w: readonly number[]; readonly p?: number }
  readonly output: number | string | null
}

const read = (name: string): unknown =>
  tracked(
    `coinr/${name}.json`,
    JSON.parse(readFileSync(new URL(`../fixtures/coinr/${name}.json`, import.meta.url), 'utf8')) as unknown,
  )

const methods: Readonly<Record<string, AggregateSpec>> = {
  amean: { method: 'arithmetic' },
  gmean: { method: 'geometric' },
  hmean: { method: 'harmonic' },
}
const aggregateOf = (name: string | number | undefined): AggregateSpec =>
  typeof name === 'number' ? { method: 'power', exponent: name } : (methods[name ?? ''] ?? { method: 'minimum' })

function tree(structure: Recorded['structure'], names: readonly (string | number)[]): BranchSpec {
  const top = structure.find(({ parent }) => parent === null)
  return build(top?.code ?? '', 1, top?.level ?? 0)

  function build(code: string, weight: number, level: number): BranchSpec {
    const children = structure.filter(({ parent }) => parent === code)
    const total = children.reduce((sum, child) => sum + child.weight, 0)
    const nodes = children.map((child): NodeSpec => {
      const share = child.weight / total
      return child.level === 1 ? leaf(child.code, share) : build(child.code, share, child.level)
    })
    return branch(code, nodes, {
      weight,
      aggregate: aggregateOf(names[Math.min(level - 2, names.length - 1)]),
      missing: 'exclude',
    })
  }
}

function run(rules: Framework, columns: Columns, rows: number): Result {
  const cells = (row: number): Record<string, Cell> =>
    Object.fromEntries(Object.entries(columns).map(([id, values]) => [id, values[row] ?? null]))
  return score(compile(rules), dataset(Array.from({ length: rows }, (_, row) => ({ cells: cells(row) }))))
}

const scoresOf = (result: Result, id: string): number[] => [
  ...(result.nodes[result.plan.indexOf.get(id) ?? -1]?.score ?? []),
]
/** Recorded with 15 significant digits; the kernel's scores lie on the 1e-9 grid. */
const recorded = (values: Values): unknown[] =>
  values.map((value) => (value === null ? NaN : (expect.closeTo(value, 8) as unknown)))

describe.each(['small', 'medium'])('%s dataset', (name) => {
  const reference = read(name) as Recorded
  const { units, structure, goalposts } = reference

  it.each(Object.entries(goalposts))('n_goalposts %s', (id, { direction, lower, upper, output }) => {
    const upward = direction === 1
    const normalise = { method: 'goalposts', worst: upward ? lower : upper, best: upward ? upper : lower } as const
    const indicator = leaf(id, 1, { normalise, direction: upward ? 'positive' : 'negative' })
    const result = run(framework(branch('root', [indicator]), { missing: 'no-result' }), reference.raw, units.length)
    const held = output.map((value) => (value === null ? null : Math.min(100, Math.max(0, value))))
    expect(scoresOf(result, id)).toEqual(recorded(held))
  })

  it.each(reference.aggregates)('$id', ({ input, methods: names, output }) => {
    const rules = framework(tree(structure, names), { missing: 'exclude' })
    const result = run(rules, reference.inputs[input] ?? {}, units.length)
    for (const [id, values] of Object.entries(output)) expect(scoresOf(result, id)).toEqual(recorded(values))
  })

  it('ranks, full and within groups', () => {
    const { scores, rank, group, groupRank } = reference.ranks
    const rows = scores.map((value, row) => ({ group: group[row] ?? null, cells: { a: value } }))
    const result = score(compile(framework(branch('root', [leaf('a')]))), dataset(rows))
    expect([...result.rank]).toEqual(rank)
    expect([...result.groupRank]).toEqual(groupRank)
  })
})

describe('single functions', () => {
  const { cases } = read('vectors') as { readonly cases: readonly VectorCase[] }
  const usable = cases.filter(
    ({ args, output }) =>
      typeof output === 'number' && args.p !== 0 && args.x.every((value) => value === null || value >= 0),
  )

  it('are there', () => {
    expect(usable.length).toBeGreaterThan(50)
  })

  it.each(usable)('$fn $args', ({ fn, args: { x, w, p }, output }) => {
    const total = w.reduce((sum, weight) => sum + weight, 0)
    const leaves = x.map((_, index) => leaf(`x${index}`, (w[index] ?? 0) / total))
    const root = branch('root', leaves, { aggregate: aggregateOf(p ?? fn.slice(2)) })
    const columns = Object.fromEntries(x.map((value, index) => [`x${index}`, [value]]))
    expect(run(framework(root, { missing: 'exclude' }), columns, 1).score[0]).toBeCloseTo(Number(output), 8)
  })

  const rest = cases.filter((one) => !usable.includes(one))
  const rootOf = ({ fn, args: { x, w, p } }: VectorCase): Framework => {
    const total = w.reduce((sum, weight) => sum + weight, 0) || 1
    const leaves = x.map((_, index) => leaf(`x${index}`, (w[index] ?? 0) / total))
    return framework(branch('root', leaves, { aggregate: aggregateOf(p ?? fn.slice(2)) }), { missing: 'exclude' })
  }
  const scoreOf = (one: VectorCase): number =>
    run(rootOf(one), Object.fromEntries(one.args.x.map((value, index) => [`x${index}`, [value]])), 1).score[0] ?? NaN
  const kind = ({ args: { x, w, p } }: VectorCase): string => {
    if (p === 0) return 'exponent'
    if (w.every((weight) => weight === 0)) return 'weightless'
    if (x.every((value) => value === null)) return 'missing'
    return x.some((value) => value !== null && value < 0) ? 'negative' : 'zero'
  }
  const of = (what: string): readonly VectorCase[] => rest.filter((one) => kind(one) === what)

  it('leave out no case', () => {
    const kinds = ['exponent', 'weightless', 'missing', 'negative', 'zero']
    expect(kinds.reduce((count, what) => count + of(what).length, usable.length)).toBe(cases.length)
    expect(kinds.filter((what) => of(what).length === 0)).toEqual([])
  })

  it.each(of('exponent'))('an exponent of 0 is refused before anything is scored: $args', (one) => {
    expect(one.output).toBeNull()
    expect(faultsOf(() => scoreOf(one)).map(({ code }) => code)).toEqual(['EXPONENT_NOT_USABLE'])
  })

  it.each(of('weightless'))('no weight at all is refused, where $fn gives NaN or an error: $args', (one) => {
    expect(typeof one.output).not.toBe('number')
    expect(faultsOf(() => scoreOf(one)).map(({ code }) => code)).toEqual(['WEIGHTS_SUM'])
  })

  it.each(of('missing'))('nothing there, no score: $fn $args', (one) => {
    expect(one.output).toBeNull()
    expect(scoreOf(one)).toBeNaN()
  })

  it.each(of('zero'))('a child at 0 with weight gives 0, where $fn stops with an error: $args', (one) => {
    expect(one.output).toBeNull()
    const counted = one.args.x.some((value, index) => value === 0 && (one.args.w[index] ?? 0) > 0)
    if (counted) expect(scoreOf(one)).toBe(0)
    else expect(scoreOf(one)).toBeCloseTo(one.fn === 'a_gmean' ? Math.sqrt(50) : 20 / 3, 8)
  })

  it.each(of('negative'))(
    'a value below the scale scores 0; the arithmetic mean itself agrees, a harmonic one below 0 is none: $fn $args',
    (one) => {
      const { fn, args, output } = one
      const total = args.w.reduce((sum, weight) => sum + weight, 0)
      const row = countedRow(
        args.x.map((value) => value ?? NaN),
        args.w.map((weight) => weight / total),
      )
      if (fn === 'a_amean') expect(arithmetic(row)).toBeCloseTo(Number(output), 11)
      if (fn === 'a_hmean') expect(harmonic(row)).toBe(0)
      const held = args.x.map((value) => Math.max(0, value ?? NaN))
      expect(scoreOf(one)).toBe(scoreOf({ ...one, args: { ...args, x: held } }))
    },
  )
})

readsEveryCase(import.meta.url)
