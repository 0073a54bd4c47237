/** What the trial columns hold when a workbook is written, and what the formulas then give. */
import type { WorkbookTexts } from '@plumbline/i18n'
import {
  asReported,
  Blank,
  FaultError,
  planAt,
  rawValues,
  score,
  withoutFormulas,
  type Column,
  type Dataset,
  type Plan,
  type Result,
} from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { CellValue } from './cells/context.ts'
import { liveKey } from './file/live.ts'
import { TRIAL_ROWS } from './formulas/grading.ts'
import type { TrialContext } from './formulas/trial.ts'
import type { Encoded } from './tables.ts'

/** Values of one unit by indicator or fact id; what is absent is unanswered. */
export interface TrialValues {
  /** Of a batch it takes the place of the unit of the same name and period. */
  readonly unit?: string
  readonly period?: string
  readonly group: string | null
  readonly values: Readonly<Record<string, number | boolean | 'N/A'>>
}

/** The tables with the trial typed in. */
export function withTrialValues(
  tables: Encoded['tables'],
  trial: TrialValues,
  { words }: WorkbookTexts,
): Encoded['tables'] {
  const cellOf = (id: string): CellValue => {
    const value = trial.values[id]
    if (value === undefined) return null
    if (value === 'N/A') return words.notApplicable
    return typeof value === 'boolean' ? (value ? words.yes : words.no) : value
  }
  const { group, unit, period } = trial
  const filled = (key: 'tree' | 'subject'): Encoded['tables']['tree'] => ({
    ...tables[key],
    rows: tables[key].rows.map((row) => {
      const [, kind = '', id = ''] = /^@?(\w+):(.*)$/s.exec(row.id) ?? []
      const said = { [TRIAL_ROWS.group]: group, [TRIAL_ROWS.unit]: unit, [TRIAL_ROWS.period]: period }[row.id]
      if (said !== undefined) return { ...row, cells: { ...row.cells, trial: said } }
      const known = kind === 'node' || kind === 'fact' ? cellOf(id) : null
      return known === null ? row : { ...row, cells: { ...row.cells, trial: known } }
    }),
  })
  return { ...tables, tree: filled('tree'), subject: filled('subject') }
}

/** Scores as the kernel gives them, for programs that show a stored value before they compute. */
export function trialResults(
  { plugin, rowOf }: Pick<TrialContext, 'plugin' | 'rowOf'>,
  trial: TrialValues,
  peers: readonly TrialValues[],
): ReadonlyMap<string, CellValue> {
  const others = peers.filter(({ unit, period }) => unit !== trial.unit && period === trial.period)
  const result = scored(plugin, [trial, ...others])
  if (!result) return new Map()
  return new Map(
    plugin.plan.nodes.flatMap(({ spec }, index) => {
      const value = result.nodes[index]?.score[0] ?? Number.NaN
      return Number.isNaN(value) ? [] : [[liveKey('tree', rowOf('node', spec.id), 'score'), value] as const]
    }),
  )
}

/** null where the trial cannot be scored as it stands: the formulas then begin empty. */
function scored({ plan }: LoadedPlugin, rows: readonly TrialValues[]): Result | null {
  try {
    return score(withoutFormulas(plan), rowsDataset(rows))
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}

/**
 * The first row of a dataset as a trial: of a panel its result, of an indicator with a formula what the formula gives.
 *
 * @param asOf - ISO date as of which parameters are read.
 */
export function trialOf(dataset: Dataset, { catalogue, plan }: LoadedPlugin, asOf: string): TrialValues {
  const booleans = new Set([
    ...catalogue.facts.flatMap(({ id, type }) => (type === 'boolean' ? [id] : [])),
    ...catalogue.nodes.flatMap((node) => (node.kind === 'indicator' && node.type === 'boolean' ? [node.id] : [])),
  ])
  const complete = reportedData(planAt(plan, asOf), dataset)
  const read = (id: string): number => {
    const { spec } = plan.nodes[plan.indexOf.get(id) ?? -1] ?? {}
    const values = spec?.kind === 'indicator' ? rawValues(complete, spec) : complete.columns.get(id)?.values
    return values?.[0] ?? Number.NaN
  }
  const values = [...complete.columns].flatMap(([id, { blanks }]): readonly (readonly [string, Trial])[] => {
    if (blanks[0] === Blank.notApplicable) return [[id, 'N/A']]
    const value = read(id)
    return Number.isNaN(value) ? [] : [[id, booleans.has(id) ? value === 1 : value]]
  })
  const [unit, period] = [complete.units[0], complete.periods[0]]
  return {
    ...(unit !== undefined && { unit }),
    ...(period !== undefined && { period }),
    group: complete.groups[0] ?? null,
    values: Object.fromEntries(values),
  }
}

type Trial = TrialValues['values'][string]

/** With what formulas give; as it is where they cannot be worked out. */
function reportedData(plan: Plan, dataset: Dataset): Dataset {
  try {
    return asReported({ plan, dataset }).dataset
  } catch (error) {
    if (error instanceof FaultError) return dataset
    throw error
  }
}

/** The unit on trial as a dataset of one row. */
export const trialDataset = (trial: TrialValues): Dataset => rowsDataset([trial])

function rowsDataset(rows: readonly TrialValues[]): Dataset {
  const ids = new Set(rows.flatMap(({ values }) => Object.keys(values)))
  const columnOf = (id: string): Column => ({
    values: Float64Array.from(rows, ({ values }) => (isGiven(values[id]) ? Number(values[id]) : Number.NaN)),
    blanks: Uint8Array.from(rows, ({ values }) => {
      const value = values[id]
      return isGiven(value) ? Blank.none : value === 'N/A' ? Blank.notApplicable : Blank.unanswered
    }),
  })
  return {
    size: rows.length,
    units: rows.map(({ unit = 'trial' }) => unit),
    periods: rows.map(({ period = '1' }) => period),
    groups: rows.map(({ group }) => group),
    columns: new Map([...ids].map((id) => [id, columnOf(id)])),
  }
}

const isGiven = (value: Trial | undefined): value is number | boolean => value !== undefined && value !== 'N/A'
