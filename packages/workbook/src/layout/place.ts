/** Where rows and columns of a table come to stand. */
import { cellAddress, columnLetter } from '@plumbline/intake'
import type { WorkbookTexts } from '@plumbline/i18n'
import type { ShownKey, Table } from '../table.ts'

/** Title, hidden keys, then the rows. */
export const TITLE_ROW = 1
export const KEY_ROW = 2
export const FIRST_ROW = 3

/** So many blank rows invite the author to go on. */
export const BLANK_ROWS = 20

export const ID_COLUMN = '_id'

/** All columns as they stand, the hidden ids first. */
export const columnsOf = ({ columns }: Table): readonly string[] => [ID_COLUMN, ...columns]

export interface Grid {
  readonly sheet: string
  /** `F12`; null where the table has no such row or column. */
  readonly address: (id: string, column: string) => string | null
  /** `$F$12`, for formulas of the same sheet. */
  readonly fixed: (id: string, column: string) => string | null
  /** The same from another sheet, and fixed: `'指标树'!$F$12`. */
  readonly absolute: (id: string, column: string) => string | null
}

export function gridOf(table: Table, texts: WorkbookTexts): Grid {
  const columns = columnsOf(table)
  const rows = new Map(table.rows.map(({ id }, index) => [id, index + FIRST_ROW]))
  const sheet = texts.sheets[table.key]
  const find = (id: string, column: string): readonly [row: number, column: number] | null => {
    const [row, at] = [rows.get(id), columns.indexOf(column)]
    return row === undefined || at < 0 ? null : [row, at]
  }
  const fixed = (id: string, column: string): string | null => {
    const found = find(id, column)
    return found === null ? null : `$${columnLetter(found[1])}$${found[0]}`
  }
  return {
    sheet,
    address: (id, column) => {
      const found = find(id, column)
      return found === null ? null : cellAddress(...found)
    },
    fixed,
    absolute: (id, column) => {
      const cell = fixed(id, column)
      return cell === null ? null : `${quoted(sheet)}!${cell}`
    },
  }
}

/** A sheet's name as a formula says it. */
export const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`

export type Grids = Readonly<Partial<Record<ShownKey, Grid>>>
