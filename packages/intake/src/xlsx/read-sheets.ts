/** Every sheet of a workbook as it stands, for readers that know its layout themselves. */
import { fault, FaultError } from '@plumbline/kernel'
import type { Cell } from '../cells/sheet-cell.ts'
import { readSheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'
import { openZip } from './zip.ts'

/** The cells of one sheet. */
export interface SheetRows {
  readonly name: string
  /** Rows with anything in them, by row number from 1; cells by column index from 0. */
  readonly rows: ReadonlyMap<number, readonly (Cell | undefined)[]>
}

/** More than any standard needs; a workbook beyond it is no standard. */
const MOST_CELLS = 500_000

/**
 * Reads an XLSX whole, hidden sheets too. Formulas give the value that the program which saved the file has stored.
 *
 * @throws FaultError FILE_DAMAGED, FILE_NOT_A_TABLE, XLSX_ENCRYPTED, XLSX_UNPACKS_TOO_LARGE, XLSX_TOO_MANY_CELLS
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly SheetRows[]> {
  const zip = openZip(bytes)
  const workbook = await readWorkbook(zip)
  let count = 0
  const sheets: SheetRows[] = []
  for (const { name, path } of workbook.sheets) {
    const rows = new Map<number, readonly (Cell | undefined)[]>()
    await readSheet(zip.text(path), workbook, {
      row: (row, cells) => {
        count += cells.length
        if (count > MOST_CELLS) throw new FaultError([fault('XLSX_TOO_MANY_CELLS', { most: MOST_CELLS })])
        if (cells.length > 0) rows.set(row, cells)
      },
    })
    sheets.push({ name, rows })
  }
  return sheets
}
