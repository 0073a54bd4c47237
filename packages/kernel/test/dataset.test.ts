import { describe, expect, it } from 'vitest'
import { Blank, caution, compile, score, validateDataset, type Column, type Dataset } from '../src/index.ts'
import { branch, column, dataset, framework, leaf } from './support/build.ts'
import { faultsOf } from './support/faults.ts'

const plan = compile(
  framework(
    branch('root', [
      leaf('a', 0.25),
      leaf('level', 0.25, {
        normalise: {
          method: 'level-map',
          points: [
            [0, 0],
            [1, 50],
          ],
        },
      }),
      leaf('yes', 0.25, { normalise: { method: 'boolean', whenTrue: 100, whenFalse: 0 } }),
      leaf('panel', 0.25, {
        normalise: { method: 'expert', scale: [0, 10], ratersMin: 3, aggregate: 'mean', dispersionAlert: 2 },
      }),
    ]),
    {
      facts: [
        { id: 'count', type: 'number' },
        { id: 'listed', type: 'boolean' },
      ],
    },
  ),
)
const found = (data: Dataset): string[] =>
  validateDataset(plan, data).map(({ code, at }) => [code, at.id, at.unit, at.period].filter(Boolean).join(' '))
const withColumn = (id: string, replaced: Column): Dataset => ({
  ...dataset([{ cells: {} }]),
  columns: new Map([[id, replaced]]),
})

it('names every value that cannot be scored, with unit, period and id, and score throws them all', () => {
  const data = dataset([
    { unit: 'u', period: '2024', cells: { a: Infinity, level: 2, yes: 0.5, panel: 11 } },
    { unit: 'v', period: '2025', cells: { a: -Infinity, panel: [1, 12, -1], count: Infinity, listed: 2 } },
    { unit: 'w', period: '2025', cells: { a: 5, level: 1, yes: 1, panel: 10, count: 2, listed: 1 } },
  ])
  const all = [
    'RAW_INFINITE a u 2024',
    'RAW_INFINITE a v 2025',
    'RAW_NOT_A_LEVEL level u 2024',
    'RAW_NOT_BOOLEAN yes u 2024',
    'RAW_OUTSIDE_SCALE panel u 2024',
    'RAW_OUTSIDE_SCALE panel v 2025',
    'RAW_OUTSIDE_SCALE panel v 2025',
    'FACT_INFINITE count v 2025',
    'FACT_NOT_BOOLEAN listed v 2025',
  ]
  expect(found(data)).toEqual(all)
  const faults = faultsOf(() => score(plan, data))
  expect(faults).toHaveLength(all.length)
  expect(faults[0]).toEqual({
    code: 'RAW_INFINITE',
    severity: 'error',
    params: { value: 'Infinity' },
    at: { id: 'a', unit: 'u', period: '2024' },
  })
  expect(faults[2]?.params).toEqual({ value: 2, levels: [0, 1] })
  expect(faults[4]?.params).toEqual({ value: 11, low: 0, high: 10 })
  expect(faults[3]?.params).toEqual({ value: 0.5 })
  expect(faults[7]?.params).toEqual({ value: 'Infinity' })
  expect(faults[8]?.params).toEqual({ value: 2 })
})

describe('blanks', () => {
  it('a value that is missing says why; a value that is there does not', () => {
    expect(found(withColumn('a', { values: Float64Array.of(NaN), blanks: Uint8Array.of(Blank.none) }))).toEqual([
      'BLANK_NOT_STATED a u0 2025',
    ])
    expect(found(withColumn('a', { values: Float64Array.of(1), blanks: Uint8Array.of(Blank.withheld) }))).toEqual([
      'BLANK_WITH_VALUE a u0 2025',
    ])
  })

  it('a row with ratings needs no value; an empty list of ratings is none', () => {
    const ratings = new Map([[0, [1, 2, 3]]])
    expect(found(withColumn('panel', { values: Float64Array.of(NaN), blanks: Uint8Array.of(0), ratings }))).toEqual([])
    expect(
      found(
        withColumn('panel', { values: Float64Array.of(NaN), blanks: Uint8Array.of(0), ratings: new Map([[0, []]]) }),
      ),
    ).toEqual(['BLANK_NOT_STATED panel u0 2025'])
    expect(found(withColumn('panel', { values: Float64Array.of(99), blanks: Uint8Array.of(0), ratings }))).toEqual([])
  })
})

it('ratings', () => {
  expect(found(withColumn('panel', column([[1, NaN, 3]])))).toEqual(['RATING_NOT_A_NUMBER panel u0 2025'])
  expect(found(withColumn('a', column([[1, 2, 3]])))).toEqual(['RATINGS_NOT_EXPECTED a u0 2025'])
})

it('an empty list of ratings is no rating, wherever it stands', () => {
  const empty = new Map([[0, []]])
  expect(found(withColumn('a', { values: Float64Array.of(5), blanks: Uint8Array.of(0), ratings: empty }))).toEqual([])
  const single = withColumn('panel', { values: Float64Array.of(5), blanks: Uint8Array.of(0), ratings: empty })
  expect(score(plan, single).nodes[3]?.score[0]).toBe(50)
  const none = { values: Float64Array.of(NaN), blanks: Uint8Array.of(0), ratings: new Map<number, number[]>() }
  expect(found(withColumn('panel', none))).toEqual(['BLANK_NOT_STATED panel u0 2025'])
})

it('the error’s message, for logs, has code, place and figures', () => {
  const call = (): unknown => score(plan, dataset([{ unit: 'u', period: '2024', cells: { yes: 3 } }]))
  expect(call).toThrow('RAW_NOT_BOOLEAN {"id":"yes","unit":"u","period":"2024","value":3}')
})

it('a caution is a fault that stops nothing', () => {
  expect(caution('X', { a: 1 }, { id: 'i' })).toEqual({
    code: 'X',
    severity: 'warning',
    params: { a: 1 },
    at: { id: 'i' },
  })
})

it('figures of the other faults', () => {
  const figures = (data: Dataset): unknown[] => validateDataset(plan, data).map(({ params }) => params)
  expect(figures(withColumn('a', column([[1, 2]])))).toEqual([{ count: 2 }])
  expect(figures(withColumn('a', { values: Float64Array.of(1), blanks: Uint8Array.of(1) }))).toEqual([{ value: 1 }])
  expect(figures({ ...dataset([{ cells: {} }]), units: [] })).toEqual([{ length: 0, size: 1 }])
})

it('shape: lengths alone are named where they differ', () => {
  const data = dataset([{ cells: { a: Infinity } }])
  const short = { values: new Float64Array(0), blanks: new Uint8Array(2) }
  expect(found({ ...data, units: [], periods: ['1', '2'], groups: [], columns: new Map([['a', short]]) })).toEqual([
    'DATASET_SHAPE units',
    'DATASET_SHAPE periods',
    'DATASET_SHAPE groups',
    'DATASET_SHAPE a',
    'DATASET_SHAPE a',
  ])
})

it('score throws the lengths alone, before anything is read', () => {
  const data = { ...dataset([{ cells: { a: Infinity } }]), groups: [] }
  expect(faultsOf(() => score(plan, data))).toMatchObject([
    { code: 'DATASET_SHAPE', params: { length: 0, size: 1 }, at: { id: 'groups' } },
  ])
})

it('one row for each unit and period', () => {
  const rows = [
    ['u', '2024'],
    ['u', '2025'],
    ['v', '2025'],
    ['u', '2025'],
  ].map(([unit = '', period = '']) => ({ unit, period, cells: {} }))
  expect(found(dataset(rows))).toEqual(['ROW_TWICE u 2025'])
})

it('the history’s facts are checked, nothing else of it', () => {
  const history = dataset([{ unit: 'h', period: '2020', cells: { listed: 3, level: 7 } }])
  const faults = faultsOf(() => score(plan, dataset([{ cells: {} }]), { history }))
  expect(faults.map(({ code, at }) => [code, at.unit])).toEqual([['FACT_NOT_BOOLEAN', 'h']])
})

it('columns that the plan does not know are not read; a dataset without rows is scored', () => {
  expect(found(dataset([{ cells: { other: Infinity } }]))).toEqual([])
  expect(score(plan, dataset([])).size).toBe(0)
})
