import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denominate } from '../../src/denominate/denominate.ts'
import { column, expectClose, read, type Case, type Columns } from '../fixtures/prepare/read.ts'
import { faultsOf } from '../support/faults.ts'
import { runs } from '../support/runs.ts'
import { readsEveryCase } from '../coverage.ts'

const f = (...values: number[]): Float64Array => Float64Array.from(values)
const people = (...values: number[]) => ({ values: f(...values), measure: 'person' })

describe('medium dataset', () => {
  const { raw, denominators, params } = read('medium-dataset') as {
    readonly raw: Columns
    readonly denominators: Columns
    readonly params: Readonly<
      Record<string, { readonly Denominator: string | null; readonly ScaleFactor: number | null }>
    >
  }
  const { cases } = read('medium-denominate') as {
    readonly cases: readonly Case<{
      readonly denomby?: {
        readonly iCode: readonly string[]
        readonly Denominator: readonly string[]
        readonly ScaleFactor: readonly number[]
      }
    }>[]
  }
  const divided = (id: string, by: string, per: number): Float64Array =>
    denominate(column(raw[id] ?? []), { values: column(denominators[by] ?? []), measure: by }, { measure: by, per })

  it.each(cases.filter(({ quirk }) => quirk === null))('$id', ({ params: { denomby }, output }) => {
    expect(Object.keys(output).sort()).toEqual(denomby?.iCode)
    for (const [place, id] of (denomby?.iCode ?? []).entries()) {
      const by = denomby?.Denominator[place] ?? ''
      expectClose(divided(id, by, denomby?.ScaleFactor[place] ?? NaN), column(output[id] ?? []))
    }
  })

  it.each(cases.filter(({ quirk }) => quirk !== null))('$id: $quirk; here it counts', ({ output }) => {
    for (const [id, { Denominator: by, ScaleFactor: per }] of Object.entries(params)) {
      if (by === null || per === null) continue
      expectClose(divided(id, by, 1), column(output[id] ?? []))
      expectClose(
        divided(id, by, per),
        column(output[id] ?? []).map((value) => value * per),
      )
    }
  })
})

it('for each thousand, by hand; missing stays missing on either side', () => {
  const values = f(50, 9, NaN, 4, 0, -3)
  expect(denominate(values, people(2000, 300, 100, NaN, 10, 1000), { measure: 'person', per: 1000 })).toEqual(
    f(25, 30, NaN, NaN, 0, -3),
  )
  expect(denominate(f(), people(), { measure: 'person' })).toEqual(f())
})

it('names every zero, every negative, and all else that is wrong', () => {
  const call = (): unknown =>
    denominate(f(1, NaN, 3), { values: f(0, 0, -2), measure: 'household' }, { measure: 'person', per: 0 })
  expect(faultsOf(call)).toMatchObject([
    { code: 'DENOMINATOR_MEASURE', params: { expected: 'person', found: 'household' } },
    { code: 'PREPARE_OPTION_POSITIVE', params: { option: 'per' } },
    { code: 'DENOMINATOR_ZERO', params: { row: 1 } },
    { code: 'DENOMINATOR_ZERO', params: { row: 2 } },
    { code: 'DENOMINATOR_NEGATIVE', params: { row: 3, value: -2 } },
  ])
  expect(
    faultsOf(() => denominate(f(Infinity), people(1, -Infinity), { measure: 'person' })).map(({ code }) => code),
  ).toEqual(['PREPARE_VALUE_INFINITE', 'PREPARE_VALUE_INFINITE', 'PREPARE_LENGTH_DIFFERS', 'DENOMINATOR_NEGATIVE'])
  expect(faultsOf(() => denominate(f(1e300), people(1e-300), { measure: 'person' }))).toMatchObject([
    { code: 'DENOMINATOR_TOO_SMALL', params: { row: 1 } },
  ])
})

it('denominating and multiplying back gives the figure, and the input stays', () => {
  const size = fc.integer({ min: 1, max: 1_000_000 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -1000, max: 1000 }), size), { maxLength: 20 }),
      size,
      (pairs, per) => {
        const values = Float64Array.from(pairs, ([value]) => value)
        const sizes = Float64Array.from(pairs, ([, one]) => one)
        const found = denominate(values, { values: sizes, measure: 'm' }, { measure: 'm', per })
        for (const [row, [value, one]] of pairs.entries()) {
          expect(((found[row] ?? NaN) * one) / per).toBeCloseTo(value, 9)
          expect(values[row]).toBe(value)
        }
      },
    ),
    runs(200),
  )
})

readsEveryCase(import.meta.url)
