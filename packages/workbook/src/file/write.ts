/** Lays tables out as an XLSX: heads, hidden keys, dropdowns, formulas, protection. */
import { cellAddress, columnLetter } from '@plumbline/intake'
import { fillText, type WorkbookTexts } from '@plumbline/i18n'
import { writeXlsx, type Cell, type CellStyle, type DataValidation, type WriteSheet } from 'hucre/xlsx'
import { BLANK_ROWS, columnsOf, FIRST_ROW, KEY_ROW, TITLE_ROW } from '../layout/place.ts'
import { listReference, LISTS_SHEET, offer, type Lists } from '../layout/lists.ts'
import { printSetup } from '../layout/print.ts'
import {
  centred,
  fixedStyle,
  headStyle,
  openStyle,
  scoreStyle,
  shareFormat,
  strong,
  tabColor,
  trialStyle,
} from '../layout/style.ts'
import { HIDDEN, NAME_WIDTHS, NARROW, WIDTHS } from '../layout/widths.ts'
import { FOREIGN } from '../layout/foreign.ts'
import type { Row, ShownKey, Table } from '../table.ts'
import { liveKey, type LiveCell } from './live.ts'
import { IDS_SHEET } from './read.ts'

export interface WorkbookContent {
  readonly tables: readonly Table[]
  readonly texts: WorkbookTexts
  readonly lists: Lists
  /** By sheet, row id and column. */
  readonly live: ReadonlyMap<string, LiveCell>
  /** Of the standard, for the head of each page. */
  readonly title?: string
  /** Rows of the hidden sheet. */
  readonly hidden: readonly (readonly string[])[]
}

export async function writeWorkbook(content: WorkbookContent): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: [
      ...content.tables.map((table) => sheetOf(table, content)),
      listSheet(content.lists),
      hiddenSheet(content.hidden),
    ],
    activeSheet: 0,
  })
  return new Uint8Array(written)
}

function sheetOf(table: Table, content: WorkbookContent): WriteSheet {
  const { texts } = content
  const columns = columnsOf(table)
  const cells = new Map<string, Partial<Cell>>()
  const put = (row: number, column: number, cell: Partial<Cell>): void => void cells.set(`${row - 1},${column}`, cell)
  const blank = table.key === 'batch' || table.key === 'steps' ? 0 : BLANK_ROWS
  const last = FIRST_ROW + table.rows.length + blank - 1
  for (const [index, column] of columns.entries()) {
    const note = HEAD_NOTES[column]
    put(TITLE_ROW, index, {
      value: table.heads?.[column] ?? titleOf(column, texts),
      type: 'string',
      style: headStyle,
      ...(note && { comment: { text: texts.notes[note] } }),
    })
    put(KEY_ROW, index, { value: column, type: 'string', style: headStyle })
    for (let row = FIRST_ROW + table.rows.length; row <= last; row++)
      put(row, index, { value: null, type: 'empty', style: blankStyle(table.key, column) })
  }
  const style = styler(table, texts)
  for (const [place, row] of table.rows.entries())
    for (const [index, column] of columns.entries())
      put(
        FIRST_ROW + place,
        index,
        cellOf(row, column, {
          style,
          live: content.live.get(liveKey(table.key, row.id, column)),
          address: cellAddress(FIRST_ROW + place, index),
        }),
      )
  return {
    name: texts.sheets[table.key],
    rows: [],
    cells,
    columns: columns.map((column) => ({
      width: widthOf(column, table.key),
      hidden: isHidden(column, table.key),
    })),
    ...printSetup(table, {
      title: content.title ?? '',
      sheet: texts.sheets[table.key],
      widths: columns.map((column) => (isHidden(column, table.key) ? 0 : widthOf(column, table.key))),
    }),
    view: { tabColor: tabColor(table.key) },
    rowDefs: new Map<number, { readonly height?: number; readonly hidden?: boolean }>([
      [TITLE_ROW - 1, { height: headHeight(table, texts) }],
      [KEY_ROW - 1, { hidden: true }],
      ...table.rows.map(
        (row, place) => [FIRST_ROW + place - 1, { height: heightOf(row, columns, table.key) }] as const,
      ),
    ]),
    freezePane: { rows: KEY_ROW, columns: Math.max(1, columns.indexOf('name') + 1) },
    dataValidations: [...validations(table, content, last)],
    // In OOXML a 0 allows what it names.
    protection: {
      sheet: true,
      formatCells: false,
      formatColumns: false,
      formatRows: false,
      insertRows: false,
      sort: false,
      autoFilter: false,
    },
  }
}

/** In points: two lines of a head at least, as many as the longest needs. */
function headHeight(table: Table, texts: WorkbookTexts): number {
  const lines = columnsOf(table).map((column) => {
    if (isHidden(column, table.key)) return 1
    const head = table.heads?.[column] ?? titleOf(column, texts)
    // Bold, so a little wider than the cells below.
    return Math.ceil((shownLength(head) * 1.15) / widthOf(column, table.key))
  })
  return Math.min(MOST_HEIGHT, 16 * Math.max(2, ...lines))
}

/** What heads explain. */
const HEAD_NOTES: Readonly<Record<string, 'trial' | 'newRow'>> = { trial: 'trial', deleted: 'newRow' }

const isHidden = (column: string, key: ShownKey): boolean =>
  HIDDEN.has(column) || (key === 'basics' && column === 'kind')

/** `point.3` is the third point; `values.x` of a case is the item's own name, given as a head. */
function titleOf(column: string, texts: WorkbookTexts): string {
  const titles: Readonly<Record<string, string>> = texts.columns
  const [name = '', n = ''] = column.split('.')
  return fillText(titles[column] ?? (n !== '' && titles[name] !== undefined ? (titles[name] ?? '') : column), { n })
}

type Styler = (row: Row, column: string) => CellStyle

const SCORES = new Set(['score', 'result'])
const COMPUTED = new Set([...HIDDEN, 'score', 'result', 'place', 'chinese'])
const CENTRED = new Set(['level', 'weight', 'minCoverage', 'trial', 'score', 'type', 'min', 'code'])

function styler({ key, rows }: Table, { kinds }: WorkbookTexts): Styler {
  const weights = rows.flatMap(({ cells }) => (typeof cells['weight'] === 'number' ? [cells['weight']] : []))
  const numFmt = shareFormat(weights)
  const styleOf: Styler = (row, column) => {
    const ofBatch = batchStyle(key, row)
    if (ofBatch) return ofBatch
    if (SCORES.has(column)) return scoreStyle
    const { type, level, weight } = row.cells
    const isReported = key !== 'tree' || (type !== kinds.branch && type !== kinds.mount)
    if (column === 'trial') return isReported && row.cells['kind'] !== kinds.group ? trialStyle : fixedStyle
    const isFixed = row.id.startsWith(FOREIGN) || COMPUTED.has(column) || FIXED[key] === column
    const style = isFixed ? fixedStyle : openStyle
    if ((column === 'weight' && Number(weight ?? 0) <= 1) || column === 'minCoverage') return { ...style, numFmt }
    const isName = key === 'tree' && column === 'name' && typeof level === 'number'
    return isName ? { ...style, alignment: { ...style.alignment, horizontal: 'left', indent: level } } : style
  }
  return (row, column) => {
    const style = styleOf(row, column)
    const { type } = row.cells
    const isBranch = key === 'tree' && (type === kinds.branch || type === kinds.mount)
    const set = CENTRED.has(column) ? centred(style) : style
    return isBranch || row.id === '@trialGrade' ? strong(set) : set
  }
}

/** In a batch all units but the one on trial are typed; steps are worked out. */
function batchStyle(key: ShownKey, { id }: Row): CellStyle | null {
  if (key === 'steps') return fixedStyle
  return key === 'batch' ? (id === '@trial' ? fixedStyle : trialStyle) : null
}

/** Columns that come from elsewhere. */
const FIXED: Readonly<Partial<Record<ShownKey, string>>> = { basics: 'item', rules: 'name' }

const blankStyle = (key: ShownKey, column: string): CellStyle =>
  column === 'trial' || key === 'batch'
    ? trialStyle
    : COMPUTED.has(column) && key !== 'translations'
      ? fixedStyle
      : openStyle

function cellOf(
  row: Row,
  column: string,
  { style, live, address }: { readonly style: Styler; readonly live: LiveCell | undefined; readonly address: string },
): Partial<Cell> {
  const value = column === '_id' ? row.id : (row.cells[column] ?? null)
  const look = style(row, column)
  if (live) return { ...formulaOf(live, address), style: look }
  return {
    value,
    type:
      value === null
        ? 'empty'
        : typeof value === 'string'
          ? 'string'
          : typeof value === 'number'
            ? 'number'
            : 'boolean',
    style: look,
  }
}

const formulaOf = ({ formula, result, array, note }: LiveCell, address: string): Partial<Cell> => ({
  value: null,
  type: 'formula',
  formula,
  formulaResult: result,
  ...(array && { formulaType: 'array', formulaRef: address }),
  ...(note !== undefined && { comment: { text: note } }),
})

/** In points: as many lines as the fullest cell needs; a Chinese character is two wide. */
function heightOf({ cells }: Row, columns: readonly string[], key: ShownKey): number {
  const lines = columns.map((column) => {
    const value = cells[column]
    if (typeof value !== 'string' || HIDDEN.has(column)) return 1
    const width = widthOf(column, key)
    return value.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(shownLength(one) / width)), 0)
  })
  return Math.min(MOST_HEIGHT, 15 * Math.max(1, ...lines))
}

/** Excel's limit. */
const MOST_HEIGHT = 409
const shownLength = (text: string): number => Array.from(text).reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 0)
const widthOf = (column: string, key: ShownKey): number =>
  (column === 'name' ? NAME_WIDTHS[key] : undefined) ?? WIDTHS[column] ?? NARROW

function* validations(table: Table, { lists, texts }: WorkbookContent, last: number): Generator<DataValidation> {
  for (const [index, column] of columnsOf(table).entries()) {
    const letter = columnLetter(index)
    const range = `${letter}${FIRST_ROW}:${letter}${last}`
    const reference = offer(table.key, column, lists)
    if (reference !== null)
      yield {
        type: 'list',
        formula1: reference,
        range,
        allowBlank: true,
        showErrorMessage: false,
        showInputMessage: false,
      }
    if (column === 'weight' || column === 'minCoverage')
      yield {
        type: 'decimal',
        operator: 'greaterThanOrEqual',
        formula1: '0',
        range,
        allowBlank: true,
        showErrorMessage: true,
      }
    if (column === 'trial' && table.key === 'tree')
      yield {
        type: 'custom',
        formula1: 'TRUE',
        range,
        allowBlank: true,
        showInputMessage: true,
        inputTitle: texts.columns.trial,
        inputMessage: texts.notes.trial,
      }
  }
  const group = table.rows.findIndex(({ id }) => id === '@trialGroup')
  const groups = listReference('groupIds', lists)
  const trial = columnsOf(table).indexOf('trial')
  if (group >= 0 && groups !== null && trial >= 0)
    yield {
      type: 'list',
      formula1: groups,
      range: cellAddress(FIRST_ROW + group, trial),
      allowBlank: true,
      showErrorMessage: true,
    }
}

function listSheet(lists: Lists): WriteSheet {
  const columns = [...lists]
  const length = Math.max(...columns.map(([, words]) => words.length))
  const rows = Array.from({ length }, (_, row) => columns.map(([, words]) => words[row] ?? null))
  return {
    name: LISTS_SHEET,
    rows: [columns.map(([name]) => name), ...rows],
    hidden: true,
    protection: { sheet: true },
  }
}

const hiddenSheet = (rows: WorkbookContent['hidden']): WriteSheet => ({
  name: IDS_SHEET,
  rows: rows.map((row) => [...row]),
  hidden: true,
  protection: { sheet: true },
})
