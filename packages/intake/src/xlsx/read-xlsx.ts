/** An XLSX into a table: the sheet that holds the data, cell by cell. */
import { fault, FaultError } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { nameKey } from '../cells/normal-text.ts'
import { cellText, type Cell } from '../cells/sheet-cell.ts'
import type { Correction } from '../contract.ts'
import { bindHeader } from '../header/bind-header.ts'
import { refusal } from '../refusal.ts'
import { parseAddress } from '../table/address.ts'
import { tableReader, type TableRead } from '../table/table-reader.ts'
import { readSheet } from './sheet.ts'
import { readWorkbook, type Workbook } from './workbook.ts'
import { openZip, type Zip } from './zip.ts'

type Sheet = Workbook['sheets'][number]

/** Names by which a sheet says that it holds the data. */
const DATA_SHEETS = new Set(['数据', 'data'])

export async function readXlsx(
  bytes: Uint8Array,
  catalogue: Catalogue,
  fixes: readonly Correction[],
): Promise<TableRead> {
  try {
    const zip = openZip(bytes)
    const workbook = await readWorkbook(zip)
    const sheet = await chooseSheet(zip, workbook, catalogue)
    if (!sheet) return refusal(fault('FILE_EMPTY'), catalogue)
    const reader = tableReader(catalogue, { corrections: fixes, sheet: sheet.name, commaIsUnclear: false })
    await readSheet(zip.text(sheet.path), workbook, {
      row: reader.row,
      merged: (range) => {
        if (hidesCells(range)) reader.fault(fault('CELLS_MERGED', { range }, { sheet: sheet.name, cell: range }))
      },
    })
    return reader.finish()
  } catch (error) {
    if (!(error instanceof FaultError)) throw error
    return refusal(error.faults[0] ?? fault('FILE_DAMAGED'), catalogue)
  }
}

/** Below a merged cell other rows look empty though a reader sees a value there. */
function hidesCells(range: string): boolean {
  const [from, to] = range.split(':').map(parseAddress)
  return from !== undefined && to !== undefined && from?.row !== to?.row
}

/** The sheet named for data; else the first whose first row names the unit; else the first with anything in it. */
async function chooseSheet(zip: Zip, workbook: Workbook, catalogue: Catalogue): Promise<Sheet | null> {
  let filled: Sheet | null = null
  const named = workbook.sheets.filter((sheet) => DATA_SHEETS.has(nameKey(sheet.name)))
  for (const sheet of new Set([...named, ...workbook.sheets])) {
    const header = await firstRow(zip, workbook, sheet)
    if (!header) continue
    if (named.includes(sheet)) return sheet
    const { keys } = bindHeader(header, catalogue, { row: 1, sheet: sheet.name })
    if (keys.unit) return sheet
    filled ??= sheet
  }
  return filled
}

async function firstRow(zip: Zip, workbook: Workbook, sheet: Sheet): Promise<readonly (Cell | undefined)[] | null> {
  const found: (readonly (Cell | undefined)[])[] = []
  await readSheet(zip.text(sheet.path), workbook, {
    row: (_, cells) => {
      if (found.length === 0 && cells.some((cell) => cellText(cell) !== '')) found.push(cells)
    },
    wanted: () => found.length === 0,
  })
  return found[0] ?? null
}
