import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { availabilityOf, screen, type ScreenOptions } from '../../src/screen/availability.ts'
import { column, expectClose, read, type Columns, type Recorded } from '../fixtures/prepare/read.ts'
import { faultsOf } from '../support/faults.ts'
import { runs } from '../support/runs.ts'
import { readsEveryCase } from '../coverage.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)

interface ScreenCase {
  readonly id: string
  readonly params: {
    readonly unit_screen: string
    readonly dat_thresh?: number
    readonly nonzero_thresh?: number
    readonly Force?: { readonly uCode: readonly string[]; readonly Include: readonly boolean[] }
  }
  readonly output: Readonly<Record<string, readonly (Recorded | boolean)[]>>
  readonly removed: readonly string[] | string
}

describe.each(['small', 'medium'])('%s dataset', (name) => {
  const { raw, units, availability, pillars } = read(`${name}-dataset`) as {
    readonly raw: Columns
    readonly units: readonly string[]
    readonly pillars: Readonly<Record<string, string>>
    readonly availability: { readonly Summary: Columns; readonly ByGroup: Columns }
  }
  const columns = Object.values(raw).map(column)
  const row = (index: number, of: readonly Float64Array[]): number[] => of.map((values) => values[index] ?? NaN)

  it('availability by unit, over all indicators and by pillar', () => {
    const found = units.map((_, index) => availabilityOf(row(index, columns)))
    expectClose(
      found.map(({ missing }) => missing),
      column(availability.Summary['N_missing'] ?? []),
    )
    expectClose(
      found.map(({ zeros }) => zeros),
      column(availability.Summary['N_zero'] ?? []),
    )
    expectClose(
      found.map(({ available }) => available),
      column(availability.Summary['Dat_Avail'] ?? []),
    )
    expectClose(
      found.map(({ nonZero }) => nonZero ?? NaN),
      column(availability.Summary['Non_Zero'] ?? []),
    )
    for (const pillar of new Set(Object.values(pillars))) {
      const own = Object.entries(raw).flatMap(([id, values]) => (pillars[id] === pillar ? [column(values)] : []))
      expectClose(
        units.map((_, index) => availabilityOf(row(index, own)).available),
        column(availability.ByGroup[pillar] ?? []),
      )
    }
  })

  const { cases } = read(`${name}-screen-units`) as { readonly cases: readonly ScreenCase[] }
  it.each(cases)('$id', ({ params, output, removed }) => {
    const data = params.unit_screen !== 'byzeros'
    const zeros = params.unit_screen !== 'byNA'
    const force = new Map(
      params.Force?.uCode.map(
        (unit, index) => [units.indexOf(unit), params.Force?.Include[index] ? 'keep' : 'drop'] as const,
      ),
    )
    const options: ScreenOptions = {
      units: {
        ...(data ? { available: params.dat_thresh ?? 0 } : {}),
        ...(zeros ? { nonZero: params.nonzero_thresh ?? 0 } : {}),
      },
      force: { units: force },
    }
    const found = screen(columns, options)
    expect(found.units.dropped.map(({ index }) => units[index])).toEqual([removed].flat())
    expect(found.indicators.dropped).toEqual([])
    for (const { index, reasons, availability: figures } of found.units.dropped) {
      if (reasons.includes('availability')) expect(output['LowData']?.[index]).toBe(true)
      if (reasons.includes('zeros')) expect(output['LowNonZero']?.[index]).toBe(true)
      if (reasons.includes('forced')) expect(force.get(index)).toBe('drop')
      expect(figures.missing).toBe(output['N_missing']?.[index])
    }
  })
})

describe('screen', () => {
  it('screens indicators first, then units over those that are kept', () => {
    const columns = [f(1, 2, 3, 4), f(NaN, NaN, NaN, 5), f(0, 0, 0, 7)]
    const found = screen(columns, { indicators: { available: 0.5, nonZero: 0.5 }, units: { available: 1 } })
    expect(found.indicators).toEqual({
      kept: [0],
      dropped: [
        { index: 1, reasons: ['availability'], availability: { missing: 3, zeros: 0, available: 0.25, nonZero: 1 } },
        { index: 2, reasons: ['zeros'], availability: { missing: 0, zeros: 3, available: 1, nonZero: 0.25 } },
      ],
    })
    expect(found.units.kept).toEqual([0, 1, 2, 3])
  })

  it('a share at the limit is enough; nothing observed fails any limit above 0', () => {
    expect(screen([f(1, NaN), f(0, NaN)], { units: { available: 1, nonZero: 0.5 } }).units).toMatchObject({
      kept: [0],
      dropped: [{ index: 1, reasons: ['availability', 'zeros'], availability: { available: 0, nonZero: null } }],
    })
    expect(screen([f(1, NaN)], {}).units.kept).toEqual([0, 1])
    expect(screen([], { units: { available: 0.5 } })).toEqual({
      units: { kept: [], dropped: [] },
      indicators: { kept: [], dropped: [] },
    })
    expect(availabilityOf([])).toEqual({ missing: 0, zeros: 0, available: 0, nonZero: null })
  })

  it('force has the last word', () => {
    const force = { units: new Map([[0, 'drop' as const]]), indicators: new Map([[1, 'keep' as const]]) }
    const found = screen([f(1, 2), f(NaN, NaN)], { indicators: { available: 0.5 }, force })
    expect(found.indicators.kept).toEqual([0, 1])
    expect(found.units.dropped.map(({ reasons }) => reasons)).toEqual([['forced']])
  })

  it('refuses, all at once, what it cannot read', () => {
    const call = (): unknown =>
      screen([f(1, Infinity), f(1)], {
        units: { available: 1.1 },
        indicators: { nonZero: NaN },
        force: { units: new Map([[2, 'keep']]) },
      })
    expect(faultsOf(call).map(({ code }) => code)).toEqual([
      'PREPARE_VALUE_INFINITE',
      'PREPARE_LENGTH_DIFFERS',
      'PREPARE_OPTION_RANGE',
      'PREPARE_OPTION_RANGE',
      'SCREEN_FORCE_UNKNOWN',
    ])
  })

  it('says what is wrong with each: lengths, range, and rows that are not there', () => {
    expect(faultsOf(() => screen([f(1, 2), f(1)], {}))).toMatchObject([
      { code: 'PREPARE_LENGTH_DIFFERS', params: { length: 1, expected: 2 } },
    ])
    expect(faultsOf(() => screen([f(1)], { units: { available: -0.1, nonZero: 2 } }))).toMatchObject([
      { params: { option: 'available', value: '-0.1', least: '0', most: '1' } },
      { params: { option: 'nonZero', value: '2', least: '0', most: '1' } },
    ])
    const force = new Map([-1, 0.5, 0, 1, NaN].map((index) => [index, 'keep' as const]))
    expect(faultsOf(() => screen([f(1)], { force: { indicators: force } }))).toMatchObject(
      [-1, 0.5, 1, NaN].map((index) => ({ code: 'SCREEN_FORCE_UNKNOWN', params: { index, size: 1 } })),
    )
  })

  it('each unit is kept or dropped, a higher limit keeps no more, the order of units does not matter', () => {
    const cell = fc.constantFrom(NaN, 0, 1, -2)
    const table = fc.array(
      fc.array(cell, { minLength: 6, maxLength: 6 }).map((values) => Float64Array.from(values)),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(table, fc.constantFrom(0, 0.25, 0.5, 0.75, 1), (columns, available) => {
        const { units } = screen(columns, { units: { available } })
        expect([...units.kept, ...units.dropped.map(({ index }) => index)].sort((a, b) => a - b)).toEqual([
          0, 1, 2, 3, 4, 5,
        ])
        const stricter = screen(columns, { units: { available: Math.min(1, available + 0.25) } }).units.kept
        expect(units.kept).toEqual(expect.arrayContaining([...stricter]))
        const backward = screen(
          columns.map((values) => values.toReversed()),
          { units: { available } },
        ).units.kept
        expect(backward.map((index) => 5 - index).reverse()).toEqual(units.kept)
      }),
      runs(200),
    )
  })
})

readsEveryCase(import.meta.url)
