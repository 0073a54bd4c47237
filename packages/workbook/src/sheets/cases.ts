/** Golden cases: a row a case, a column for each fact, value and expected result that any case has. */
import { isList, isObject, valueAt, type Json, type JsonObject } from '../json.ts'
import { stringField, type Field } from '../cells/fields.ts'
import { booleanOf, keyOf, readText } from '../cells/read.ts'
import { isCellNumber, isCellText } from '../cells/text.ts'
import type { CellValue, EncodeContext, PlacedCell, DecodeContext } from '../cells/context.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadTable, Row } from '../table.ts'
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

function decodeText(text: string): Json {
  const word = keyOf('words', text)
  if (word === 'unanswered') return null
  if (word === 'notApplicable') return 'N/A'
  const parts = text.split(/\s*[;；]\s*/)
  const numbers = parts.map((part) => (part === '' ? Number.NaN : Number(part)))
  if (numbers.every((number) => Number.isFinite(number))) return parts.length === 1 ? (numbers[0] ?? null) : numbers
  return booleanOf(text) ?? text
}

const expectedField = (path: readonly string[]): Field => ({
  ...readingField(path),
  encode: (value, context) => (isList(value) ? null : one(encodeReading(value, context))),
})

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

/** @param cases - Maps as `cases.yaml` has them. */
function fieldsOf(cases: readonly JsonObject[]): readonly Field[] {
  const keys = (path: readonly string[]): readonly string[] => [
    ...new Set(
      cases.flatMap((each) => {
        const found = valueAt(each, path)
        return isObject(found) ? Object.keys(found) : []
      }),
    ),
  ]
  const expected = keys(['expected']).filter((key) => key !== 'nodes')
  return [
    ...BASE,
    ...keys(['facts']).map((key) => readingField(['facts', key])),
    ...keys(['values']).map((key) => readingField(['values', key])),
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
  /** What the file says beside its cases. */
  readonly head: JsonObject
}

export function encodeCases(document: JsonObject, scope: EncodeScope): CaseRows {
  const { cases = [], ...head } = document
  const list = isList(cases) ? cases.filter(isObject) : []
  const fields = fieldsOf(list)
  const rows = list.map((each, index) => encodeRecord(each, { id: `case:#${index}`, fields }, scope))
  return { rows, columns: [...fields.flatMap((field) => field.columns), 'rest', 'deleted'], head }
}

/** null where there is no case and no head: the plugin has no file of them. */
export function decodeCases(table: ReadTable, head: JsonObject | null, scope: DecodeScope): JsonObject | null {
  if (head === null && table.rows.length === 0) return null
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
    for (const key of ['unit', 'period'])
      if (each[key] === undefined) scope.report(fault('WORKBOOK_CASE_KEY', {}, row.cell(`case.${key}`).at))
    return each
  })
  return { ...(head ?? { synthetic: true }), cases }
}
