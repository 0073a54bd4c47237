import { fault, FaultError } from '@plumbline/kernel'

/**
 * `small`: a count from 1 to below the least. `complementary`: hidden so that a small one cannot be worked out from a
 * published total.
 */
export type Disclosure = 'shown' | 'small' | 'complementary'

/** What is shown of each cell. */
export interface SuppressedTable {
  /** In the table's order. */
  readonly cells: readonly (readonly Disclosure[])[]
  /** Totals that must not be published either: nothing else in their line can hide a small cell. */
  readonly hiddenTotals: { readonly rows: readonly number[]; readonly columns: readonly number[] }
}

/** The least count, and which totals are published. */
export interface SuppressOptions {
  /** Counts from 1 to below this are hidden. 5 unless told. */
  readonly least?: number
  /** Which totals are published beside the table. */
  readonly totals: 'none' | 'rows' | 'columns' | 'both'
}

const LEAST = 5

/**
 * Hides small counts of a table, and as many more as it takes that no published total gives them away: in every line with
 * a total at least two cells are hidden, and together they hide at least `least` units. The smallest are taken first. An
 * empty cell says nothing of anybody and is shown, unless it is needed to hide another.
 *
 * A grand total over the line totals is one more line: judge it with a table of the totals.
 *
 * @param counts - Rows of equal length; whole numbers from 0.
 * @throws FaultError SUPPRESS_TABLE_RAGGED, SUPPRESS_NOT_A_COUNT.
 * @example suppressTable([[12, 3, 8]], { totals: 'rows' }).cells // [['shown', 'small', 'complementary']]
 * Source: Hundepool et al. (2012) Statistical Disclosure Control, chapter 4.
 */
export function suppressTable(counts: readonly (readonly number[])[], options: SuppressOptions): SuppressedTable {
  const { least = LEAST, totals } = options
  check(counts)
  const cells: Disclosure[][] = counts.map((row) =>
    row.map((count) => (count > 0 && count < least ? 'small' : 'shown')),
  )
  const table: Table = { counts, cells, least }
  const rows = totals === 'rows' || totals === 'both' ? counts.map((row, r) => row.map((_, c) => [r, c] as const)) : []
  const columns =
    totals === 'columns' || totals === 'both'
      ? (counts[0] ?? []).map((_, c) => counts.map((_row, r) => [r, c] as const))
      : []
  let more = true
  while (more) more = [...rows, ...columns].map((line) => hideOneMore(table, line)).includes('hidden')
  const bare = (lines: readonly Line[]): readonly number[] =>
    Array.from(lines.keys()).filter((at) => isExposed(table, lines[at] ?? []))
  return { cells, hiddenTotals: { rows: bare(rows), columns: bare(columns) } }
}

interface Table {
  readonly counts: readonly (readonly number[])[]
  readonly cells: Disclosure[][]
  readonly least: number
}

type Line = readonly (readonly [row: number, column: number])[]

const countAt = ({ counts }: Table, [row, column]: Line[number]): number => counts[row]?.[column] ?? 0
const isShown = ({ cells }: Table, [row, column]: Line[number]): boolean => cells[row]?.[column] === 'shown'

/** Something is hidden here, but the total and what is shown give it away. */
function isExposed(table: Table, line: Line): boolean {
  const hidden = line.filter((cell) => !isShown(table, cell))
  const units = hidden.reduce((sum, cell) => sum + countAt(table, cell), 0)
  return hidden.length === 1 || (hidden.length > 0 && units < table.least)
}

function hideOneMore(table: Table, line: Line): 'hidden' | 'safe' {
  if (!isExposed(table, line)) return 'safe'
  const shown = line.filter((cell) => isShown(table, cell))
  const counted = shown.filter((cell) => countAt(table, cell) > 0)
  const [next] = (counted.length > 0 ? counted : shown).toSorted((a, b) => countAt(table, a) - countAt(table, b))
  const row = next && table.cells[next[0]]
  if (!row) return 'safe'
  row[next[1]] = 'complementary'
  return 'hidden'
}

function check(counts: readonly (readonly number[])[]): void {
  const width = counts[0]?.length ?? 0
  const faults = counts.flatMap((row, r) => [
    ...(row.length === width
      ? []
      : [fault('SUPPRESS_TABLE_RAGGED', { row: r + 1, cells: row.length, expected: width })]),
    ...row.flatMap((count) =>
      Number.isInteger(count) && count >= 0
        ? []
        : [fault('SUPPRESS_NOT_A_COUNT', { row: r + 1, value: String(count) })],
    ),
  ])
  if (faults.length > 0) throw new FaultError(faults)
}
