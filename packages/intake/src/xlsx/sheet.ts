/** The rows of one sheet, as the table reader takes them. ECMA-376 part 1, 18.3. */
import type { Cell } from '../cells/sheet-cell.ts'
import { parseAddress } from '../table/address.ts'
import { textCollector, unescapeText, type Workbook } from './workbook.ts'
import { parseXml } from './xml.ts'

export interface SheetEvents {
  readonly row: (row: number, cells: readonly (Cell | undefined)[]) => void
  /** A range of cells merged into one, for example `A2:A5`. */
  readonly merged?: (range: string) => void
  readonly wanted?: () => boolean
}

interface RawCell {
  readonly column: number
  readonly type: string
  readonly style: number
  value: string | null
  inline: string
  formula: boolean
}

/** Runs a sheet's rows, in order, through `events`. */
export async function readSheet(chunks: AsyncIterable<string>, workbook: Workbook, events: SheetEvents): Promise<void> {
  let row = 0
  let cells: (Cell | undefined)[] = []
  let raw: RawCell | null = null
  let inValue = false
  const inline = textCollector((piece) => {
    if (raw) raw.inline += piece
  })

  const openInCell = (name: string, cell: RawCell): void => {
    if (name === 'f') cell.formula = true
    if (name === 'v') cell.value = ''
    inValue = name === 'v'
    inline.open(name)
  }

  await parseXml(chunks, {
    ...(events.wanted ? { wanted: events.wanted } : {}),
    open: (name, attribute) => {
      if (raw) return openInCell(name, raw)
      if (name === 'mergeCell') events.merged?.(attribute('ref') ?? '')
      if (name === 'c') raw = rawCell(attribute, cells.length)
      if (name !== 'row') return
      row = Number(attribute('r') ?? row + 1)
      cells = []
    },
    text: (text) => {
      if (raw && inValue) raw.value = (raw.value ?? '') + text
      else inline.text(text)
    },
    close: (name) => {
      inline.close(name)
      if (name === 'v') inValue = false
      if (name === 'row') events.row(row, cells)
      if (name !== 'c' || !raw) return
      const cell = cellOf(raw, workbook)
      if (cell !== undefined) cells[raw.column] = cell
      raw = null
    },
  })
}

function rawCell(attribute: (name: string) => string | undefined, next: number): RawCell {
  return {
    column: parseAddress(attribute('r') ?? '')?.column ?? next,
    type: attribute('t') ?? 'n',
    style: Number(attribute('s') ?? -1),
    value: null,
    inline: '',
    formula: false,
  }
}

function cellOf(raw: RawCell, workbook: Workbook): Cell | undefined {
  const { type, value } = raw
  if (type === 'inlineStr') return unescapeText(raw.inline)
  if (value === null || value === '') {
    if (type === 'str' && value === '') return ''
    return raw.formula ? { kind: 'uncalculated', text: '=' } : undefined
  }
  switch (type) {
    case 's':
      return workbook.sharedStrings[Number(value)] ?? { kind: 'error', text: `#${value}` }
    case 'str':
      return unescapeText(value)
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' }
    case 'e':
      return { kind: 'error', text: value }
    case 'd':
      return { kind: 'date', text: value.slice(0, 10) }
    default:
      return numberCell(Number(value), raw, workbook)
  }
}

function numberCell(value: number, { style, value: text }: RawCell, workbook: Workbook): Cell {
  if (!Number.isFinite(value)) return { kind: 'error', text: text ?? '' }
  const format = workbook.formats[style]
  if (format?.date) return { kind: 'date', text: dateText(value, workbook) }
  return { kind: 'number', value, percent: format?.percent ?? false }
}

/** Days from 1899-12-30 (or 1904-01-01) as a date; the number itself where it is none. */
function dateText(days: number, { from1904 }: Workbook): string {
  const date = new Date((days - 25569 + (from1904 ? 1462 : 0)) * 86_400_000)
  return Number.isNaN(date.getTime()) ? String(days) : date.toISOString().slice(0, 10)
}
