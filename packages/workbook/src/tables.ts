/** A standard as tables, before anything is laid out. */
import type { WorkbookTexts } from '@plumbline/i18n'
import type { Translation } from './cells/context.ts'
import type { JsonObject } from './json.ts'
import { isObject } from './json.ts'
import { nameBook, type Terms } from './names-of.ts'
import type { EncodeScope } from './record.ts'
import { BASICS_COLUMNS, encodeBasics } from './sheets/basics.ts'
import { encodeCases, type CaseItems } from './sheets/cases.ts'
import { CHANGES_COLUMNS, encodeChanges } from './sheets/changes.ts'
import { encodeParams, PARAMS_COLUMNS } from './sheets/params.ts'
import { rulesColumns } from './sheets/rules.ts'
import { encodeSections, sectionColumns } from './sheets/sections.ts'
import { encodeTree, TREE_COLUMNS } from './sheets/tree.ts'
import type { SheetKey, Table } from './table.ts'

/** What a plugin folder says, as plain data. */
export interface StandardDocument {
  /** `plugin.yaml`, without the defaults that the schema would fill in. */
  readonly manifest: JsonObject
  /** `cases.yaml`; null where there is none. */
  readonly cases: JsonObject | null
  /** `CHANGELOG.md`; empty where there is none. */
  readonly changelog: string
}

export interface Encoded {
  readonly tables: Readonly<Record<Exclude<SheetKey, 'translations'>, Table>>
  readonly translations: readonly Translation[]
  /** What the file of cases says beside them; null where there is no such file. */
  readonly casesHead: JsonObject | null
  readonly points: number
}

/** What the tables are made with, beside the standard itself. */
export interface Encoding {
  /** What the standard can name, what it takes over included. */
  readonly terms: Terms
  readonly texts: WorkbookTexts
  readonly items: CaseItems
}

export function encodeStandard(
  { manifest, cases, changelog }: StandardDocument,
  { terms, texts, items }: Encoding,
): Encoded {
  const translations: Translation[] = []
  const names = nameBook(terms)
  const scope = (sheet: SheetKey): EncodeScope => ({ sheet, texts, names, translations })
  const { tree: root, ...above } = manifest
  const tree = encodeTree(isObject(root) ? root : {}, scope('tree'))
  const subject = encodeSections(above, 'subject', scope('subject'))
  const vocabulary = encodeSections(subject.left, 'vocabulary', scope('vocabulary'))
  const grades = encodeSections(vocabulary.left, 'grades', scope('grades'))
  const params = encodeParams(grades.left, scope('params'))
  const golden = encodeCases(cases, items, scope('cases'))
  const table = (key: SheetKey, columns: readonly string[], rows: Table['rows']): Table => ({ key, columns, rows })
  return {
    tables: {
      basics: table('basics', BASICS_COLUMNS, encodeBasics(params.left, scope('basics'))),
      subject: table('subject', sectionColumns('subject'), subject.rows),
      tree: table('tree', TREE_COLUMNS, tree.tree),
      rules: table('rules', rulesColumns(tree.points), tree.rules),
      params: table('params', PARAMS_COLUMNS, params.rows),
      vocabulary: table('vocabulary', sectionColumns('vocabulary'), vocabulary.rows),
      grades: table('grades', sectionColumns('grades'), grades.rows),
      cases: table('cases', golden.columns, golden.rows),
      changes: table('changes', CHANGES_COLUMNS, encodeChanges(changelog)),
    },
    translations,
    casesHead: golden.head,
    points: tree.points,
  }
}
