/** Golden cases: a row a case, a column for each fact, value and expected result that any case has. */
import { isList, isObject, valueAt, type Json, type JsonObject } from '../json.ts'
import { codeField, stringField, type Field } from '../cells/fields.ts'
import { booleanOf, keyOf, readText } from '../cells/read.ts'
import { isCellNumber, isCellText } from '../cells/text.ts'
import type { CellValue, EncodeContext, PlacedCell, DecodeContext } from '../cells/context.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadRow, ReadTable, Row } from '../table.ts'
import { fault } from '@plumbline/kernel'

const BASE: readonly Field[] = [
  stringField('case.id', ['id']),
  stringField('case.unit', ['unit']),
  stringField('case.period', ['period']),
  stringField('case.group', ['group']),
]

/** A case's value: a number, yes or no, unanswered, not applicable, or the ratings of a panel. */
function readingField(path: readonly string[]): Field {
  return {
    path,
    columns: [path.join('.')],
    encode: (value, context) => one(encodeReading(value, context)),
    decode: ([cell], context) => (cell ? decodeReading(cell, context) : undefined),
  }
}

const one = (cell: CellValue | undefined): readonly CellValue[] | null => (cell === undefined ? null : [cell])

function encodeReading(value: Json, { texts }: EncodeContext): CellValue | undefined {
  const { words } = texts
  if (value === null) return words.unanswered
  if (value === 'N/A') return words.notApplicable
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (isCellNumber(value)) return value
  if (isList(value) && value.length > 1 && value.every(isCellNumber)) return value.join('; ')
  const plain = typeof value === 'string' && isCellText(value) && decodeText(value) === value
  return plain ? value : undefined
}

function decodeReading(placed: PlacedCell, context: DecodeContext): Json | undefined {
  const { cell } = placed
  if (typeof cell === 'object' && (cell.kind === 'number' || cell.kind === 'boolean'))
    return cell.kind === 'number' && cell.percent ? Number(`${cell.value}e2`) : cell.value
  const text = readText(placed, context)
  return text === undefined ? undefined : decodeText(text)
}

/** As a person types it, in full-width digits too; a percentage is the number that it shows. */
function numberIn(text: string): number {
  const digits = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)%?$/i.exec(text.normalize('NFKC').replaceAll(/\s/g, ''))
  return digits ? Number(digits[1]) : Number.NaN
}

function decodeText(text: string): Json {
  const word = keyOf('words', text)
  if (word === 'unanswered') return null
  if (word === 'notApplicable') return 'N/A'
  const parts = text.split(/\s*[;；]\s*/)
  const numbers = parts.map(numberIn)
  if (numbers.every((number) => Number.isFinite(number))) return parts.length === 1 ? (numbers[0] ?? null) : numbers
  return booleanOf(text) ?? text
}

const STATUS = ['expected', 'status']

const expectedField = (path: readonly string[]): Field =>
  path.join('.') === STATUS.join('.')
    ? codeField(path.join('.'), path, 'caseStatus')
    : {
        ...readingField(path),
        encode: (value, context) => (isList(value) ? null : one(encodeReading(value, context))),
      }

/** Marks a column that holds lists. */
const LIST = '[]'

/** Lists of ids, such as the gates that fire, one a line; none at all is a dash. */
const isIdText = (id: Json): id is string =>
  typeof id === 'string' && isCellText(id) && id !== '—' && !id.includes('\n')

const listField = (path: readonly string[]): Field => ({
  path,
  columns: [`${path.join('.')}${LIST}`],
  encode: (value) => (isList(value) && value.every(isIdText) ? [value.length === 0 ? '—' : value.join('\n')] : null),
  decode: ([cell], context) => {
    const text = cell ? readText(cell, context) : undefined
    return text === '—' ? [] : text?.split('\n')
  },
})

const isIdList = (value: Json | undefined): boolean => isList(value) && value.every((id) => typeof id === 'string')

/** What a unit can report, so that a row added by hand finds a column for everything. */
export interface CaseItems {
  readonly facts: readonly string[]
  readonly values: readonly string[]
  readonly expected: readonly string[]
}

/** @param cases - Maps as `cases.yaml` has them. */
function fieldsOf(cases: readonly JsonObject[], items: CaseItems): readonly Field[] {
  const keys = (path: readonly string[]): readonly string[] => [
    ...new Set(
      cases.flatMap((each) => {
        const found = valueAt(each, path)
        return isObject(found) ? Object.keys(found) : []
      }),
    ),
  ]
  const both = (offered: readonly string[], path: readonly string[]): readonly string[] => [
    ...new Set([...offered, ...keys(path)]),
  ]
  const expected = both(items.expected, ['expected']).filter((key) => key !== 'nodes')
  return [
    ...BASE,
    ...both(items.facts, ['facts']).map((key) => readingField(['facts', key])),
    ...both(items.values, ['values']).map((key) => readingField(['values', key])),
    ...expected.map((key) =>
      cases.some((each) => isIdList(valueAt(each, ['expected', key])))
        ? listField(['expected', key])
        : expectedField(['expected', key]),
    ),
    ...keys(['expected', 'nodes']).map((key) => expectedField(['expected', 'nodes', key])),
  ].filter((field) => field.path.every((part) => isCellText(String(part)) && !String(part).includes('.')))
}

export interface CaseRows {
  readonly rows: readonly Row[]
  readonly columns: readonly string[]
  /** What the file says beside its cases; null where there is no file. */
  readonly head: JsonObject | null
}

/** @param document - `cases.yaml`; null where there is none: the sheet then has the columns alone. */
export function encodeCases(document: JsonObject | null, items: CaseItems, scope: EncodeScope): CaseRows {
  const { cases = [], ...head } = document ?? {}
  const list = isList(cases) ? cases.filter(isObject) : []
  const fields = fieldsOf(list, items)
  const rows = list.map((each, index) => encodeRecord(each, { id: `case:#${index}`, fields }, scope))
  const columns = [...fields.flatMap((field) => field.columns), 'rest', 'deleted']
  return { rows, columns, head: document && head }
}

export interface DecodedCases {
  /** null where there is no case and no head: the plugin has no file of them. */
  readonly document: JsonObject | null
  /** Places of the cases whose rows the author has added. */
  readonly added: readonly number[]
}

/** @param head - What the file says beside its cases; null where there was none. */
export function decodeCases(table: ReadTable, head: JsonObject | null, scope: DecodeScope): DecodedCases {
  if (head === null && table.rows.length === 0) return { document: null, added: [] }
  const fields = [
    ...BASE,
    ...table.columns.flatMap((column) => {
      const path = column.replace(LIST, '').split('.')
      if (path[0] === 'facts' || path[0] === 'values') return [readingField(path)]
      if (path[0] !== 'expected') return []
      return [column.endsWith(LIST) ? listField(path) : expectedField(path)]
    }),
  ]
  const cases = table.rows.map((row, index) => {
    const each = decodeRecord(row, { fields, path: `cases/${index}` }, scope)
    checkCase(row, each, { table, scope })
    return each
  })
  const added = table.rows.flatMap(({ id }, index) => (id === '' ? [index] : []))
  return { document: { ...(head ?? { synthetic: true }), cases }, added }
}

/** Who is assessed and when, what comes out, and numbers where numbers are meant. */
function checkCase(
  row: ReadRow,
  each: JsonObject,
  { table, scope }: { readonly table: ReadTable; readonly scope: DecodeScope },
): void {
  for (const key of ['unit', 'period'])
    if (each[key] === undefined) scope.report(fault('WORKBOOK_CASE_KEY', {}, row.cell(`case.${key}`).at))
  if (each['expected'] === undefined) {
    const first = table.columns.find((column) => column.startsWith('expected.')) ?? 'case.unit'
    scope.report(fault('WORKBOOK_CASE_EXPECTED', {}, row.cell(first).at))
  }
  for (const [part, names] of [
    ['facts', scope.names.facts],
    ['values', scope.names.nodes],
  ] as const) {
    const cells = each[part]
    if (!isObject(cells)) continue
    for (const [id, value] of Object.entries(cells))
      if (typeof value === 'string' && value !== 'N/A' && names.nameOf(id) !== undefined)
        scope.report(fault('WORKBOOK_NUMBER', { text: value }, row.cell(`${part}.${id}`).at))
  }
}
