/** Three levels, mixed methods, missing cells: the kernel's tree against figures computed nested and flattened. */
import { compile, score, type AggregateSpec, type BranchSpec, type Dataset, type Result } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { decisions, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

interface Levels {
  readonly level1: readonly (readonly number[])[]
  readonly level2: readonly (readonly number[])[]
  readonly index: readonly number[]
  readonly rank: readonly number[]
}
const { groups, sub, w_level2, w_level3, effective_weights, aggregations, missing, covariance_share } = fixture<{
  readonly groups: readonly (readonly number[])[]
  readonly sub: readonly (readonly number[])[]
  readonly w_level2: readonly number[]
  readonly w_level3: readonly number[]
  readonly effective_weights: readonly number[]
  readonly aggregations: Readonly<Record<string, Levels>>
  readonly missing: {
    readonly cells: readonly (readonly [number, number])[]
    readonly level1_first5: readonly (readonly number[])[]
    readonly index: readonly number[]
    readonly rank: readonly number[]
  }
  readonly covariance_share: readonly number[]
}>('hierarchy')
const { matrix, weights, objectives } = decisions.D60x30
const blank = new Set(missing.cells.map(([row, column]) => `${row}/${column}`))

const raised = weights.map((_, column) => {
  const values = matrix.map((row) => row[column] ?? NaN)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return Float64Array.from(
    values,
    (value) => 1 + 99 * ((objectives[column] === 1 ? value - low : high - value) / (high - low)),
  )
})
const dataset = (withBlanks: boolean): Dataset => ({
  size: matrix.length,
  units: matrix.map((_, row) => `u${row}`),
  periods: matrix.map(() => '2025'),
  groups: matrix.map(() => null),
  columns: new Map(
    raised.map((column, index) => {
      const blanks = Uint8Array.from(matrix.keys(), (row) => (withBlanks && blank.has(`${row}/${index}`) ? 1 : 0))
      return [`i${index}`, { blanks, values: column.map((value, row) => (blanks[row] === 1 ? NaN : value)) }]
    }),
  ),
})
const shares = (parts: readonly number[]): readonly number[] => {
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}

function run(methods: readonly AggregateSpec[], withBlanks = false): Result {
  const [first, second, third] = methods
  const branch = (
    id: string,
    weight: number,
    [aggregate, children]: readonly [AggregateSpec | undefined, BranchSpec['children']],
  ): BranchSpec => ({
    kind: 'branch',
    id,
    weight,
    missing: 'exclude',
    aggregate: aggregate ?? { method: 'arithmetic' },
    children,
  })
  const level1 = groups.map((members, group) => {
    const own = shares(members.map((member) => weights[member] ?? NaN))
    const leaves = members.map((member, place) => ({
      kind: 'indicator' as const,
      id: `i${member}`,
      weight: own[place] ?? NaN,
      direction: 'positive' as const,
      normalise: { method: 'goalposts' as const, worst: 0, best: 100 },
    }))
    return branch(`g${group}`, w_level2[group] ?? NaN, [first, leaves])
  })
  const level2 = sub.map((members, place) =>
    branch(`s${place}`, w_level3[place] ?? NaN, [second, members.flatMap((member) => level1[member] ?? [])]),
  )
  const plan = compile({
    semantics: 1,
    root: branch('index', 1, [third, level2]),
    missing: 'exclude',
    facts: [],
    gates: [],
    grades: [{ id: 'all', min: 0 }],
    basicRule: [],
    periodMonths: 12,
  })
  return score(plan, dataset(withBlanks))
}
const columnOf = ({ plan, nodes }: Result, id: string): Float64Array =>
  nodes[plan.indexOf.get(id) ?? -1]?.score ?? new Float64Array()
const rowOf = (result: Result, prefix: string, { row, n }: { readonly row: number; readonly n: number }): number[] =>
  Array.from({ length: n }, (_, place) => columnOf(result, `${prefix}${place}`)[row] ?? NaN)
const nearly = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 8) as unknown)

describe.each(Object.entries(aggregations))('%s', (name, expected) => {
  const result = run(name.split('-').map((method) => ({ method }) as AggregateSpec))

  it('has every level and the ranks', () => {
    for (const [row, values] of expected.level1.entries())
      expect(rowOf(result, 'g', { row, n: 6 })).toEqual(nearly(values))
    for (const [row, values] of expected.level2.entries())
      expect(rowOf(result, 's', { row, n: 2 })).toEqual(nearly(values))
    expect([...result.score]).toEqual(nearly(expected.index))
    expect([...result.rank]).toEqual(expected.rank)
  })
})

const ARITHMETIC = [{ method: 'arithmetic' }, { method: 'arithmetic' }, { method: 'arithmetic' }] as const

it('missing cells: what is left is re-shared on every level', () => {
  const result = run(ARITHMETIC, true)
  for (const [row, values] of missing.level1_first5.entries())
    expect(rowOf(result, 'g', { row, n: 6 })).toEqual(nearly(values))
  expect([...result.score]).toEqual(nearly(missing.index))
  expect([...result.rank]).toEqual(missing.rank)
})

it('contributions are effective weights times scores; their covariance shares with the index sum to 1', () => {
  const result = run(ARITHMETIC)
  const index = result.score
  const covariance = (a: Float64Array, b: Float64Array): number => {
    const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length
    const [ma, mb] = [mean(a), mean(b)]
    return a.reduce((sum, value, row) => sum + (value - ma) * ((b[row] ?? NaN) - mb), 0)
  }
  for (const [place, weight] of effective_weights.entries()) {
    const node = result.nodes[result.plan.indexOf.get(`i${place}`) ?? -1]
    const points = node?.contribution ?? new Float64Array()
    expect([...points]).toEqual(nearly(Array.from(node?.score ?? [], (value) => weight * value)))
    expect(covariance(points, index) / covariance(index, index)).toBeCloseTo(covariance_share[place] ?? NaN, 8)
  }
})

readsEveryCase(import.meta.url)
