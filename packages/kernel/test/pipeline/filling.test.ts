/** What a gap is filled from: which columns, which rows, which way; by figures that can be checked by hand. */
import { describe, expect, it } from 'vitest'
import {
  compile,
  score,
  trace,
  type Framework,
  type ImputeSpec,
  type IndicatorSpec,
  type NormaliseSpec,
  type PipelineSpec,
  type Result,
} from '../../src/index.ts'
import { branch, dataset, framework, leaf, type Cell, type TestRow } from '../support/build.ts'
import { faultsOf } from '../support/faults.ts'
import { preparedColumn } from './coinr.ts'

type Table = Readonly<Record<string, readonly Cell[]>>

const rowsOf = (table: Table, over: readonly Partial<TestRow>[] = []): readonly TestRow[] =>
  Array.from({ length: Object.values(table)[0]?.length ?? 0 }, (_, row) => ({
    cells: Object.fromEntries(Object.entries(table).map(([id, cells]) => [id, cells[row] ?? null])),
    ...over[row],
  }))

/** One branch over all columns of a table; what is said of a column replaces what `leaf` says. */
const rules = (
  ids: readonly string[],
  pipeline: PipelineSpec,
  over: Readonly<Record<string, Partial<IndicatorSpec>>> = {},
): Framework =>
  framework(
    branch(
      'root',
      ids.map((id) => leaf(id, 1 / ids.length, over[id])),
    ),
    { missing: 'exclude', pipeline },
  )

const filledBy = (
  impute: readonly ImputeSpec[],
  table: Table,
  over: Readonly<Record<string, Partial<IndicatorSpec>>> = {},
): Result => score(compile(rules(Object.keys(table), { impute }, over)), dataset(rowsOf(table)))
const valuesOf = (result: Result, id: string): readonly number[] => [...preparedColumn(result, id).values]

const BAND: NormaliseSpec = { method: 'band', low: 0, ideal: [40, 60], high: 100 }
const TARGET = { direction: 'target', normalise: BAND } as const
const YES = { normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } } as const
const FALLING = { direction: 'negative', normalise: { method: 'goalposts', worst: 100, best: 0 } } as const

describe('row-wise', () => {
  const over = { b: FALLING, c: TARGET, d: YES }

  it('reads quantities with a better end, each by its direction', () => {
    const table = { a: [0, 10, null, 5], b: [100, 0, 25, null], c: [50, 40, 30, null], d: [1, 0, 1, null] }
    const found = filledBy([{ method: 'row-mean' }], table, over)
    // b falls from 100 to 0: 25 is three quarters of the way up; half way up in a is half way down in b
    expect(valuesOf(found, 'a')).toEqual([0, 10, 7.5, 5])
    expect(valuesOf(found, 'b')).toEqual([100, 0, 25, 50])
    expect(preparedColumn(found, 'a').imputed.get(2)?.donors).toEqual({ indicators: ['b'] })
    expect(valuesOf(found, 'c')).toEqual([50, 40, 30, NaN])
    expect(valuesOf(found, 'd')).toEqual([1, 0, 1, NaN])
  })

  it('takes the mean or the median of several, and names them', () => {
    const table = { a: [0, 100, null], b: [0, 10, 1], c: [0, 10, 2], d: [0, 10, 9] }
    const by = (method: 'row-mean' | 'row-median') => preparedColumn(filledBy([{ method }], table), 'a').imputed.get(2)
    const donors = { indicators: ['b', 'c', 'd'] }
    expect(by('row-mean')).toEqual({ value: expect.closeTo(40, 12), method: 'row-mean', donors })
    expect(by('row-median')).toEqual({ value: expect.closeTo(20, 12), method: 'row-median', donors })
  })

  it('stays within the branch', () => {
    const tree = branch('root', [
      branch('p', [leaf('a', 0.5), leaf('b', 0.5)], { weight: 0.5 }),
      branch('q', [leaf('c', 0.5), leaf('d', 0.5)], { weight: 0.5 }),
    ])
    const table = { a: [0, 100, null], b: [0, 10, 1], c: [0, 10, 9], d: [0, 10, 9] }
    const impute = (spec: ImputeSpec): readonly number[] => {
      const plan = compile(framework(tree, { missing: 'exclude', pipeline: { impute: [spec] } }))
      return valuesOf(score(plan, dataset(rowsOf(table))), 'a')
    }
    expect(impute({ method: 'row-mean' })[2]).toBeCloseTo(10, 12)
    expect(impute({ method: 'row-mean', pillars: ['root'] })[2]).toBeCloseTo((10 + 90 + 90) / 3, 12)
  })
})

describe('from the nearest units', () => {
  const table = { a: [0, 10, 4, null], b: [0, 1, 2, 2], c: [50, 40, 30, null], e: [5, 5, 5, null] }

  it('takes the value of the nearest, in columns of any direction, also where all are equal', () => {
    const found = filledBy([{ method: 'neighbours', k: 1 }], table, { c: TARGET })
    expect(['a', 'c', 'e'].map((id) => valuesOf(found, id)[3])).toEqual([4, 30, 5])
    expect(preparedColumn(found, 'a').imputed.get(3)).toEqual({ value: 4, method: 'neighbours', donors: { rows: [2] } })
  })

  it('opens with the units that gave it', () => {
    const data = dataset(rowsOf(table))
    const plan = compile(rules(Object.keys(table), { impute: [{ method: 'neighbours', k: 1 }] }, { c: TARGET }))
    const [a] = trace(score(plan, data), data, 3).root.children
    expect(a?.kind === 'indicator' && a.preparation?.imputed).toEqual({
      method: 'neighbours',
      value: 4,
      donors: [{ unit: 'u2', period: '2025' }],
    })
  })
})

describe('by EM', () => {
  /** Their least-squares line is 10.2 x - 0.25. */
  const LINE = { y: [10, 20.5, 29.5, 41, null], x: [1, 2, 3, 4, 5] }

  it('reads columns of any direction, but for those that are constant', () => {
    const found = filledBy([{ method: 'em' }], { ...LINE, e: [7, 7, 7, 7, 7] }, { y: TARGET, x: FALLING })
    expect(preparedColumn(found, 'y').imputed.get(4)).toEqual({
      value: expect.closeTo(50.75, 6),
      method: 'em',
      donors: null,
    })
  })

  it('asks nothing of a pillar without gaps', () => {
    const same = [1, 2, 4, 3, 5]
    const tree = branch('root', [
      branch('p', [leaf('y', 0.5), leaf('x', 0.5)], { weight: 0.5 }),
      branch('q', [leaf('c', 0.5), leaf('d', 0.5)], { weight: 0.5 }),
    ])
    const pipeline = { impute: [{ method: 'em', pillars: ['p', 'q'] }] } as const
    const plan = compile(framework(tree, { missing: 'exclude', pipeline }))
    // c and d are one column twice, of which EM can make nothing
    const found = score(plan, dataset(rowsOf({ ...LINE, c: same, d: same })))
    expect(valuesOf(found, 'y')[4]).toBeCloseTo(50.75, 6)
    expect(faultsOf(() => score(plan, dataset(rowsOf({ ...LINE, c: same, d: [1, 2, 4, 3, null] }))))).toEqual([])
  })
})

describe('against a frozen period nobody outside it is read', () => {
  const over = ['1', '1', '1', '1', '2', '2'].map((period, row) => ({ unit: `u${row}`, period }))
  const table = { y: [10, 20.5, 29.5, 41, 1000, null], x: [1, 2, 3, 4, 5, 5] }
  it.each<readonly [ImputeSpec, number]>([
    [{ method: 'mean' }, 25.25],
    [{ method: 'median' }, 25],
    [{ method: 'neighbours', k: 1 }, 41],
    [{ method: 'em' }, 50.75],
    // 5 is a third beyond the way from 1 to 4, and so is what it stands for in 10 to 41
    [{ method: 'row-mean' }, 10 + (31 * 4) / 3],
  ])('%o: %s', (spec, expected) => {
    const plan = compile(rules(['y', 'x'], { impute: [spec], reference: { period: '1' } }))
    expect(valuesOf(score(plan, dataset(rowsOf(table, over))), 'y')[5]).toBeCloseTo(expected, 6)
  })
})

describe('what is not filled', () => {
  it('over periods, from another unit', () => {
    const pipeline = { impute: [{ method: 'carry-forward', ends: 'leave' }] } as const
    const rows = rowsOf({ a: [40, null, null] }, [
      { unit: 'u', period: '2024' },
      { unit: 'v', period: '2025' },
      { unit: 'u', period: '2025' },
    ])
    expect(valuesOf(score(compile(rules(['a'], pipeline)), dataset(rows)), 'a')).toEqual([40, NaN, 40])
  })

  it('yes or no, by what is no observed value', () => {
    const found = filledBy(
      [{ method: 'mean' }, { method: 'neighbours', k: 1 }],
      { a: [1, 0, null], b: [1, 2, 2] },
      { a: YES },
    )
    expect(valuesOf(found, 'a')).toEqual([1, 0, NaN])
  })

  it('a column that is nowhere in the data', () => {
    const plan = compile(rules(['a', 'b'], { impute: [{ method: 'mean' }] }))
    const found = score(plan, dataset([{ cells: { a: 20 } }, { cells: { a: null } }]))
    expect(valuesOf(found, 'b')).toEqual([NaN, NaN])
    expect([...found.score]).toEqual([20, 20])
  })

  it('by a value from outside that is no number: the fault has the row', () => {
    const plan = compile(rules(['a', 'b'], { impute: [{ method: 'mean' }] }))
    const imputations = new Map([['a', new Map([[1, Infinity]])]])
    const data = dataset(rowsOf({ a: [20, null], b: [1, 1] }))
    expect(faultsOf(() => score(plan, data, { imputations })).map(({ params }) => params)).toEqual([{ row: 2 }])
  })
})

describe('around it', () => {
  it('a cell that does not apply counts for nothing in the screening of its unit', () => {
    const plan = compile(rules(['a', 'b'], { screen: { units: { available: 0.75 } } }))
    const found = score(plan, dataset(rowsOf({ a: [10, 20], b: ['na', null] })))
    expect([...(found.prepared?.droppedUnits.keys() ?? [])]).toEqual([1])
    expect([...preparedColumn(found, 'a').partOf]).toEqual([0, -1])
  })

  it('a gap that stays passes a treatment, and a method without a sample has no statistics', () => {
    const treat = { transforms: [{ kind: 'clamp', low: null, high: 3 }] } as const
    const found = score(compile(rules(['a'], { treat })), dataset(rowsOf({ a: [1, null, 5] })))
    expect(valuesOf(found, 'a')).toEqual([1, NaN, 3])
    expect(preparedColumn(found, 'a').parts[0]?.statistics).toBeNull()
  })
})
