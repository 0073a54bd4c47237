/** One map of the standard as one row of a sheet, and back. What no column holds stands under the other settings. */
import { fault, type FaultPlace } from '@plumbline/kernel'
import type { CellValue, DecodeContext, EncodeContext, Translation } from './cells/context.ts'
import { isText, type Field } from './cells/fields.ts'
import { readText } from './cells/read.ts'
import { readSettings, settingsText } from './cells/text.ts'
import { isObject, merged, valueAt, withValue, without, type JsonObject } from './json.ts'
import type { ReadRow, Row, SheetKey } from './table.ts'

export interface EncodeScope extends Omit<EncodeContext, 'translate'> {
  readonly sheet: SheetKey
  readonly translations: Translation[]
}

/** By which the English of a cell is found again. */
export const translationKey = (sheet: SheetKey, id: string, column: string): string => `${sheet}|${id}|${column}`

/** @param extra - Cells that are not values of the record, such as the kind of row. */
export function encodeRecord(
  record: JsonObject,
  { id, fields, extra = {} }: { readonly id: string; readonly fields: readonly Field[]; readonly extra?: Row['cells'] },
  scope: EncodeScope,
): Row {
  const context: EncodeContext = {
    ...scope,
    translate: (column, zh, en) =>
      void scope.translations.push({ key: translationKey(scope.sheet, id, column), zh, en }),
  }
  let left = record
  const cells: Record<string, CellValue> = { ...extra }
  for (const field of fields) {
    const value = field.path.length === 0 ? ownText(left) : valueAt(left, field.path)
    const encoded = value === undefined ? null : field.encode(value, context)
    if (encoded === null) continue
    for (const [index, cell] of encoded.entries()) cells[field.columns[index] ?? ''] = cell
    left = field.path.length === 0 ? without(without(left, ['zh']), ['en']) : without(left, field.path)
  }
  if (Object.keys(left).length > 0) cells['rest'] = settingsText(left)
  return { id, cells }
}

const ownText = ({ zh, en }: JsonObject): JsonObject | undefined =>
  zh === undefined || en === undefined ? undefined : { zh, en }

export interface DecodeScope {
  readonly texts: EncodeContext['texts']
  readonly names: DecodeContext['names']
  readonly english: (key: string, zh: string) => string | undefined
  readonly report: DecodeContext['report']
  /** Notes where a value of the standard stands: a path that reads by ids. */
  readonly place: (path: string, at: FaultPlace) => void
}

/**
 * @param path - Of the record, reading by ids, for example `gates/veto-a`.
 * @returns The record without its id.
 */
export function decodeRecord(
  row: ReadRow,
  { fields, path }: { readonly fields: readonly Field[]; readonly path: string },
  scope: DecodeScope,
): JsonObject {
  const context: DecodeContext = {
    names: scope.names,
    report: scope.report,
    english: (column, zh) => scope.english(translationKey(row.sheet, row.id, column), zh),
  }
  scope.place(path, row.cell('name').at)
  let record: JsonObject = {}
  for (const field of fields) {
    const cells = field.columns.map(row.cell)
    scope.place([path, ...field.path].join('/'), cells[0]?.at ?? {})
    const value = field.decode(cells, context)
    if (value === undefined) continue
    record = merged(record, field.path.length === 0 && isText(value) ? value : withValue({}, field.path, value))
  }
  const rest = readText(row.cell('rest'), scope)
  const settings = rest === undefined ? {} : readSettings(rest)
  if (settings === null) scope.report(fault('WORKBOOK_SETTINGS', {}, row.cell('rest').at))
  return isObject(settings) ? merged(record, settings) : record
}
