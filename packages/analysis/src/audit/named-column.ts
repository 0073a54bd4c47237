import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { isConstant } from '../numeric/is-constant.ts'

/** One indicator, node or expert: an id and a value for each row. */
export interface NamedColumn {
  readonly id: string
  /** Length n, in the order of the units; NaN means missing. Never changed. */
  readonly values: Float64Array
  /** -1 when less is better, so that raw values are turned before they are related to others. Scores have none. */
  readonly direction?: 1 | -1
}

/** An indicator and the pillar it counts towards. */
export interface PillarColumn extends NamedColumn {
  readonly pillar: string
}

/** Throws all the faults, if there are any. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new FaultError(faults)
}

/**
 * Checks columns that are used together, and turns those where less is better.
 *
 * @param columns - Each of length n.
 * @param least - Columns that the method needs.
 * @returns The same columns, better values higher, without `direction`.
 * @throws FaultError COLUMNS_TOO_FEW - fewer columns than the method needs.
 * @throws FaultError COLUMN_REPEATED - two columns have the same id.
 * @throws FaultError COLUMN_LENGTH_DIFFERS - a column has another number of rows than the first.
 * @throws FaultError COLUMN_INFINITE - a value is infinite.
 * @example directedColumns([{ id: 'wait', values: Float64Array.of(3, 9), direction: -1 }], 1)[0]?.values // Float64Array.of(-3, -9)
 */
export function directedColumns<C extends NamedColumn>(columns: readonly C[], least: number): C[] {
  const rows = columns[0]?.values.length ?? 0
  const ids = new Set<string>()
  const faults = columns.length < least ? [fault('COLUMNS_TOO_FEW', { given: columns.length, least })] : []
  for (const { id, values } of columns) {
    if (ids.has(id)) faults.push(fault('COLUMN_REPEATED', {}, { id }))
    ids.add(id)
    if (values.length !== rows) {
      faults.push(fault('COLUMN_LENGTH_DIFFERS', { rows: values.length, expected: rows }, { id }))
    }
    const infinite = values.findIndex((value) => Math.abs(value) === Infinity)
    if (infinite >= 0) faults.push(fault('COLUMN_INFINITE', { row: infinite + 1 }, { id }))
  }
  refuse(faults)
  return columns.map((column) =>
    column.direction === -1 ? { ...column, values: column.values.map((value) => -value) } : column,
  )
}

/**
 * The rows in which every column has a value, and the columns on them.
 *
 * @param least - Complete rows that the method needs.
 * @returns `rows` from 0, rising.
 * @throws FaultError ROWS_TOO_FEW - fewer complete rows than the method needs.
 */
export function completeRows<C extends NamedColumn>(
  columns: readonly C[],
  least: number,
): { readonly columns: C[]; readonly rows: number[] } {
  const all = Array.from(columns[0]?.values ?? [], (_, row) => row)
  const rows = all.filter((row) => columns.every(({ values }) => !Number.isNaN(values[row] ?? NaN)))
  if (rows.length < least) refuse([fault('ROWS_TOO_FEW', { given: rows.length, least })])
  return {
    rows,
    columns: columns.map((column) => ({
      ...column,
      values: Float64Array.from(rows, (row) => column.values[row] ?? NaN),
    })),
  }
}

/** Throws COLUMN_CONSTANT for each column whose values are all the same, or which has none. */
export function refuseConstant(columns: readonly NamedColumn[]): void {
  refuse(columns.filter(({ values }) => isConstant(values)).map(({ id }) => fault('COLUMN_CONSTANT', {}, { id })))
}
