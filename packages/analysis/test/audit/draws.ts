import fc from 'fast-check'
import type { NamedColumn } from '../../src/index.ts'

/** Values on a grid of thousandths, so that sums and squares keep their digits and ties occur. */
export const cell: fc.Arbitrary<number> = fc.integer({ min: -50_000, max: 50_000 }).map((x) => x / 1000)

/** A few values, so that ties are frequent. */
export const coarse: fc.Arbitrary<number> = fc.integer({ min: 1, max: 5 })

export const gap: fc.Arbitrary<number> = fc.constant(NaN)

/** m columns of n rows of any cells. */
export const table = (
  of: fc.Arbitrary<number>,
  {
    rows = [6, 14],
    columns = [2, 5],
  }: { readonly rows?: readonly [number, number]; readonly columns?: readonly [number, number] } = {},
): fc.Arbitrary<NamedColumn[]> =>
  fc
    .tuple(fc.integer({ min: rows[0], max: rows[1] }), fc.integer({ min: columns[0], max: columns[1] }))
    .chain(([n, m]) => fc.array(fc.array(of, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }))
    .map((data) => data.map((values, index) => ({ id: `c${index}`, values: Float64Array.from(values) })))

export const varies = ({ values }: NamedColumn): boolean => {
  const present = values.filter((value) => !Number.isNaN(value))
  return present.some((value) => value !== present[0])
}

export const mapped = (columns: readonly NamedColumn[], change: (x: number, column: number) => number): NamedColumn[] =>
  columns.map((column, index) => ({ ...column, values: column.values.map((x) => change(x, index)) }))

/** The same rows in another order: reversed, then turned by a third. */
export const shuffled = (columns: readonly NamedColumn[]): NamedColumn[] =>
  columns.map((column) => {
    const reversed = [...column.values].reverse()
    const third = Math.floor(reversed.length / 3)
    return { ...column, values: Float64Array.from([...reversed.slice(third), ...reversed.slice(0, third)]) }
  })
