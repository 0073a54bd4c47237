/** How a sheet comes out of a printer: heads on every page, no blank rows, a page as wide as one can read. */
import { cellAddress, columnLetter } from '@plumbline/intake'
import type { WriteSheet } from 'hucre/xlsx'
import type { Table } from '../table.ts'
import { columnsOf, FIRST_ROW, TITLE_ROW } from './place.ts'

/** So many characters of a table fit on one page of A3 across. */
const PAGE_WIDTH = 260

interface Printing {
  readonly title: string
  readonly sheet: string
  /** In characters, those of hidden columns not counted. */
  readonly widths: readonly number[]
}

export function printSetup(
  table: Table,
  { title, sheet, widths }: Printing,
): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  const columns = columnsOf(table)
  const last = FIRST_ROW + Math.max(1, table.rows.length) - 1
  const name = columnLetter(Math.max(1, columns.indexOf('name')))
  const width = widths.reduce((sum, one) => sum + one, 0)
  return {
    pageSetup: {
      orientation: 'landscape',
      paperSize: 'a3',
      fitToPage: true,
      fitToWidth: Math.max(1, Math.round(width / PAGE_WIDTH)),
      fitToHeight: 0,
      margins: { top: 0.7, bottom: 0.6, left: 0.4, right: 0.4, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
      printArea: `$A$${TITLE_ROW}:${absolute(last, columns.length - 1)}`,
      printTitlesRow: `$${TITLE_ROW}:$${TITLE_ROW}`,
      printTitlesColumn: `$A:$${name}`,
    },
    headerFooter: {
      oddHeader: `&L${escaped(title)}&R${escaped(sheet)}`,
      oddFooter: '&C&P / &N',
    },
  }
}

const absolute = (row: number, column: number): string => cellAddress(row, column).replace(/^([A-Z]+)/, '$$$1$$')

/** An ampersand begins a code of the header. */
const escaped = (text: string): string => text.replaceAll('&', '&&')
