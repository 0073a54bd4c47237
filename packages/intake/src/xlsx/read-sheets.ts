/** Every sheet of a workbook as it stands, for readers that know its layout themselves. */
import { fault, FaultError } from '@plumbline/kernel'
import type { Cell } from '../cells/sheet-cell.ts'
import { ENCRYPTED_MARK, kindOf } from '../file-kind.ts'
import { readSheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'
import { openZip } from './zip.ts'

/** The cells of one sheet. */
export interface SheetRows {
  readonly name: string
  /** Rows with anything in them, by row number from 1; cells by column index from 0. */
  readonly rows: ReadonlyMap<number, readonly (Cell | undefined)[]>
  /** Ranges of cells merged into one, such as `A2:A5`. */
  readonly merged: readonly string[]
}

/** More than any standard needs; a workbook beyond it is no standard. */
const MOST_CELLS = 500_000

/**
 * Reads an XLSX whole, hidden sheets too. Formulas give the value that the program which saved the file has stored.
 *
 * @throws FaultError WORKBOOK_EMPTY, XLSX_EXPECTED, XLS_OLD_FORMAT, XLSX_ENCRYPTED, FILE_DAMAGED, FILE_NOT_A_TABLE,
 * XLSX_UNPACKS_TOO_LARGE, XLSX_TOO_MANY_CELLS
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly SheetRows[]> {
  refuseOthers(bytes)
  const zip = openZip(bytes)
  const workbook = await readWorkbook(zip)
  let count = 0
  const sheets: SheetRows[] = []
  for (const { name, path } of workbook.sheets) {
    const rows = new Map<number, readonly (Cell | undefined)[]>()
    const merged: string[] = []
    await readSheet(zip.text(path), workbook, {
      row: (row, cells) => {
        count += cells.length
        if (count > MOST_CELLS) throw new FaultError([fault('XLSX_TOO_MANY_CELLS', { most: MOST_CELLS })])
        if (cells.length > 0) rows.set(row, cells)
      },
      merged: (range) => void merged.push(range),
    })
    sheets.push({ name, rows, merged })
  }
  return sheets
}

/** A name is no proof: what is none of an XLSX is told by its content. */
function refuseOthers(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new FaultError([fault('WORKBOOK_EMPTY')])
  const kind = kindOf(bytes.subarray(0, 16))
  if (kind === 'zip') return
  const isCompound = kind === 'compound'
  const isEncrypted = isCompound && Buffer.from(bytes).includes(ENCRYPTED_MARK)
  throw new FaultError([fault(isEncrypted ? 'XLSX_ENCRYPTED' : isCompound ? 'XLS_OLD_FORMAT' : 'XLSX_EXPECTED')])
}
