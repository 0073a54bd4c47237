import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { imputeByCentre, imputeByGroup, medianOf } from '../../src/impute/column.ts'
import { imputeByEm } from '../../src/impute/em.ts'
import { cholesky, solve } from '../../src/impute/factor.ts'
import type { ImputedColumn } from '../../src/impute/imputed.ts'
import { imputeByNeighbours } from '../../src/impute/neighbours.ts'
import { imputeOverPeriods } from '../../src/impute/periods.ts'
import { imputeByRow } from '../../src/impute/row.ts'
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

  it('refuses infinities and lengths, all at once', () => {
    expect(codes(() => imputeByCentre(f(1, Infinity), 'mean'))).toEqual(['PREPARE_VALUE_INFINITE'])
    expect(codes(() => imputeByGroup(f(1, -Infinity), ['a'], { centre: 'mean' }))).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_LENGTH_DIFFERS',
    ])
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

  it('refuses lengths', () => {
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
