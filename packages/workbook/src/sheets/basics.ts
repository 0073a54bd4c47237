/** What is left of the manifest once the other sheets have taken theirs: a row a value, whatever the schema knows. */
import { fault } from '@plumbline/kernel'
import { isText } from '../cells/fields.ts'
import { keyOf, readBoolean, readNumber, readText } from '../cells/read.ts'
import { isCellNumber, isCellText, jsonText, readJson } from '../cells/text.ts'
import { isList, isObject, type Json, type JsonObject } from '../json.ts'
import { translationKey, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadRow, ReadTable, Row } from '../table.ts'

export const BASICS_COLUMNS: readonly string[] = ['item', 'name', 'path', 'kind', 'deleted']

/** Lists to which a new row may be added by its label alone. */
const GROWING = new Set(['modelledOn', 'keyProcesses', 'standard/normativeReferences', 'standard/terms'])
/** Maps whose key stands in the label: `引用标准：ai-core`. */
const KEYED = new Set(['uses', 'coreBindings'])
const DEFINITION = 'standard/terms/definition'

/** Lists stand in a path as `#0`; a key that could be mistaken for that, or that has a slash, is escaped. */
const step = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('#', '~2')
const unstep = (text: string): string => text.replaceAll('~2', '#').replaceAll('~1', '/').replaceAll('~0', '~')

export function encodeBasics(left: JsonObject, scope: EncodeScope): readonly Row[] {
  const labels: Readonly<Record<string, string>> = scope.texts.basics
  return Object.entries(left).flatMap(([key, value]) => rowsOf(value, step(key)))

  function rowsOf(value: Json, path: string): readonly Row[] {
    if (isText(value) && isCellText(value.zh) && isCellText(value.en)) {
      scope.translations.push({ key: translationKey(scope.sheet, path, 'name'), zh: value.zh, en: value.en })
      return [row(path, 'text', value.zh)]
    }
    if (isObject(value) && Object.keys(value).length > 0) {
      const { zh, en, ...others } = value
      const own = zh !== undefined && en !== undefined ? { zh, en } : null
      if (own && isText(own) && isCellText(own.zh) && isCellText(own.en))
        return [
          ...rowsOf(own, path),
          ...Object.entries(others).flatMap(([key, one]) => rowsOf(one, `${path}/${step(key)}`)),
        ]
      return Object.entries(value).flatMap(([key, one]) => rowsOf(one, `${path}/${step(key)}`))
    }
    if (isList(value) && value.length > 0) return value.flatMap((one, index) => rowsOf(one, `${path}/#${index}`))
    if (typeof value === 'string' && isCellText(value)) return [row(path, 'string', value)]
    if (typeof value === 'boolean') return [row(path, 'boolean', value ? scope.texts.words.yes : scope.texts.words.no)]
    if (isCellNumber(value)) return [row(path, 'number', value)]
    return [row(path, 'json', jsonText(value))]
  }

  function row(path: string, kind: string, value: string | number): Row {
    return { id: path, cells: { item: labelOf(path, labels), name: value, path, kind } }
  }
}

/** The known label of a path, with what follows it; the path itself where nothing is known. */
function labelOf(path: string, labels: Readonly<Record<string, string>>): string {
  const bare = path.split('/').filter((one) => !one.startsWith('#'))
  for (let length = bare.length; length > 0; length--) {
    const label = labels[bare.slice(0, length).join('/')]
    if (label !== undefined) return [label, ...bare.slice(length).map(unstep)].join('：')
  }
  return path
}

interface Leaf {
  readonly path: string
  readonly kind: string
  readonly row: ReadRow
}

export function decodeBasics(table: ReadTable, scope: DecodeScope): JsonObject {
  const top = new Map<string, Json | Tree>()
  let newest = ''
  for (const [index, row] of table.rows.entries()) {
    const leaf = leafOf(row, index, newest)
    if (!leaf) {
      scope.report(fault('WORKBOOK_ITEM_UNKNOWN', { item: textOf(row, 'item') }, row.cell('item').at))
      continue
    }
    if (leaf.path.startsWith('standard/terms/')) newest = leaf.path.split('/').slice(0, 3).join('/')
    scope.place(leaf.path.replaceAll('#', ''), row.cell('name').at)
    const value = valueOf(leaf, scope)
    if (value !== undefined) put(top, leaf.path.split('/'), value)
  }
  return Object.fromEntries([...top].map(([key, value]) => [unstep(key), plain(value)]))
}

type Tree = Map<string, Json | Tree>

function put(tree: Tree, [head = '', ...rest]: readonly string[], value: Json): void {
  const here = tree.get(head)
  if (rest.length === 0) {
    if (here instanceof Map && isObject(value)) for (const [key, one] of Object.entries(value)) here.set(key, one)
    else tree.set(head, value)
    return
  }
  const below: Tree = here instanceof Map ? here : new Map(isObject(here) ? Object.entries(here) : [])
  tree.set(head, below)
  put(below, rest, value)
}

/** Lists are those whose steps are all `#`; they close up where rows are gone. */
function plain(value: Json | Tree): Json {
  if (!(value instanceof Map)) return value
  const entries = [...value]
  if (entries.length > 0 && entries.every(([key]) => key.startsWith('#'))) return entries.map(([, one]) => plain(one))
  return Object.fromEntries(entries.map(([key, one]) => [unstep(key), plain(one)]))
}

const quiet = { report: (): undefined => undefined }
const textOf = (row: ReadRow, column: string): string => readText(row.cell(column), quiet) ?? ''

function leafOf(row: ReadRow, index: number, newest: string): Leaf | null {
  const path = row.id === '' ? textOf(row, 'path') : row.id
  if (path !== '') return { path, kind: textOf(row, 'kind'), row }
  const [label = '', key] = textOf(row, 'item').split(/\s*[：:]\s*/)
  const known = keyOf('basics', label)
  if (known === undefined) return null
  if (known === DEFINITION) return newest === '' ? null : { path: `${newest}/definition`, kind: 'text', row }
  if (GROWING.has(known))
    return {
      path: `${known}/#new${index}`,
      kind: known.endsWith('Of') || known.endsWith('References') ? 'string' : 'text',
      row,
    }
  if (KEYED.has(known))
    return key === undefined ? null : { path: `${known}/${step(key)}`, kind: known === 'uses' ? 'string' : 'text', row }
  return {
    path: known,
    kind: known === 'title' || known === 'standard/title' || known === 'standard/scope' ? 'text' : '',
    row,
  }
}

function valueOf({ path, kind, row }: Leaf, scope: DecodeScope): Json | undefined {
  const placed = row.cell('name')
  const text = readText(placed, scope)
  if (text === undefined) return undefined
  switch (kind) {
    case 'text': {
      const en = scope.english(translationKey('basics', path, 'name'), text)
      if (en === undefined) scope.report(fault('WORKBOOK_ENGLISH_MISSING', { text }, placed.at))
      return { zh: text, en: en ?? text }
    }
    case 'number':
      return readNumber(placed, scope)
    case 'boolean':
      return readBoolean(placed, scope)
    case 'json':
      try {
        return readJson(text)
      } catch {
        scope.report(fault('WORKBOOK_JSON', {}, placed.at))
        return undefined
      }
    case 'string':
      return text
    default:
      return typeof placed.cell === 'object' && placed.cell.kind === 'number' ? placed.cell.value : text
  }
}
