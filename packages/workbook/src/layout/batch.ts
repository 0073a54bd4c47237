/**
 * Two sheets that are written and not read. One holds the units of a batch, the unit on trial first, then the golden
 * cases, then blank rows to type in; the other the steps by which they are compared.
 */
import { columnLetter } from '@plumbline/intake'
import type { WorkbookTexts } from '@plumbline/i18n'
import { isBranch, type IndicatorSpec } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { CellValue } from '../cells/context.ts'
import { batchColumns } from '../formulas/batch.ts'
import { TRIAL_ROWS } from '../formulas/grading.ts'
import type { Needs } from '../formulas/needs.ts'
import { inRow, ROW, type StepColumn } from '../formulas/steps.ts'
import { fixedCells, nodesOf, type TrialContext } from '../formulas/trial.ts'
import { liveKey, type LiveCell } from '../file/live.ts'
import type { Table } from '../table.ts'
import type { TrialValues } from '../trial.ts'
import { BLANK_ROWS, columnsOf, FIRST_ROW, quoted } from './place.ts'

const TRIAL = '@trial'
const peerId = (index: number): string => `@peer:${index}`

/** Sheets of a batch with their formulas. */
export interface BatchSheets {
  readonly units: Table
  readonly steps: Table
  readonly live: ReadonlyMap<string, LiveCell>
}

export interface BatchInput {
  readonly plugin: LoadedPlugin
  readonly texts: WorkbookTexts
  readonly needs: Needs
  readonly cases: Table
  /** What computed and rated indicators come to in each golden case. */
  readonly peers: readonly TrialValues[]
}

/** null where every score stands alone. */
export function unitsTable({ plugin, texts, needs, cases, peers }: BatchInput): Table | null {
  if (needs.nodes.length === 0) return null
  const names = new Map([...plugin.catalogue.facts, ...plugin.catalogue.nodes].map(({ id, zh }) => [id, zh]))
  const items = itemsOf(plugin, needs)
  const columns = ['name', 'case.period', 'case.group', ...items]
  const ids = [TRIAL, ...Array.from({ length: cases.rows.length + BLANK_ROWS }, (_, index) => peerId(index))]
  const heads = {
    name: texts.columns['case.unit'],
    ...Object.fromEntries(items.map((id) => [id, names.get(id) ?? id])),
  }
  const given = (place: number): Readonly<Record<string, CellValue>> =>
    Object.fromEntries(
      items.flatMap((id) => {
        const value = isLinked(id, plugin) ? undefined : peers[place]?.values[id]
        return value === undefined ? [] : [[id, value === 'N/A' ? texts.words.notApplicable : value]]
      }),
    )
  return {
    key: 'batch',
    columns,
    heads,
    rows: ids.map((id, place) => ({ id, cells: given(place - 1) })),
  }
}

/** Facts that divide, then indicators. */
function itemsOf(plugin: LoadedPlugin, { nodes, settings }: Needs): readonly string[] {
  const facts = [...(settings?.values() ?? [])].flatMap(({ denominate }) => (denominate ? [denominate.by] : []))
  return [...new Set([...facts, ...nodes.flatMap((spec) => (spec.kind === 'indicator' ? [spec.id] : []))])]
}

/** Typed in a case as it is scored: no formula, no program, no ratings of a panel. */
function isLinked(id: string, { plan }: LoadedPlugin): boolean {
  const node = plan.nodes[plan.indexOf.get(id) ?? -1]
  return !node || isBranch(node) || isPlain(node.spec)
}

const isPlain = ({ value, code, normalise }: IndicatorSpec): boolean =>
  value === undefined && code === undefined && normalise.method !== 'expert'

/** The steps of a batch, and the formulas of both sheets. */
export function batchSheets(
  units: Table,
  { plugin, texts, needs, cases }: BatchInput,
  context: Omit<TrialContext, 'step'>,
): BatchSheets {
  const names = new Map(plugin.catalogue.nodes.map(({ id, zh }) => [id, zh]))
  const letters = new Map(columnsOf(units).map((column, index) => [column, columnLetter(index)]))
  const sheet = quoted(texts.sheets.batch)
  const typed = (column: string): string => `${sheet}!$${letters.get(column) ?? 'A'}${ROW}`
  const wanted = new Set(needs.nodes.map(({ id }) => id))
  const columns = batchColumns(
    nodesOf(plugin).filter(({ spec }) => wanted.has(spec.id)),
    needs,
    {
      texts,
      nameOf: (id) => names.get(id) ?? id,
      rows: units.rows.length,
      fixed: fixedCells(context),
      typed,
      trial: (column) => inRow(typed(column), FIRST_ROW).replace(/\$([A-Z]+)(\d+)$/, '$$$1$$$2'),
    },
  )
  const steps: Table = {
    key: 'steps',
    columns: ['name', ...columns.map(({ key }) => key)],
    heads: { name: texts.columns['case.unit'], ...Object.fromEntries(columns.map(({ key, head }) => [key, head])) },
    rows: units.rows.map(({ id }) => ({ id, cells: {} })),
  }
  return {
    units,
    steps,
    live: new Map([...unitFormulas(units, cases, context), ...stepFormulas(steps, columns, typed('name'))]),
  }
}

function* stepFormulas(
  { rows }: Table,
  columns: readonly StepColumn[],
  name: string,
): Generator<readonly [string, LiveCell]> {
  for (const [place, { id }] of rows.entries()) {
    const row = FIRST_ROW + place
    yield [liveKey('steps', id, 'name'), { formula: `IF(${inRow(name, row)}="","",${inRow(name, row)})`, result: null }]
    for (const { key, formula, trial, array } of columns) {
      const own = place === 0 && trial !== undefined ? trial : formula
      yield [liveKey('steps', id, key), { formula: inRow(own, row), result: null, ...(array && { array }) }]
    }
  }
}

/** The unit on trial is what is typed in the tree; the golden cases are what stands in their sheet, row by row. */
function* unitFormulas(
  units: Table,
  cases: Table,
  { plugin, grids, rowOf, texts }: Omit<TrialContext, 'step'>,
): Generator<readonly [string, LiveCell]> {
  const shown = (cell: string): LiveCell => ({ formula: `IF(${cell}="","",${cell})`, result: null })
  const facts = new Set(plugin.catalogue.facts.map(({ id }) => id))
  const trialCells: Readonly<Record<string, string | null | undefined>> = {
    name: grids.subject?.absolute(TRIAL_ROWS.unit, 'trial'),
    'case.period': grids.subject?.absolute(TRIAL_ROWS.period, 'trial'),
    'case.group': grids.subject?.absolute(TRIAL_ROWS.group, 'trial'),
  }
  for (const column of units.columns) {
    const own = facts.has(column)
      ? grids.subject?.absolute(rowOf('fact', column), 'trial')
      : grids.tree?.absolute(rowOf('node', column), 'trial')
    const cell = column in trialCells ? trialCells[column] : own
    if (typeof cell === 'string') yield [liveKey('batch', TRIAL, column), shown(cell)]
  }
  const sheet = quoted(texts.sheets.cases)
  const letters = new Map(columnsOf(cases).map((column, index) => [column, columnLetter(index)]))
  const caseCell = (column: string, place: number): string | null => {
    const letter = letters.get(column)
    // By place, so that deleting a case does not break the reference.
    return letter === undefined ? null : `INDEX(${sheet}!$${letter}:$${letter},${FIRST_ROW + place})`
  }
  for (let place = 0; place < cases.rows.length + BLANK_ROWS; place++) {
    for (const column of units.columns) {
      const key = column === 'name' ? 'case.unit' : column
      const cell = caseCell(key, place) ?? caseCell(`values.${column}`, place) ?? caseCell(`facts.${column}`, place)
      if (cell === null || !isLinked(column, plugin)) continue
      const deleted = column === 'name' ? caseCell('deleted', place) : null
      const formula = shown(cell).formula
      yield [
        liveKey('batch', peerId(place), column),
        { formula: deleted === null ? formula : `IF(${deleted}<>"","",${formula})`, result: null },
      ]
    }
  }
}

/** Cell of a step of the unit on trial, from another sheet. */
export function trialStep(steps: Table, texts: WorkbookTexts, key: string): string | null {
  const at = columnsOf(steps).indexOf(key)
  return at < 0 ? null : `${quoted(texts.sheets.steps)}!$${columnLetter(at)}$${FIRST_ROW}`
}
