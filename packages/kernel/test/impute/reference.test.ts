import { describe, expect, it } from 'vitest'
import { imputeByCentre, imputeByGroup, type Centre } from '../../src/impute/column.ts'
import { imputeByEm } from '../../src/impute/em.ts'
import type { ImputedColumn } from '../../src/impute/imputed.ts'
import { imputeOverPeriods, type PeriodOptions } from '../../src/impute/periods.ts'
import { imputeByRow } from '../../src/impute/row.ts'
import {
  column,
  expectClose,
  read,
  type Case,
  type Columns,
  type Recorded,
  type VectorCase,
} from '../fixtures/prepare/read.ts'
import { readsEveryCase } from '../coverage.ts'

interface Dataset {
  readonly raw: Columns
  readonly sector: readonly string[]
  readonly directions: Readonly<Record<string, 1 | -1>>
  readonly pillars: Readonly<Record<string, string>>
}

function checkMarks(before: Float64Array, { values, cells, left }: ImputedColumn): void {
  const missing = [...before.keys()].filter((row) => Number.isNaN(before[row]))
  expect([...cells.map(({ row }) => row), ...left].sort((a, b) => a - b)).toEqual(missing)
  for (const { row, value } of cells) expect(values[row]).toBe(value)
  for (const row of left) expect(values[row]).toBeNaN()
}

const { cases: vectors } = read('vectors-impute') as { readonly cases: readonly VectorCase[] }
it.each(vectors)('$fn $args', ({ fn, args, output }) => {
  const values = column(args['x'] as readonly Recorded[])
  const centre: Centre = fn.includes('median') ? 'median' : 'mean'
  const groups = args['f'] as readonly (string | null)[] | undefined
  const found = groups ? imputeByGroup(values, groups, { centre }) : imputeByCentre(values, centre)
  expectClose(found.values, column(output as readonly Recorded[]))
  checkMarks(values, found)
})

describe.each(['small', 'medium'])('%s dataset', (name) => {
  const { raw, sector, directions, pillars } = read(`${name}-dataset`) as Dataset
  const ids = Object.keys(raw)
  const columns = ids.map((id) => column(raw[id] ?? []))
  const { cases } = read(`${name}-impute`) as { readonly cases: readonly Case[] }

  it.each(cases)('$id', ({ id, output }) => {
    const centre: Centre = id.includes('median') ? 'median' : 'mean'
    const byRow = (): readonly ImputedColumn[] =>
      imputeByRow(columns, {
        centre,
        directions: ids.map((one) => (directions[one] === 1 ? 'positive' : 'negative')),
        ...(id.endsWith('_all') ? {} : { pillars: ids.map((one) => pillars[one] ?? '') }),
      })
    const byColumn = (values: Float64Array): ImputedColumn =>
      id.endsWith('_grp') ? imputeByGroup(values, sector, { centre }) : imputeByCentre(values, centre)
    const found = id.includes('_row_') ? byRow() : columns.map(byColumn)
    for (const [index, one] of ids.entries()) {
      const before = columns[index] ?? new Float64Array()
      const after = found[index] ?? imputeByCentre(before, centre)
      expectClose(after.values, column(output[one] ?? raw[one] ?? []))
      checkMarks(before, after)
    }
  })
})

describe('expectation-maximisation, medium dataset by pillar', () => {
  const { raw } = read('medium-dataset') as Dataset
  const { groups, output } = read('em') as {
    readonly output: Columns
    readonly groups: Readonly<
      Record<
        string,
        {
          readonly iCodes: readonly string[]
          readonly mu: readonly number[]
          readonly sigma: { readonly data: readonly (readonly number[])[] }
        }
      >
    >
  }

  it.each(Object.entries(groups))('%s', (_, { iCodes, mu, sigma }) => {
    const found = imputeByEm(iCodes.map((id) => column(raw[id] ?? [])))
    const close = (value: number, recorded: number, scale: number): void =>
      expect(Math.abs(value - recorded) / scale).toBeLessThan(1e-8)
    const deviations = sigma.data.map((row, i) => Math.sqrt(row[i] ?? NaN))
    for (const [i, mean] of mu.entries()) close(found.means[i] ?? NaN, mean, deviations[i] ?? NaN)
    for (const [i, row] of sigma.data.entries())
      for (const [j, value] of row.entries())
        close(found.covariances[i]?.[j] ?? NaN, value, (deviations[i] ?? NaN) * (deviations[j] ?? NaN))
    for (const [i, id] of iCodes.entries()) {
      const recorded = column(output[id] ?? [])
      for (const [row, value] of (found.columns[i]?.values ?? []).entries())
        close(value, recorded[row] ?? NaN, deviations[i] ?? NaN)
      checkMarks(column(raw[id] ?? []), found.columns[i] ?? { values: recorded, cells: [], left: [] })
    }
  })
})

describe('panel', () => {
  const panel = read('panel') as Readonly<Record<string, Columns>>
  const { uCode = [], Time = [] } = panel['input'] ?? {}
  const ids = ['j1', 'j2', 'j3', 'j4']
  const options: Readonly<Record<string, Omit<PeriodOptions, 'units' | 'periods'>>> = {
    impute_panel_latest: { method: 'carry-forward' },
    impute_panel_latest_max1: { method: 'carry-forward', most: 1 },
    impute_panel_constant: { method: 'carry-forward', ends: 'nearest' },
    'impute_panel_linear-constant': { method: 'linear', ends: 'nearest' },
  }

  it.each(Object.entries(options))('%s', (id, chosen) => {
    const recorded = panel[id] ?? {}
    for (const one of ids) {
      const values = column(panel['input']?.[one] ?? [])
      const found = imputeOverPeriods(values, { units: uCode.map(String), periods: Time.map(Number), ...chosen })
      const placeOf = new Map(recorded['uCode']?.map((unit, row) => [`${unit} ${recorded['Time']?.[row]}`, row]))
      const theirs = uCode.map((unit, row) => recorded[one]?.[placeOf.get(`${unit} ${Time[row]}`) ?? -1] ?? null)
      expectClose(found.values, column(theirs))
      checkMarks(values, found)
    }
  })

  it('a unit with fewer than two values has no line: left, where COINr stops', () => {
    const found = imputeOverPeriods(Float64Array.of(NaN, 3, NaN), {
      units: ['a', 'a', 'a'],
      periods: [2020, 2021, 2022],
      method: 'linear',
    })
    expect(found.left).toEqual([0, 2])
  })
})

readsEveryCase(import.meta.url)
