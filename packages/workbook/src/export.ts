/** A standard as a workbook. */
import { createHash } from 'node:crypto'
import { fillText, workbookTexts, type Language, type WorkbookTexts } from '@plumbline/i18n'
import { fault, FaultError, KERNEL_VERSION } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { parse } from 'yaml'
import type { CellValue } from './cells/context.ts'
import { jsonText } from './cells/text.ts'
import { WORKBOOK_SCHEMA } from './file/read.ts'
import { liveKey, type LiveCell } from './file/live.ts'
import { writeWorkbook } from './file/write.ts'
import { gateFormulas, gradeFormulas } from './formulas/grading.ts'
import { needsOf } from './formulas/needs.ts'
import { treeFormulas, type CellFormula, type TrialContext } from './formulas/trial.ts'
import { canonical, isObject, type Json } from './json.ts'
import { FOREIGN, withTrialRows } from './layout/foreign.ts'
import { batchSheets, trialStep, unitsTable } from './layout/batch.ts'
import { capacitiesOf, capacityReference, listsOf } from './layout/lists.ts'
import { gridOf, type Grids } from './layout/place.ts'
import { VOCABULARIES } from './cells/names.ts'
import { termsOf, type Terms } from './names-of.ts'
import type { CaseItems } from './sheets/cases.ts'
import { TRANSLATION_COLUMNS } from './sheets/translations.ts'
import { SHEETS, type SheetKey, type Table } from './table.ts'
import { encodeStandard, type Encoded, type StandardDocument } from './tables.ts'
import { trialResults, withTrialValues, type TrialValues } from './trial.ts'

/** Language and trial of a workbook. */
export interface ExportOptions {
  readonly language?: Language
  /** Of the plugin folder; none where it has no cases. */
  readonly cases?: Json
  readonly changelog?: string
  /** What the trial columns hold at first; empty where nothing is said. */
  readonly trial?: TrialValues
  /** What formulas, programs and panels come to in each golden case, in the order of the cases. */
  readonly peers?: readonly TrialValues[]
}

/**
 * Writes a standard as an XLSX: sheets for basics, subject, tree, value rules, parameters, vocabulary, grades and gates,
 * cases, translations and changes; stable ids hidden; formulas that score one unit as its values are typed.
 *
 * @returns The file. The same standard gives the same cells.
 * @throws FaultError WORKBOOK_CANNOT_HOLD - a value that no cell can hold.
 * @example await exportWorkbook(plugin, { language: 'zh-CN' })
 */
export async function exportWorkbook(plugin: LoadedPlugin, options: ExportOptions = {}): Promise<Uint8Array> {
  const texts = workbookTexts[options.language ?? 'zh-CN']
  const document = documentOf(plugin, options)
  const terms = termsOf(plugin.catalogue)
  const encoded = encodeStandard(document, { terms, texts, items: caseItems(plugin) })
  const needs = needsOf(plugin.plan)
  const batch = { plugin, texts, needs, cases: encoded.tables.cases, peers: options.peers ?? [] }
  const units = unitsTable(batch)
  const withRows = withTrialRows(encoded, plugin, { texts, inBatch: units !== null })
  const shown = options.trial ? withTrialValues(withRows, options.trial, texts) : withRows
  const grids: Grids = Object.fromEntries(Object.values(shown).map((table) => [table.key, gridOf(table, texts)]))
  const lists = new Map([...listsOf(terms, texts), ...capacitiesOf(plugin.plan)])
  const fixed = { plugin, texts, grids, needs, rowOf: rowOf(shown), capacity: capacityReference(lists) }
  const beside = units && batchSheets(units, batch, fixed)
  const context: TrialContext = { ...fixed, step: (key) => beside && trialStep(beside.steps, texts, key) }
  const live = new Map<string, LiveCell>([
    ...(beside?.live ?? []),
    ...trialCells(context, options),
    ...ruleNames(shown, grids),
  ])
  for (const { formula } of live.values())
    if (formula.length > LONGEST_FORMULA)
      throw new FaultError([fault('WORKBOOK_CANNOT_HOLD', { what: `=${formula.slice(0, 40)}…` })])
  const translations = translationTable(encoded.translations, { grids, live })
  const tables = [
    ...SHEETS.map((key) => (key === 'translations' ? translations : named(shown[key], plugin, texts))),
    ...(beside ? [beside.units, beside.steps] : []),
  ]
  return writeWorkbook({
    tables,
    texts,
    lists,
    live,
    title: `${plugin.catalogue.title[options.language === 'en' ? 'en' : 'zh']} ${plugin.ref.version}`,
    hidden: remembered({ plugin, encoded, terms, digest: contentDigest(document.manifest) }),
  })
}

interface Remembering {
  readonly plugin: LoadedPlugin
  readonly encoded: Encoded
  readonly terms: Terms
  readonly digest: string
}

/** Rows of the hidden sheet: what the workbook was written from. */
function remembered({ plugin, encoded, terms, digest }: Remembering): readonly (readonly string[])[] {
  return [
    ['head', 'schema', String(WORKBOOK_SCHEMA)],
    ['head', 'plugin', jsonText(plugin.ref.id)],
    ['head', 'version', jsonText(plugin.ref.version)],
    ['head', 'kernel', jsonText(KERNEL_VERSION)],
    ['head', 'digest', jsonText(digest)],
    ...(encoded.casesHead === null ? [] : [['head', 'cases', jsonText(encoded.casesHead)]]),
    ...Object.values(encoded.tables)
      .filter(({ key }) => key !== 'rules')
      .flatMap(({ key, rows }) =>
        rows.map(({ id, cells }) => [
          'row',
          key,
          id,
          String(cells['name'] ?? cells['case.id'] ?? cells['version'] ?? ''),
        ]),
      ),
    ...VOCABULARIES.flatMap((vocabulary) => terms[vocabulary].map(([id, name]) => ['term', vocabulary, id, name])),
  ]
}

type LiveEntry = readonly [key: string, cell: LiveCell]

/** The formulas of the trial, with what the kernel gives for what is typed at first. */
function* trialCells(context: TrialContext, { trial, peers = [] }: ExportOptions): Generator<LiveEntry> {
  const isKnown = context.needs.nodes.length === 0 || peers.length > 0
  const results = trial && isKnown ? trialResults(context, trial, peers) : new Map<string, CellValue>()
  for (const { sheet, row, column, formula, reason } of trialFormulas(context)) {
    const key = liveKey(sheet, row, column)
    const note = reason && context.texts.reasons[reason]
    yield [key, { formula, result: results.get(key) ?? null, ...(note !== undefined && { note }) }]
  }
}

/** The sheet of value rules takes its names from the tree. */
function* ruleNames({ rules, tree }: Encoded['tables'], grids: Grids): Generator<LiveEntry> {
  for (const { id } of rules.rows) {
    const name = tree.rows.find((row) => row.id === id)?.cells['name'] ?? null
    const cell = grids.tree?.absolute(id, 'name')
    if (typeof cell === 'string') yield [liveKey('rules', id, 'name'), { formula: cell, result: name }]
  }
}

/** Excel takes no longer one. */
const LONGEST_FORMULA = 8192

/** What names the content of a manifest, whatever its layout and comments. */
export const contentDigest = (manifest: Json): string =>
  `sha256:${createHash('sha256').update(canonical(manifest)).digest('hex')}`

/** The files of a plugin as plain data. */
export function documentOf(
  { bundle }: Pick<LoadedPlugin, 'bundle'>,
  { cases, changelog = '' }: Pick<ExportOptions, 'cases' | 'changelog'> = {},
): StandardDocument {
  const manifest: unknown = parse(bundle.files['plugin.yaml'] ?? '', { version: '1.2' })
  return {
    manifest: isObject(manifest) ? manifest : {},
    cases: isObject(cases) ? cases : null,
    changelog,
  }
}

function rowOf(tables: Readonly<Record<string, Table>>): TrialContext['rowOf'] {
  const own = new Set(Object.values(tables).flatMap(({ rows }) => rows.map(({ id }) => id)))
  return (kind, id) => (own.has(`${kind}:${id}`) ? `${kind}:${id}` : `${FOREIGN}${kind}:${id}`)
}

const trialFormulas = (context: TrialContext): readonly CellFormula[] => [
  ...treeFormulas(context),
  ...context.plugin.plan.framework.gates.flatMap((gate) => gateFormulas(gate, context)),
  ...gradeFormulas(context),
]

/** Everything that a unit reports, and the results that a case mostly states. */
function caseItems({ catalogue: { facts, inputs, core }, plan }: LoadedPlugin): CaseItems {
  const reported = plan.nodes.flatMap(({ spec }) =>
    spec.kind === 'indicator' && spec.value === undefined && spec.code === undefined ? [spec.id] : [],
  )
  return {
    facts: facts.map(({ id }) => id),
    values: [...inputs.map(({ id }) => id), ...reported],
    expected: ['composite', ...(core === null ? [] : ['core']), 'grade', 'status'],
  }
}

/** Items of cases under their names. */
function named(table: Table, { catalogue }: LoadedPlugin, { columns }: WorkbookTexts): Table {
  if (table.key !== 'cases') return table
  const names = new Map([...catalogue.facts, ...catalogue.nodes, ...catalogue.inputs].map(({ id, zh }) => [id, zh]))
  const words: Readonly<Record<string, string>> = columns
  const heads = table.columns.map((column) => {
    const item = column.replace('[]', '').split('.').at(-1) ?? ''
    const name = names.get(item) ?? words[item] ?? item
    return [
      column,
      words[column] ?? (column.startsWith('expected.') ? fillText(columns.expected, { name }) : name),
    ] as const
  })
  return { ...table, heads: Object.fromEntries(heads) }
}

/** The place of each text is a formula, so that a renamed row shows its new name here. */
function translationTable(
  translations: readonly { readonly key: string; readonly zh: string; readonly en: string }[],
  { grids, live }: { readonly grids: Grids; readonly live: Map<string, LiveCell> },
): Table {
  const rows = translations.map(({ key, zh, en }) => {
    const [sheet = '', id = '', column = ''] = key.split('|')
    const grid = grids[sheet as SheetKey]
    const cell = grid?.absolute(id, column) ?? null
    if (cell !== null) live.set(liveKey('translations', key, 'chinese'), { formula: cell, result: zh })
    return {
      id: key,
      cells: {
        place: `${grid?.sheet ?? ''}!${grid?.address(id, column) ?? ''}`,
        chinese: zh,
        english: en,
      } satisfies Record<string, CellValue>,
    }
  })
  return { key: 'translations', columns: TRANSLATION_COLUMNS, rows }
}
