/** The tree, a row a node, parents before children, the depth in a column; and the value rules beside it. */
import { fault } from '@plumbline/kernel'
import { codeField, settingsField, shareField, stringField, textField, type Field } from '../cells/fields.ts'
import { keyOf, readNumber, readText } from '../cells/read.ts'
import { isList, isObject, merged, valueAt, without, type Json, type JsonObject } from '../json.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadRow, ReadTables, Row } from '../table.ts'
import { idOfRow, idsOf } from './ids.ts'
import { pointColumns, rulesFields } from './rules.ts'

const FIELDS: readonly Field[] = [
  textField('name'),
  shareField('weight', ['weight']),
  codeField('aggregate', ['aggregate', 'method'], 'aggregate'),
  settingsField('aggregateParams', ['aggregate']),
  shareField('minCoverage', ['minCoverage']),
  codeField('missing', ['missing'], 'missing'),
  stringField('ref', ['ref']),
  codeField('type', ['type'], 'type'),
]
/** The name that shows on a mount's row is that of the mounted standard. */
const MOUNT_FIELDS = FIELDS.filter(({ path }) => path.length > 0)

/** What an indicator says on the sheet of the tree; all else stands with its value rule. */
const HERE = new Set(['zh', 'en', 'weight', 'missing', 'type'])

export const TREE_COLUMNS: readonly string[] = [
  'level',
  'name',
  'type',
  'weight',
  'trial',
  'score',
  'aggregate',
  'aggregateParams',
  'minCoverage',
  'missing',
  'ref',
  'rest',
  'deleted',
  'used',
  'coverage',
  'applies',
  'counts',
  'lower',
  'upper',
  'part',
]

export interface TreeRows {
  readonly tree: readonly Row[]
  readonly rules: readonly Row[]
  /** Column pairs for points. */
  readonly points: number
}

/** @param root - `tree` of a manifest that is valid. */
export function encodeTree(root: JsonObject, scope: Omit<EncodeScope, 'sheet'>): TreeRows {
  const points = pointColumns(longestPoints(root))
  const tree: Row[] = []
  const rules: Row[] = []
  walk(root, 0)
  return { tree, rules, points }

  function walk(node: JsonObject, level: number): void {
    const { id = '', children = [], ...record } = node
    const rowId = `node:${typeof id === 'string' ? id : ''}`
    const { kinds } = scope.texts
    const at = (own: JsonObject, extra: Row['cells']): Row =>
      encodeRecord(own, { id: rowId, fields: FIELDS, extra: { level, ...extra } }, { ...scope, sheet: 'tree' })
    if ('type' in record) {
      const [here, there] = split(record)
      tree.push(at(here, {}))
      rules.push(encodeRecord(there, { id: rowId, fields: rulesFields(points) }, { ...scope, sheet: 'rules' }))
    } else tree.push(at(record, { type: 'ref' in record ? kinds.mount : kinds.branch }))
    for (const child of isList(children) ? children : []) if (isObject(child)) walk(child, level + 1)
  }
}

const split = (record: JsonObject): readonly [JsonObject, JsonObject] => {
  const entries = Object.entries(record)
  return [
    Object.fromEntries(entries.filter(([key]) => HERE.has(key))),
    Object.fromEntries(entries.filter(([key]) => !HERE.has(key))),
  ]
}

function longestPoints(node: JsonObject): number {
  const points = valueAt(node, ['normalise', 'points'])
  const children = isList(node['children']) ? node['children'].filter(isObject) : []
  return Math.max(isList(points) ? points.length : 0, ...children.map(longestPoints))
}

const levelOf = (branch: Open | undefined): number => branch?.level ?? 0

/** Closes the branches that a row of this depth leaves; the one that then is open is its parent. */
function parentAt(open: Open[], level: number): Open | undefined {
  while ((open.at(-1)?.level ?? -1) >= level) open.pop()
  return open.at(-1)
}

interface Open {
  readonly level: number
  readonly path: string
  readonly children: Json[]
}

/** Reads the tree back, with every row that does not fit reported. */
export function decodeTree({ tree, rules }: ReadTables, scope: DecodeScope): JsonObject | null {
  const ids = idsOf(tree)
  const points = Math.max(0, ...rules.columns.flatMap((column) => Number(/^point\.(\d+)$/.exec(column)?.[1] ?? 0)))
  const ruleFields = rulesFields(points)
  const unused = new Set(rules.rows)
  const open: Open[] = []
  let root: JsonObject | null = null
  for (const row of tree.rows) {
    const said = readNumber(row.cell('level'), scope) ?? (root ? levelOf(open.at(-1)) + 1 : 0)
    const parent = parentAt(open, said)
    const level = root ? levelOf(parent) + 1 : 0
    if (said !== level) scope.report(fault('WORKBOOK_LEVEL', { level: said, most: level }, row.cell('level').at))
    if (root && !parent) continue
    const id = idOfRow(row, ids, { scope })
    const path = parent ? `${parent.path}/${id}` : 'tree'
    const kind = kindOf(row, scope)
    const node = decodeNode(row, { id, path, kind })
    if (kind === 'branch') {
      const children: Json[] = []
      const branch: JsonObject = { ...node, children }
      open.push({ level, path, children })
      parent?.children.push(branch)
      root ??= branch
    } else parent?.children.push(node)
  }
  // One with an id goes with its node, whose absence is told already.
  for (const row of unused)
    if (row.id === '') scope.report(fault('WORKBOOK_RULE_ORPHAN', { name: nameOf(row) }, row.cell('name').at))
  return root

  function decodeNode(
    row: ReadRow,
    { id, path, kind }: { readonly id: string; readonly path: string; readonly kind: Kind },
  ): JsonObject {
    const rule = kind === 'indicator' ? ruleOf(row) : null
    const record = decodeRecord(row, { fields: kind === 'mount' ? MOUNT_FIELDS : FIELDS, path }, scope)
    const own = kind === 'indicator' ? record : without(record, ['type'])
    if (kind === 'indicator' && !rule)
      scope.report(fault('WORKBOOK_RULE_MISSING', { name: nameOf(row) }, row.cell('name').at))
    const beside = rule ? decodeRecord(rule, { fields: ruleFields, path }, scope) : {}
    scope.place(path, row.cell('name').at)
    return { id, ...merged(own, beside) }
  }

  /** By the hidden id, else by the name. */
  function ruleOf(row: ReadRow): ReadRow | null {
    const rest = [...unused]
    const found =
      (row.id === '' ? undefined : rest.find((one) => one.id === row.id)) ??
      rest.find((one) => nameOf(one) === nameOf(row) && (one.id === '' || one.id === row.id))
    if (found) unused.delete(found)
    return found ?? null
  }
}

const quiet = { report: (): undefined => undefined }
const nameOf = (row: ReadRow): string => readText(row.cell('name'), quiet) ?? ''

type Kind = 'branch' | 'mount' | 'indicator'

function kindOf(row: ReadRow, scope: DecodeScope): Kind {
  const text = readText(row.cell('type'), quiet)
  const kind = text === undefined ? undefined : keyOf('kinds', text)
  if (kind === 'branch' || kind === 'mount') return kind
  if (text === undefined) scope.report(fault('WORKBOOK_TYPE', { name: nameOf(row) }, row.cell('type').at))
  return 'indicator'
}
