/** From tables back to a standard, with every cell that cannot be read. */
import { workbookTexts } from '@plumbline/i18n'
import { caution, fault, type Fault, type FaultPlace } from '@plumbline/kernel'
import { keyOf, readText } from './cells/read.ts'
import { VOCABULARIES } from './cells/names.ts'
import type { Remembered, ReadWorkbook } from './file/read.ts'
import { isObject, merged, type JsonObject } from './json.ts'
import { nameBook, noTerms, type Terms } from './names-of.ts'
import type { DecodeScope } from './record.ts'
import { decodeBasics } from './sheets/basics.ts'
import { decodeCases } from './sheets/cases.ts'
import { decodeChanges } from './sheets/changes.ts'
import { decodeParams } from './sheets/params.ts'
import { decodeSections } from './sheets/sections.ts'
import { englishOf } from './sheets/translations.ts'
import { decodeTree } from './sheets/tree.ts'
import { SHEETS, type ReadRow, type ReadTables, type SheetKey } from './table.ts'
import type { StandardDocument } from './tables.ts'

export interface Decoded {
  readonly document: StandardDocument
  readonly faults: readonly Fault[]
  /** Where a value stands, by a path that reads by ids; the nearest above it where it has no cell of its own. */
  readonly placeOf: (path: string) => FaultPlace | null
  /** Names of the rows that the author has marked as deleted. */
  readonly deleted: readonly string[]
  /** Places of the golden cases whose rows the author has added. */
  readonly addedCases: readonly number[]
}

export interface DecodeOptions {
  /** Rows that are gone without a mark are meant to be deleted. */
  readonly allowGone?: boolean
}

export function decodeStandard(workbook: ReadWorkbook, { allowGone = false }: DecodeOptions = {}): Decoded {
  const faults: Fault[] = [...workbook.faults]
  const places = new Map<string, FaultPlace>()
  const { tables, deleted } = withoutDeleted(workbook.tables)
  const scope: DecodeScope = {
    texts: workbookTexts['zh-CN'],
    names: nameBook(termsIn(workbook.remembered, tables)),
    english: englishOf(tables.translations),
    report: (one) => void faults.push(one),
    place: (path, at) => {
      if (!places.has(path)) places.set(path, at)
    },
  }
  const tree = decodeTree(tables, scope)
  const parts = [
    decodeBasics(tables.basics, scope),
    decodeSections(tables.subject, 'subject', scope),
    decodeSections(tables.vocabulary, 'vocabulary', scope),
    decodeSections(tables.grades, 'grades', scope),
    decodeParams(tables.params, scope),
    tree ? { tree } : {},
  ]
  const manifest = parts.reduce(merged, {})
  const head = workbook.remembered.head['cases']
  const { document: cases, added } = decodeCases(tables.cases, isObject(head) ? head : null, scope)
  const changelog = decodeChanges(tables.changes, scope)
  faults.push(...goneRows(workbook, allowGone))
  return { document: { manifest: inOrder(manifest), cases, changelog }, faults, placeOf, deleted, addedCases: added }

  function placeOf(path: string): FaultPlace | null {
    const steps = path.split('/')
    for (let length = steps.length; length > 0; length--) {
      const found = places.get(steps.slice(0, length).join('/'))
      if (found) return found
    }
    return null
  }
}

/** The order in which a manifest is read. */
const ORDER = [
  'apiVersion',
  'kind',
  'id',
  'version',
  'kernel',
  'semantics',
  'role',
  'publisher',
  'status',
  'title',
  'uses',
  'unitOfAssessment',
  'groups',
  'display',
  'missing',
  'modelledOn',
  'standard',
  'coreBindings',
  'keyProcesses',
  'params',
  'tree',
  'facts',
  'gates',
  'grades',
  'basicRule',
  'ladders',
  'sources',
  'evidenceKinds',
]

function inOrder(manifest: JsonObject): JsonObject {
  const place = (key: string): number => (ORDER.includes(key) ? ORDER.indexOf(key) : ORDER.indexOf('tree') - 0.5)
  return Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => place(a) - place(b)))
}

const quiet = { report: (): undefined => undefined }
const textOf = (row: ReadRow, column: string): string => readText(row.cell(column), quiet) ?? ''
const nameOf = (row: ReadRow): string =>
  ['name', 'item', 'version', 'case.id', 'case.unit'].map((column) => textOf(row, column)).find((one) => one !== '') ??
  ''

/** Rows of other standards, blank ones and those that are marked as deleted are none of the standard. */
function withoutDeleted(tables: ReadTables): { readonly tables: ReadTables; readonly deleted: readonly string[] } {
  const deleted: string[] = []
  const kept = SHEETS.map((key) => {
    const { rows, columns } = tables[key]
    const own = rows.filter((row) => {
      if (row.id.startsWith('@') || isBlank(row, columns)) return false
      const marked = keyOf('words', textOf(row, 'deleted')) === 'deleted'
      if (marked) deleted.push(nameOf(row))
      return !marked
    })
    return [key, { rows: own, columns }] as const
  })
  return { tables: Object.fromEntries(kept) as unknown as ReadTables, deleted }
}

/** Columns that say nothing of the standard by themselves. */
const BESIDE = new Set([
  '_id',
  'place',
  'score',
  'used',
  'coverage',
  'applies',
  'counts',
  'lower',
  'upper',
  'part',
  'trial',
  'result',
  'path',
  'kind',
  'item',
  'level',
])

const isBlank = (row: ReadRow, columns: readonly string[]): boolean =>
  columns.every((column) => BESIDE.has(column) || textOf(row, column) === '')

/** Ids that were written out and are no longer there, though nobody has marked their rows. */
function goneRows({ tables, remembered }: ReadWorkbook, allowGone: boolean): readonly Fault[] {
  const present = new Set(
    SHEETS.flatMap((key) =>
      tables[key].rows.filter((row) => !isBlank(row, tables[key].columns)).map((row) => `${key}|${row.id}`),
    ),
  )
  const raise = allowGone ? caution : fault
  const gone = remembered.rows.filter(([sheet, id]) => !present.has(`${sheet}|${id}`))
  return gone.map(([sheet, id, name]) =>
    raise('WORKBOOK_ROW_GONE', { name: name === '' ? id : name }, { sheet: sheetName(sheet, tables) }),
  )
}

const sheetName = (key: SheetKey, tables: ReadTables): string =>
  tables[key].rows[0]?.cell('_id').at.sheet ?? workbookTexts['zh-CN'].sheets[key]

/** Names by which cells may call things: those of this workbook as they now read, then those it was written with. */
function termsIn({ terms }: Remembered, tables: ReadTables): Terms {
  const kinds = {
    sources: 'source',
    evidenceKinds: 'evidenceKind',
    ladders: 'ladder',
    grades: 'grade',
    groups: 'group',
    facts: 'fact',
    nodes: 'node',
  } as const
  const rows = [...tables.vocabulary.rows, ...tables.grades.rows, ...tables.subject.rows, ...tables.tree.rows]
  return VOCABULARIES.reduce<Terms>((all, vocabulary) => {
    const now = rows
      .filter((row) => row.id.startsWith(`${kinds[vocabulary]}:`))
      .map((row) => [row.id.slice(row.id.indexOf(':') + 1), nameOf(row)] as const)
    const before = terms.filter(([of]) => of === vocabulary).map(([, id, name]) => [id, name] as const)
    return { ...all, [vocabulary]: [...now, ...before] }
  }, noTerms)
}
