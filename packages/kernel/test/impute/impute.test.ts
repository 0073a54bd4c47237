import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imputeByCentre, imputeByGroup, medianOf } from '../../src/impute/column.ts'
import { imputeByEm } from '../../src/impute/em.ts'
import { cholesky, solve } from '../../src/impute/factor.ts'
import type { ImputedColumn } from '../../src/impute/imputed.ts'
import { imputeByNeighbours } from '../../src/impute/neighbours.ts'
import { imputeOverPeriods, type PeriodOptions } from '../../src/impute/periods.ts'
import { imputeByRow } from '../../src/impute/row.ts'
import { deviationOf } from '../../src/treat/moments.ts'
import { faultsOf } from '../support/faults.ts'
import { runs } from '../support/runs.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const codes = (call: () => unknown): readonly string[] => faultsOf(call).map(({ code }) => code)
const second = (columns: readonly ImputedColumn[]): ImputedColumn | undefined => columns[1]

describe('one column', () => {
  it('mean and median, marked', () => {
    expect(imputeByCentre(f(1, NaN, 3, 8), 'mean')).toEqual({
      values: f(1, 4, 3, 8),
      cells: [{ row: 1, value: 4, method: 'mean', donors: null }],
      left: [],
    })
    expect(imputeByCentre(f(1, NaN, 3, 8), 'median').values[1]).toBe(3)
    expect(medianOf(f(4, 1, 3, 2))).toBe(2.5)
    expect(medianOf(f())).toBeNaN()
    expect(medianOf(f(1.7e308, 1.5e308))).toBe(1.6e308)
  })

  it('nothing to go by is left, in words', () => {
    expect(imputeByCentre(f(NaN, NaN), 'mean')).toEqual({ values: f(NaN, NaN), cells: [], left: [0, 1] })
    expect(imputeByCentre(f(), 'mean')).toEqual({ values: f(), cells: [], left: [] })
  })

  it('by group', () => {
    const found = imputeByGroup(f(1, NaN, 10, NaN, NaN, 5), ['a', 'a', 'b', 'c', null, null], { centre: 'mean' })
    expect(found.cells).toEqual([{ row: 1, value: 1, method: 'group-mean', donors: [0] }])
    expect(found.left).toEqual([3, 4])
  })

  it('a unit without a group is neither filled nor read, also beside a group whose name is empty', () => {
    const found = imputeByGroup(f(1, NaN, 10, NaN), ['', '', null, null], { centre: 'mean' })
    expect(found.cells).toEqual([{ row: 1, value: 1, method: 'group-mean', donors: [0] }])
    expect(found.left).toEqual([3])
  })

  it('refuses infinities and lengths, all at once', () => {
    expect(codes(() => imputeByCentre(f(1, Infinity), 'mean'))).toEqual(['PREPARE_VALUE_INFINITE'])
    expect(codes(() => imputeByGroup(f(1, -Infinity), ['a'], { centre: 'mean' }))).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_LENGTH_DIFFERS',
    ])
  })
})

describe('rows that are read', () => {
  const values = f(1, NaN, 3, 100)
  it('others are filled and give nothing', () => {
    expect(imputeByCentre(values, 'mean', { sample: [0, 2] }).cells).toEqual([
      { row: 1, value: 2, method: 'mean', donors: null },
    ])
    expect(imputeByCentre(values, 'median', { sample: [1] }).left).toEqual([1])
    const groups = ['a', 'a', 'a', 'a']
    expect(imputeByGroup(values, groups, { centre: 'median', sample: [2, 3] }).cells).toEqual([
      { row: 1, value: 51.5, method: 'group-median', donors: [2, 3] },
    ])
    expect(imputeByGroup(values, groups, { centre: 'mean', sample: [1] }).left).toEqual([1])
  })

  it('row-wise: the ends of a column are those of the rows that are read', () => {
    // on 0 to 10 and 0 to 100 of the first two: 4 stands at 0.4
    const columns = [f(0, 10, 4, 40), f(0, 100, NaN, 1000)]
    const options = { centre: 'mean', directions: ['positive', 'positive'], sample: [0, 1] } as const
    expect(second(imputeByRow(columns, options))?.values[2]).toBe(40)
    expect(second(imputeByRow(columns, { centre: 'mean', directions: options.directions }))?.values[2]).toBe(100)
  })

  it('neighbours and expectation-maximisation', () => {
    const columns = [f(1, 2, 2.5, 9), f(5, NaN, 7, 50)]
    expect(second(imputeByNeighbours(columns, 1, { sample: [0, 1, 3] }))?.cells[0]).toMatchObject({
      value: 5,
      donors: [0],
    })
    // the line through (1, 2), (2, 4), (3, 7) of the rows that are read: slope 5/2, at 5 above the middle (2, 13/3)
    const line = [f(1, 2, 3, 5, 9), f(2, 4, 7, NaN, -900)]
    const found = imputeByEm(line, { sample: [0, 1, 2] })
    expect(second(found.columns)?.values[3]).toBeCloseTo(13 / 3 + 7.5, 8)
    expect(found.means[0]).toBeCloseTo(2, 10)
    expect(codes(() => imputeByEm([f(1, 2, 3), f(4, 4, 9)], { sample: [0, 1] }))).toEqual(['IMPUTE_EM_COLUMN'])
  })
})

describe('row-wise', () => {
  const positive = ['positive', 'positive'] as const
  it('puts the unit where it stands in its pillar, in the direction of the column', () => {
    const columns = [f(0, 10, 4), f(0, 100, NaN)]
    expect(second(imputeByRow(columns, { centre: 'mean', directions: positive }))?.cells).toEqual([
      { row: 2, value: 40, method: 'row-mean', donors: [0] },
    ])
    expect(second(imputeByRow(columns, { centre: 'mean', directions: ['positive', 'negative'] }))?.values[2]).toBe(60)
  })

  it('another pillar, an empty column and an empty row give nothing; a constant column gives its constant', () => {
    const columns = [f(0, 10, 4, NaN), f(0, 100, NaN, NaN)]
    expect(second(imputeByRow(columns, { centre: 'mean', directions: positive, pillars: ['p', 'q'] }))?.left).toEqual([
      2, 3,
    ])
    expect(second(imputeByRow([f(1, 2), f(NaN, NaN)], { centre: 'median', directions: positive }))?.left).toEqual([
      0, 1,
    ])
    const constant = imputeByRow([f(7, 7, NaN), f(1, NaN, 3)], { centre: 'mean', directions: positive })
    expect(constant[0]?.values).toEqual(f(7, 7, 7))
    expect(constant[1]?.left).toEqual([1])
  })

  it('reads several, by mean or median, in each direction; a constant one says nothing', () => {
    // the last unit stands at 0.1, 0.2 and 0.9 of its columns
    const columns = [f(0, 10, 1), f(10, 0, 8), f(0, 10, 9), f(3, 3, 3), f(0, 100, NaN)]
    const directions = ['positive', 'negative', 'positive', 'positive', 'positive'] as const
    const [mean, median] = (['mean', 'median'] as const).map(
      (centre) => imputeByRow(columns, { centre, directions })[4],
    )
    expect(mean?.cells).toEqual([{ row: 2, value: expect.closeTo(40, 9), method: 'row-mean', donors: [0, 1, 2] }])
    expect(median?.cells).toEqual([{ row: 2, value: expect.closeTo(20, 9), method: 'row-median', donors: [0, 1, 2] }])
  })

  it('refuses lengths', () => {
    expect(
      faultsOf(() => imputeByRow([f(1), f(1, 2)], { centre: 'mean', directions: ['positive'], pillars: ['a'] })).map(
        ({ params }) => params,
      ),
    ).toEqual([
      { length: 2, expected: 1 },
      { length: 1, expected: 2 },
      { length: 1, expected: 2 },
    ])
    expect(codes(() => imputeByRow([f(1), f(1, 2)], { centre: 'mean', directions: ['positive'] }))).toEqual([
      'PREPARE_LENGTH_DIFFERS',
      'PREPARE_LENGTH_DIFFERS',
    ])
    expect(imputeByRow([], { centre: 'mean', directions: [] })).toEqual([])
  })
})

describe('neighbours', () => {
  it('takes the nearest, and all that are as near', () => {
    expect(second(imputeByNeighbours([f(1, 2, 9), f(5, NaN, 50)], 1))?.cells).toEqual([
      { row: 1, value: 5, method: 'neighbours', donors: [0] },
    ])
    expect(second(imputeByNeighbours([f(1, 2, 3, 9), f(4, NaN, 8, 50)], 1))?.cells[0]).toMatchObject({
      value: 6,
      donors: [0, 2],
    })
    expect(second(imputeByNeighbours([f(1, 2, 9), f(5, NaN, 50)], 99))?.values[1]).toBe(27.5)
  })

  it('distance: root mean square of the differences in deviations, over the columns that both have', () => {
    // the figures anew, from the definition; the filled column is 1 to 5, so a donor's value is its row and 1
    const columns = [f(0, 1, 2, 1.5, 0.5, 0), f(30, NaN, 10, 20, 40, 10), f(1, 2, 3, 4, 5, NaN)]
    const [one = f(), other = f()] = columns
    const [d, e] = [deviationOf(one), deviationOf(f(30, 10, 20, 40, 10))]
    const away = [0, 1, 2, 3, 4].map((row) => {
      const parts = [(one[row] ?? NaN) / d, ((other[row] ?? NaN) - 10) / e].filter((part) => !Number.isNaN(part))
      return Math.sqrt(parts.reduce((sum, part) => sum + part * part, 0) / parts.length)
    })
    const order = [0, 1, 2, 3, 4].sort((a, b) => (away[a] ?? NaN) - (away[b] ?? NaN))
    for (const k of [1, 2, 3, 4, 5]) {
      const near = order.slice(0, k)
      expect(imputeByNeighbours(columns, k)[2]?.cells).toEqual([
        {
          row: 5,
          value: expect.closeTo(near.reduce((sum, row) => sum + row + 1, 0) / k, 12),
          method: 'neighbours',
          donors: near,
        },
      ])
    }
  })

  it('ties do not hang on the order of units', () => {
    const columns = [
      f(0, 0, NaN, 0, 0, 0, NaN, NaN, 0, 0, NaN, 0),
      f(0, 0, 0, 0, 0, NaN, NaN, 0, 0, 0, 0, -1),
      f(15, NaN, 0, 12, 0, 11, -1, -3, 14, NaN, -2, -1),
    ]
    const backward = imputeByNeighbours(
      columns.map((values) => values.toReversed()),
      2,
    )
    for (const [index, { values }] of imputeByNeighbours(columns, 2).entries())
      expect(backward[index]?.values.toReversed()).toEqual(values)
  })

  it('leaves what shares nothing, and refuses a k that is no count', () => {
    expect(second(imputeByNeighbours([f(NaN, 2, NaN), f(5, NaN, 50)], 1))?.left).toEqual([1])
    expect(second(imputeByNeighbours([f(3, 3, 3), f(5, NaN, 50)], 1))?.left).toEqual([1])
    for (const k of [0, 1.5, NaN])
      expect(codes(() => imputeByNeighbours([f(1)], k))).toEqual(['IMPUTE_NEIGHBOURS_COUNT'])
    expect(codes(() => imputeByNeighbours([f(1), f(1, Infinity)], 1))).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_LENGTH_DIFFERS',
    ])
  })
})

describe('expectation-maximisation', () => {
  it('two columns, one gap: the regression line of the complete rows', () => {
    // complete rows (1, 2), (2, 3), (3, 7): slope 5/2, through (2, 4), so 9 at 4
    const found = imputeByEm([f(1, 2, 3, 4), f(2, 3, 7, NaN)])
    expect(found.columns[1]?.values[3]).toBeCloseTo(9, 8)
    expect(found.means[0]).toBeCloseTo(2.5, 12)
    expect(found.covariances[0]?.[0]).toBeCloseTo(1.25, 10)
  })

  it('as written in the example', () => {
    const { columns } = imputeByEm([f(1, 2, 3, 4), f(2.1, 3.9, 6.2, NaN)])
    expect(columns[1]?.cells[0]?.method).toBe('em')
  })

  it('an empty row gets the means; complete data stay', () => {
    const found = imputeByEm([f(1, 2, 4, NaN), f(2, 3, 1, NaN)])
    expect(found.columns.map(({ values }) => values[3])).toEqual([expect.closeTo(7 / 3, 9), expect.closeTo(2, 9)])
    expect(imputeByEm([f(1, 2, 4), f(2, 3, 1)]).columns[0]).toEqual({ values: f(1, 2, 4), cells: [], left: [] })
  })

  it('complete data stand after the second step: the first gives mean and covariance over n', () => {
    const found = imputeByEm([f(1, 2, 6), f(2, 7, 3)])
    expect(found.iterations).toBe(2)
    expect(imputeByEm([f(1, 2, 6), f(2, 7, 3)], { iterations: 2 }).iterations).toBe(2)
    expect(codes(() => imputeByEm([f(1, 2, 6), f(2, 7, 3)], { iterations: 1 }))).toEqual(['IMPUTE_EM_NOT_CONVERGED'])
    expect([...found.means]).toEqual([expect.closeTo(3, 12), expect.closeTo(4, 12)])
    // deviations (-2, -1, 3) and (-2, 3, -1)
    expect(found.covariances.map((row) => [...row])).toEqual([
      [expect.closeTo(14 / 3, 12), expect.closeTo(-2 / 3, 12)],
      [expect.closeTo(-2 / 3, 12), expect.closeTo(14 / 3, 12)],
    ])
  })

  it('says by which figures it cannot', () => {
    const params = (call: () => unknown): readonly unknown[] => faultsOf(call).map((one) => one.params)
    const gap = [f(1, 2, 3, 4), f(2, 3, 7, NaN)]
    expect(params(() => imputeByEm(gap, { iterations: 1 }))).toEqual([{ iterations: 1, tolerance: 1e-12 }])
    expect(params(() => imputeByEm(gap, { iterations: 0.5, tolerance: -1 }))).toEqual([
      { option: 'tolerance', value: '-1' },
      { option: 'iterations', value: '0.5' },
    ])
    expect(params(() => imputeByEm([f(1, 2), f(1, NaN)]))).toEqual([{ column: 2 }])
    expect(params(() => imputeByEm([f(1, 2, 3, 4), f(2, 4, 6, 8), f(1, 5, 2, NaN)]))).toEqual([{ rows: 4, columns: 3 }])
    expect(params(() => imputeByNeighbours([f(1)], 0.5))).toEqual([{ k: '0.5' }])
  })

  it('names what it cannot estimate', () => {
    expect(codes(() => imputeByEm([f(1, 1, NaN), f(NaN, NaN, 3), f(1, 2, 3)]))).toEqual([
      'IMPUTE_EM_COLUMN',
      'IMPUTE_EM_COLUMN',
    ])
    expect(codes(() => imputeByEm([f(1, 2, 3, 4), f(2, 4, 6, 8), f(1, 5, 2, NaN)]))).toEqual(['IMPUTE_EM_SINGULAR'])
    expect(codes(() => imputeByEm([f(1, 2, 3, 4), f(2, 3, 7, NaN)], { iterations: 1 }))).toEqual([
      'IMPUTE_EM_NOT_CONVERGED',
    ])
    expect(codes(() => imputeByEm([f(1, 2)], { tolerance: 0, iterations: 0 }))).toEqual([
      'PREPARE_OPTION_POSITIVE',
      'PREPARE_OPTION_POSITIVE',
    ])
    expect(codes(() => imputeByEm([f(1, 2), f(Infinity)]))).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_LENGTH_DIFFERS',
    ])
  })

  it('does not feel the unit of measure nor the order of units; observed cells stay', () => {
    const cell = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -30, max: 30 }) },
      { weight: 1, arbitrary: fc.constant(NaN) },
    )
    const column = fc.array(cell, { minLength: 25, maxLength: 25 }).map((values) => Float64Array.from(values))
    fc.assert(
      fc.property(fc.tuple(column, column), fc.integer({ min: 1, max: 9 }), ([one, other], times) => {
        const options = { tolerance: 1e-10 }
        const found = imputeByEm([one, other], options)
        const scaled = imputeByEm([one.map((value) => times * value - 7), other], options)
        const backward = imputeByEm([one.toReversed(), other.toReversed()], options)
        for (const [row, value] of one.entries()) {
          const imputed = found.columns[0]?.values[row] ?? NaN
          if (!Number.isNaN(value)) expect(imputed).toBe(value)
          expect(((scaled.columns[0]?.values[row] ?? NaN) + 7) / times).toBeCloseTo(imputed, 5)
          expect(backward.columns[0]?.values.toReversed()[row]).toBeCloseTo(imputed, 5)
        }
      }),
      runs(30),
    )
  })

  it('factor and solution', () => {
    const factor = cholesky([f(4, 2), f(2, 5)], 0)
    expect(factor).toEqual([f(2, 0), f(1, 2)])
    expect(solve(factor ?? [], f(8, 12))).toEqual(f(1, 2))
    expect(cholesky([f(1, 1), f(1, 1)], 1e-12)).toBeNull()
    expect(cholesky([f(4, 2), f(2, 5)], 4)).toBeNull()
    expect(cholesky([f(4, 2), f(2, 5)], 3.9)).not.toBeNull()
    // L L' with L = [2; 1 3; -1 2 1]
    const three = cholesky([f(4, 2, -2), f(2, 10, 5), f(-2, 5, 6)], 0)
    expect(three).toEqual([f(2, 0, 0), f(1, 3, 0), f(-1, 2, 1)])
    // times (1, -2, 3): 4 - 4 - 6, 2 - 20 + 15, -2 - 10 + 18
    expect(solve(three ?? [], f(-6, -3, 6))).toEqual(f(1, -2, 3))
  })
})

describe('over periods', () => {
  const units = ['a', 'a', 'a', 'a', 'b']
  const periods = [2020, 2021, 2022, 2024, 2021]
  it('forward, on the line, and at the ends', () => {
    const values = f(1, NaN, NaN, 5, NaN)
    expect(imputeOverPeriods(values, { units, periods, method: 'carry-forward' }).values).toEqual(f(1, 1, 1, 5, NaN))
    expect(imputeOverPeriods(values, { units, periods, method: 'linear' }).values).toEqual(f(1, 2, 3, 5, NaN))
    expect(imputeOverPeriods(values, { units, periods, method: 'carry-forward', most: 1 }).left).toEqual([2, 4])
    const late = f(NaN, 2, NaN, NaN, 9)
    expect(
      imputeOverPeriods(late, { units, periods, method: 'linear', ends: 'nearest' }).cells.map((one) => [
        one.row,
        one.value,
        one.method,
      ]),
    ).toEqual([
      [0, 2, 'nearest-period'],
      [2, 2, 'nearest-period'],
      [3, 2, 'nearest-period'],
    ])
    expect(imputeOverPeriods(late, { units, periods, method: 'carry-forward' }).left).toEqual([0])
  })

  it('rows in any order: the last before and the first after, as far as it may be carried', () => {
    const mixed = { units: ['a', 'a', 'b', 'a', 'a', 'a'], periods: [2026, 2020, 2023, 2028, 2022, 2024] }
    const values = f(60, 0, 999, 100, 20, NaN)
    const cells = (over: Omit<PeriodOptions, 'units' | 'periods'>) =>
      imputeOverPeriods(values, { ...mixed, ...over }).cells
    expect(cells({ method: 'linear' })).toEqual([{ row: 5, value: 40, method: 'linear', donors: [4, 0] }])
    expect(cells({ method: 'carry-forward' })).toEqual([{ row: 5, value: 20, method: 'carry-forward', donors: [4] }])
    expect(cells({ method: 'linear', most: 2 })).toHaveLength(1)
    expect(cells({ method: 'linear', most: 1.9, ends: 'nearest' })).toEqual([])
    const ends = { ...mixed, method: 'linear', ends: 'nearest' } as const
    expect(imputeOverPeriods(f(60, NaN, 999, NaN, 20, 40), ends).cells).toEqual([
      { row: 1, value: 20, method: 'nearest-period', donors: [4] },
      { row: 3, value: 60, method: 'nearest-period', donors: [0] },
    ])
    expect(imputeOverPeriods(f(60, NaN, 999, NaN, 20, 40), { ...ends, ends: 'leave' }).left).toEqual([1, 3])
  })

  it('says which row, unit, period and figure', () => {
    const wide = f(-1.7e308, NaN, NaN, 1.7e308, 1)
    expect(faultsOf(() => imputeOverPeriods(wide, { units, periods, method: 'linear' }))).toMatchObject([
      { params: { row: 2 } },
    ])
    const twice = { units: ['a', 'b', 'a'], periods: [1, 1, 1], method: 'linear', most: -1 } as const
    expect(faultsOf(() => imputeOverPeriods(f(1, 2, 3), twice))).toMatchObject([
      { params: { option: 'most', value: '-1', least: 0, most: 'Infinity' } },
      { code: 'ROW_TWICE', at: { unit: 'a', period: '1' } },
    ])
    const none = { units: ['a', 'b'], periods: [1, Infinity], method: 'linear', most: 0 } as const
    expect(faultsOf(() => imputeOverPeriods(f(1, 2), none))).toMatchObject([
      { code: 'PREPARE_OPTION_FINITE', params: { option: 'period', value: 'Infinity' }, at: { unit: 'b' } },
    ])
  })

  it('names a value that overflows', () => {
    const wide = f(-1.7e308, NaN, NaN, 1.7e308, 1)
    expect(codes(() => imputeOverPeriods(wide, { units, periods, method: 'linear' }))).toEqual(['IMPUTE_NOT_FINITE'])
  })

  it('refuses repeated rows, periods that are none, lengths', () => {
    const options = { units: ['a', 'a'], periods: [2020, 2020], method: 'linear' } as const
    expect(codes(() => imputeOverPeriods(f(1, 2), options))).toEqual(['ROW_TWICE'])
    expect(codes(() => imputeOverPeriods(f(1, 2), { ...options, periods: [NaN, 2], most: -1 }))).toEqual([
      'PREPARE_OPTION_RANGE',
      'PREPARE_OPTION_FINITE',
    ])
    expect(codes(() => imputeOverPeriods(f(Infinity), options))).toContain('PREPARE_LENGTH_DIFFERS')
  })
})

describe('laws', () => {
  const cell = fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: -30, max: 30 }) },
    { weight: 1, arbitrary: fc.constant(NaN) },
  )
  const table = fc.integer({ min: 1, max: 12 }).chain((rows) =>
    fc.array(
      fc.array(cell, { minLength: rows, maxLength: rows }).map((values) => Float64Array.from(values)),
      { minLength: 3, maxLength: 3 },
    ),
  )
  const directions = ['positive', 'negative', 'positive'] as const
  const methods: Readonly<Record<string, (columns: readonly Float64Array[]) => readonly ImputedColumn[]>> = {
    mean: (columns) => columns.map((values) => imputeByCentre(values, 'mean')),
    median: (columns) => columns.map((values) => imputeByCentre(values, 'median')),
    row: (columns) => imputeByRow(columns, { centre: 'median', directions }),
    neighbours: (columns) => imputeByNeighbours(columns, 2),
  }

  it.each(Object.entries(methods))(
    '%s: observed cells stay, input too; filled lies within the observed',
    (_, impute) => {
      fc.assert(
        fc.property(table, (columns) => {
          const before = columns.map((values) => Float64Array.from(values))
          const after = impute(columns)
          expect(columns).toEqual(before)
          for (const [index, { values, cells, left }] of after.entries()) {
            const present = (before[index] ?? f()).filter((value) => !Number.isNaN(value))
            for (const [row, value] of (before[index] ?? f()).entries())
              if (!Number.isNaN(value)) expect(values[row]).toBe(value)
            for (const { row, value } of cells) {
              expect(before[index]?.[row]).toBeNaN()
              expect(value).toBeGreaterThanOrEqual(Math.min(...present) - 1e-9)
              expect(value).toBeLessThanOrEqual(Math.max(...present) + 1e-9)
            }
            for (const row of left) expect(values[row]).toBeNaN()
            expect(cells.length + left.length + present.length).toBe(values.length)
          }
        }),
        runs(200),
      )
    },
  )

  it.each(Object.entries(methods))('%s: the order of units changes nothing', (_, impute) => {
    fc.assert(
      fc.property(table, (columns) => {
        const forward = impute(columns).map(({ values }) => values)
        const backward = impute(columns.map((values) => values.toReversed())).map(({ values }) => values.toReversed())
        for (const [index, values] of forward.entries())
          for (const [row, value] of values.entries()) {
            const other = backward[index]?.[row] ?? NaN
            if (Number.isNaN(value)) expect(other).toBeNaN()
            else expect(other).toBeCloseTo(value, 9)
          }
      }),
      runs(100),
    )
  })
})
