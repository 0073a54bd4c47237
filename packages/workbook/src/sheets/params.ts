/** Dated parameters: a row a date, those of one parameter below each other. */
import { numberField, stringField, textField, type Field } from '../cells/fields.ts'
import { isList, isObject, without, type JsonObject } from '../json.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import { readText } from '../cells/read.ts'
import type { ReadTable, Row } from '../table.ts'

const HEAD: readonly Field[] = [textField('name'), textField('unit', ['unit']), stringField('source', ['source'])]
const VALUE: readonly Field[] = [stringField('from', ['from']), numberField('number', ['value'])]

export const PARAMS_COLUMNS: readonly string[] = ['code', 'name', 'unit', 'from', 'number', 'source', 'rest', 'deleted']

/** A parameter's head stands in the row of its first date. */
export function encodeParams(
  manifest: JsonObject,
  scope: EncodeScope,
): { readonly rows: readonly Row[]; readonly left: JsonObject } {
  const { params } = manifest
  if (!isList(params) || params.length === 0 || !params.every(isParam)) return { rows: [], left: manifest }
  const rows = params.flatMap(({ id, values, ...head }) => [
    encodeRecord(head, { id: `param:${id}`, fields: HEAD, extra: { code: id } }, scope),
    ...values.map((value, index) => encodeRecord(value, { id: `param:${id}/#${index}`, fields: VALUE }, scope)),
  ])
  return { rows, left: without(manifest, ['params']) }
}

interface Param {
  readonly [key: string]: JsonObject[string]
  readonly id: string
  readonly values: readonly JsonObject[]
}

const isParam = (value: unknown): value is Param =>
  isObject(value) && typeof value['id'] === 'string' && isList(value['values']) && value['values'].every(isObject)

export function decodeParams(table: ReadTable, scope: DecodeScope): JsonObject {
  const params: JsonObject[] = []
  let values: JsonObject[] = []
  let path = 'params'
  for (const row of table.rows) {
    const code = readText(row.cell('code'), scope)
    if (code === undefined) {
      values.push(decodeRecord(row, { fields: VALUE, path: `${path}/values/${values.length}` }, scope))
      continue
    }
    values = []
    path = `params/${code}`
    params.push({ id: code, ...decodeRecord(row, { fields: HEAD, path }, scope), values })
  }
  return params.length === 0 ? {} : { params }
}
