import { describe, expect, it } from 'vitest'
import { compoundGrowth, percentChange } from '../../src/normalise/sample/trend.ts'
import { column, expectClose, read, type Columns, type Recorded, type VectorCase } from '../fixtures/prepare/read.ts'
import { faultsOf } from '../support/faults.ts'
import { readsEveryCase } from '../coverage.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const codes = (call: () => unknown): readonly string[] => faultsOf(call).map(({ code }) => code)

describe('single functions', () => {
  const { cases } = read('vectors-trends') as { readonly cases: readonly VectorCase[] }
  it.each(cases)('$fn $args', ({ fn, args, output }) => {
    const values = column(args['y'] as readonly Recorded[])
    const periods = args['x'] as readonly number[]
    const call = (): number | null =>
      fn === 'CAGR' ? compoundGrowth(values, periods) : percentChange(values, periods, Number(args['per']))
    if (output === 'Infinity') expect(codes(call)).toEqual(['TREND_NOT_POSITIVE'])
    else expectClose([call() ?? NaN], column(output as Recorded))
  })
})

it('compound growth of every unit of the panel', () => {
  const panel = read('panel') as { readonly input: Columns; readonly trends_CAGR: Columns }
  const { uCode: units = [], Time: times = [] } = panel.input
  const found = panel.trends_CAGR['uCode']?.map((unit, row) => {
    const rows = units.flatMap((one, index) => (one === unit ? [index] : []))
    const values = column(rows.map((index) => panel.input[String(panel.trends_CAGR['iCode']?.[row])]?.[index] ?? null))
    return (
      compoundGrowth(
        values,
        rows.map((index) => Number(times[index])),
      ) ?? NaN
    )
  })
  expectClose(found ?? [], column(panel.trends_CAGR['CAGR'] ?? []))
})

it('by hand, in any order of periods; too little to tell is null', () => {
  expect(compoundGrowth(f(121, NaN, 100), [2022, 2021, 2020])).toBeCloseTo(0.1, 14)
  expect(percentChange(f(8, 5), [5, 2], 1)).toBeCloseTo(20, 12)
  expect(percentChange(f(4, 4, 4), [1, 2, 3], 5)).toBe(0)
  expect(compoundGrowth(f(5, 0), [1, 2])).toBe(-1)
  for (const values of [f(), f(3), f(NaN, 3)]) {
    const periods = [...values.keys()]
    expect([compoundGrowth(values, periods), percentChange(values, periods, 1)]).toEqual([null, null])
  }
})

it('names what has no trend', () => {
  expect(codes(() => compoundGrowth(f(-1, 4), [1, 2]))).toEqual(['TREND_NOT_POSITIVE'])
  expect(codes(() => compoundGrowth(f(1, -4), [1, 2]))).toEqual(['TREND_NOT_POSITIVE'])
  expect(codes(() => percentChange(f(0, 4), [1, 2], 1))).toEqual(['TREND_FITTED_ZERO'])
  expect(codes(() => percentChange(f(1, 4), [1, 2], NaN))).toEqual(['PREPARE_OPTION_FINITE'])
  expect(codes(() => compoundGrowth(f(1, Infinity), [1, 1, NaN]))).toEqual([
    'PREPARE_VALUE_INFINITE',
    'PREPARE_LENGTH_DIFFERS',
    'TREND_PERIOD_TWICE',
    'PREPARE_OPTION_FINITE',
  ])
})

it('with the figures of what is wrong', () => {
  const figures = (call: () => unknown) => faultsOf(call).map(({ params, at }) => [params, at])
  expect(figures(() => compoundGrowth(f(-1, 4), [1, 2]))).toEqual([[{ first: -1, last: 4 }, {}]])
  expect(figures(() => percentChange(f(1, 4), [1, 2], Infinity))).toEqual([[{ option: 'per', value: 'Infinity' }, {}]])
  expect(figures(() => percentChange(f(1, 4), [1, NaN], 1))).toEqual([[{ option: 'period', value: 'NaN' }, {}]])
  expect(figures(() => compoundGrowth(f(1, 4), [7, 7]))).toEqual([[{}, { period: '7' }]])
})

readsEveryCase(import.meta.url)
