/** Sheets that hold several lists, the kind of each row in a column: subject, vocabulary, grades and gates. */
import { fault } from '@plumbline/kernel'
import {
  codeField,
  conditionField,
  namesField,
  nameField,
  numberField,
  stringField,
  textField,
  type Field,
} from '../cells/fields.ts'
import { keyOf, readText } from '../cells/read.ts'
import { isList, isObject, withValue, without, valueAt, type Json, type JsonObject, type Path } from '../json.ts'
import { decodeRecord, encodeRecord, type DecodeScope, type EncodeScope } from '../record.ts'
import type { ReadTable, Row } from '../table.ts'
import { idOfRow, idsOf, type Ids } from './ids.ts'

interface Section {
  readonly kind: Kind
  /** Of the list, or of the one map. */
  readonly path: Path
  readonly fields: readonly Field[]
  /** The id is a label that is printed, and stands in a column of its own. */
  readonly labelled?: boolean
  /** A list in every record, whose elements have rows of their own below it. */
  readonly inner?: { readonly kind: Kind; readonly key: string; readonly fields: readonly Field[] }
}
type Kind =
  | 'unitOfAssessment'
  | 'group'
  | 'fact'
  | 'grade'
  | 'basicRule'
  | 'gate'
  | 'ladder'
  | 'step'
  | 'source'
  | 'evidenceKind'

const name = textField('name')

export const SECTIONS = {
  subject: [
    {
      kind: 'unitOfAssessment',
      path: ['unitOfAssessment'],
      fields: [name, stringField('code', ['kind']), numberField('periodMonths', ['periodMonths'])],
    },
    { kind: 'group', path: ['groups'], fields: [name], labelled: true },
    { kind: 'fact', path: ['facts'], fields: [name, codeField('type', ['type'], 'factType')] },
  ],
  vocabulary: [
    { kind: 'source', path: ['sources'], fields: [name] },
    { kind: 'evidenceKind', path: ['evidenceKinds'], fields: [name, stringField('form', ['form'])] },
    {
      kind: 'ladder',
      path: ['ladders'],
      fields: [name],
      inner: { kind: 'step', key: 'steps', fields: [name, numberField('step', ['level'])] },
    },
  ],
  grades: [
    { kind: 'grade', path: ['grades'], fields: [name, numberField('min', ['min'])], labelled: true },
    {
      kind: 'basicRule',
      path: ['basicRule'],
      fields: [nameField('grade', ['grade'], 'grades'), numberField('min', ['min'])],
    },
    {
      kind: 'gate',
      path: ['gates'],
      fields: [
        name,
        codeField('type', ['kind'], 'gateKind'),
        conditionField('condition', ['when']),
        namesField('groups', ['groups'], 'groups'),
        numberField('lookbackMonths', ['lookbackMonths']),
        nameField('maxGrade', ['maxGrade'], 'grades'),
      ],
    },
  ],
} as const satisfies Readonly<Record<string, readonly Section[]>>

export type SectionSheet = keyof typeof SECTIONS

/** The columns of such a sheet, without those for the trial. */
export const sectionColumns = (sheet: SectionSheet): readonly string[] => [
  'kind',
  ...new Set([
    ...SECTIONS[sheet].flatMap((section: Section) => [
      ...(section.labelled === true ? ['code'] : []),
      ...section.fields.flatMap((field) => field.columns),
      ...(section.inner?.fields ?? []).flatMap((field) => field.columns),
    ]),
    'rest',
    'deleted',
  ]),
]

export interface Taken {
  readonly rows: readonly Row[]
  /** The manifest without what the rows hold. */
  readonly left: JsonObject
}

/** Puts the lists of a sheet into rows. */
export function encodeSections(manifest: JsonObject, sheet: SectionSheet, scope: EncodeScope): Taken {
  let left = manifest
  const rows = SECTIONS[sheet].flatMap((section: Section) => {
    const value = valueAt(left, section.path)
    const records = isList(value) ? value : value === undefined ? [] : [value]
    if (records.length === 0 || !records.every(isObject)) return []
    left = without(left, section.path)
    return records.flatMap((record, index) => sectionRows(record, index, { section, scope }))
  })
  return { rows, left }
}

function sectionRows(
  record: JsonObject,
  index: number,
  { section, scope }: { readonly section: Section; readonly scope: EncodeScope },
): readonly Row[] {
  const { kind, fields, labelled, inner } = section
  const { kinds } = scope.texts
  const id = typeof record['id'] === 'string' ? record['id'] : null
  const rowId = `${kind}:${id ?? `#${index}`}`
  const steps = inner ? valueAt(record, [inner.key]) : undefined
  const elements = isList(steps) && steps.length > 0 && steps.every(isObject) ? steps : []
  const bare = elements.length > 0 && inner ? without(record, [inner.key]) : record
  const extra = { kind: kinds[kind], ...(labelled === true && id !== null ? { code: id } : {}) }
  return [
    encodeRecord(id === null ? bare : without(bare, ['id']), { id: rowId, fields, extra }, scope),
    ...elements.map((element, place) =>
      encodeRecord(
        element,
        {
          id: `${inner?.kind}:${id}/#${place}`,
          fields: inner?.fields ?? [],
          extra: { kind: kinds[inner?.kind ?? kind] },
        },
        scope,
      ),
    ),
  ]
}

/** Reads the rows of a sheet back into the manifest. */
export function decodeSections(table: ReadTable, sheet: SectionSheet, scope: DecodeScope): JsonObject {
  const sections: readonly Section[] = SECTIONS[sheet]
  const found = new Map<Section, JsonObject[]>()
  const ids = idsOf(table)
  let outer: {
    readonly inner: NonNullable<Section['inner']>
    readonly list: JsonObject[]
    readonly path: string
  } | null = null
  for (const row of table.rows) {
    const kind = kindOf(row.id) ?? keyOf('kinds', readText(row.cell('kind'), scope) ?? '')
    if (outer && kind === outer.inner.kind) {
      const path = `${outer.path}/${outer.inner.key}/${outer.list.length}`
      outer.list.push(decodeRecord(row, { fields: outer.inner.fields, path }, scope))
      continue
    }
    const section = sections.find((one) => one.kind === kind)
    if (!section) {
      scope.report(
        fault('WORKBOOK_KIND', { kinds: sections.map((one) => scope.texts.kinds[one.kind]) }, row.cell('kind').at),
      )
      continue
    }
    const list = found.get(section) ?? []
    const { record, path } = decodeSection(row, { section, index: list.length, ids }, scope)
    list.push(record)
    found.set(section, list)
    const inner: JsonObject[] = []
    outer = section.inner ? { inner: section.inner, list: inner, path } : null
    if (section.inner) list[list.length - 1] = lazily(record, section.inner.key, inner)
  }
  let manifest: JsonObject = {}
  for (const [{ kind, path }, list] of found) {
    const value: Json = kind === 'unitOfAssessment' ? (list[0] ?? {}) : list
    manifest = withValue(manifest, path, value)
  }
  return manifest
}

/** The record with the list that rows still to come will fill. */
const lazily = (record: JsonObject, key: string, list: readonly JsonObject[]): JsonObject => ({
  ...record,
  [key]: list,
})

function decodeSection(
  row: ReadTable['rows'][number],
  { section, index, ids }: { readonly section: Section; readonly index: number; readonly ids: Ids },
  scope: DecodeScope,
): { readonly record: JsonObject; readonly path: string } {
  const { kind, fields, labelled } = section
  const root = section.path.join('/')
  if (kind === 'unitOfAssessment') return { record: decodeRecord(row, { fields, path: root }, scope), path: root }
  if (kind === 'basicRule') {
    const path = `${root}/${index}`
    return { record: decodeRecord(row, { fields, path }, scope), path }
  }
  const label = labelled === true ? readText(row.cell('code'), scope) : undefined
  const id = label ?? idOfRow(row, ids, { scope, label: labelled === true })
  const path = `${root}/${id}`
  return { record: { id, ...decodeRecord(row, { fields, path }, scope) }, path }
}

const kindOf = (id: string): string | undefined => (id.includes(':') ? id.slice(0, id.indexOf(':')) : undefined)
