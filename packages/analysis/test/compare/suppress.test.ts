import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { suppressTable } from '../../src/compare/index.ts'

const short = { shown: '.', small: 's', complementary: 'c' } as const
const of = (counts: readonly (readonly number[])[], totals: 'none' | 'rows' | 'columns' | 'both', least?: number) =>
  suppressTable(counts, { totals, ...(least !== undefined && { least }) }).cells.map((row) =>
    row.map((cell) => short[cell]).join(''),
  )

describe('small counts', () => {
  it.each([
    ['without a total only they are hidden', [[12, 3, 8, 0]], 'none', ['.s..']],
    ['one alone is hidden with the next smallest', [[12, 3, 8, 0]], 'rows', ['.sc.']],
    ['two that are few together take a third', [[12, 1, 2, 8]], 'rows', ['.ssc']],
    ['two that are enough need no other', [[12, 3, 4]], 'rows', ['.ss']],
    ['none at all', [[12, 5, 0]], 'rows', ['...']],
    ['an empty cell where nothing else is left', [[3, 0, 0]], 'rows', ['scc']],
    ['in columns', [[12], [3], [8]], 'columns', ['.', 's', 'c']],
    [
      'in both directions until no line has one alone',
      [
        [20, 3, 9],
        [10, 11, 12],
        [13, 14, 15],
      ],
      'both',
      ['.sc', '.cc', '...'],
    ],
  ] as const)('%s', (_what, counts, totals, cells) => {
    expect(of(counts, totals)).toEqual(cells)
  })

  it('hides the total where the line cannot hide it', () => {
    expect(suppressTable([[3], [9]], { totals: 'rows' }).hiddenTotals).toEqual({ rows: [0], columns: [] })
  })

  it('refuses what is no table of counts', () => {
    expect(() => suppressTable([[1, 2], [3]], { totals: 'none' })).toThrow(/SUPPRESS_TABLE_RAGGED/)
    expect(() => suppressTable([[-1, 0.5]], { totals: 'none' })).toThrow(
      /SUPPRESS_NOT_A_COUNT[\s\S]*SUPPRESS_NOT_A_COUNT/,
    )
  })

  it('no published total gives a small count away', () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(table, (counts) => {
        const { cells, hiddenTotals } = suppressTable(counts, { totals: 'both' })
        counts.forEach((row, r) =>
          row.forEach((count, c) => expect(cells[r]?.[c] === 'small').toBe(count > 0 && count < 5)),
        )
        const columns = (counts[0] ?? []).map((_, c) =>
          counts.map((row, r) => ({ count: row[c] ?? 0, cell: cells[r]?.[c] })),
        )
        const rows = counts.map((row, r) => row.map((count, c) => ({ count, cell: cells[r]?.[c] })))
        for (const [lines, bare] of [
          [rows, hiddenTotals.rows],
          [columns, hiddenTotals.columns],
        ] as const) {
          for (const [at, line] of lines.entries()) {
            const hidden = line.filter(({ cell }) => cell !== 'shown')
            if (hidden.length === 0 || bare.includes(at)) continue
            expect(hidden.length).toBeGreaterThanOrEqual(2)
            expect(hidden.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5)
          }
        }
      }),
    )
  })
})
