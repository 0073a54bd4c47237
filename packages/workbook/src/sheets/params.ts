/** Dated parameters: a row a date; the first row of a parameter names it. */
import { textField, type Field } from '../cells/fields.ts'
import { readNumber, readText } from '../cells/read.ts'
import { isCellNumber, isCellText } from '../cells/text.ts'
import { fault } from '@plumbline/kernel'
import { isList, isObject, without, type Json, type JsonObject } from '../json.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadRow, ReadTable, Row } from '../table.ts'
import { idOfRow, idsOf } from './ids.ts'

const HEAD: readonly Field[] = [textField('name'), textField('unit', ['unit']), textField('paramSource', ['source'])]

export const PARAMS_COLUMNS: readonly string[] = ['name', 'unit', 'from', 'number', 'paramSource', 'rest', 'deleted']

interface Param {
  readonly id: string
  readonly head: JsonObject
  /** By date. */
  readonly values: readonly (readonly [date: string, value: number])[]
}

/** @returns Rows for the parameters of a manifest that has any; parameters of another form stay in the manifest. */
export function encodeParams(
  manifest: JsonObject,
  scope: EncodeScope,
): { readonly rows: readonly Row[]; readonly left: JsonObject } {
  const { params } = manifest
  const known = isList(params) ? params.map(paramOf) : []
  if (known.length === 0 || known.some((one) => one === null)) return { rows: [], left: manifest }
  const rows = known.flatMap((one) => (one === null ? [] : paramRows(one, scope)))
  return { rows, left: without(manifest, ['params']) }
}

function paramOf(value: Json): Param | null {
  if (!isObject(value)) return null
  const { id, values, ...head } = value
  if (typeof id !== 'string' || !isObject(values)) return null
  const dated = Object.entries(values).map(([date, number]) => [date, number] as const)
  const fits = dated.length > 0 && dated.every(([date, number]) => isCellText(date) && isCellNumber(number))
  return fits ? { id, head, values: dated.map(([date, number]) => [date, Number(number)] as const) } : null
}

function paramRows({ id, head, values }: Param, scope: EncodeScope): readonly Row[] {
  return values.map(([from, number], index) => {
    const rowId = index === 0 ? `param:${id}` : `param:${id}/${from}`
    return index === 0
      ? encodeRecord(head, { id: rowId, fields: HEAD, extra: { from, number } }, scope)
      : { id: rowId, cells: { from, number } }
  })
}

/** A row with a name begins a parameter; the rows below it add dates. */
export function decodeParams(table: ReadTable, scope: DecodeScope): JsonObject {
  const params: { readonly head: JsonObject; readonly path: string; readonly values: Record<string, Json> }[] = []
  const ids = idsOf({ ...table, rows: table.rows.filter(hasName) })
  for (const row of table.rows) {
    if (hasName(row)) {
      const id = idOfRow(row, ids, { scope })
      const path = `params/${id}`
      params.push({ head: { id, ...decodeRecord(row, { fields: HEAD, path }, scope) }, path, values: {} })
    }
    const param = params.at(-1)
    const from = readText(row.cell('from'), scope)
    const number = readNumber(row.cell('number'), scope)
    if (!param || from === undefined || number === undefined) {
      scope.report(fault('WORKBOOK_PARAM_ROW', {}, row.cell(from === undefined ? 'from' : 'number').at))
      continue
    }
    scope.place(`${param.path}/values/${from}`, row.cell('from').at)
    param.values[from] = number
  }
  return params.length === 0 ? {} : { params: params.map(({ head, values }) => ({ ...head, values })) }
}

const hasName = (row: ReadRow): boolean => readText(row.cell('name'), { report: () => undefined }) !== undefined
