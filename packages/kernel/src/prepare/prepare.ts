import type { Plan } from '../compile.ts'
import { Blank, type Dataset } from '../dataset.ts'
import { FaultError } from '../errors.ts'
import { rawValues } from '../normalise/raw.ts'
import { readsHistory, settingsOf, type Settings } from '../pipeline/settings.ts'
import { denominateColumn, type DenominatedColumn } from './denominating.ts'
import type { Kept } from './gaps.ts'
import { imputeColumns } from './imputing.ts'
import type { Imputed, Prepared, PreparedColumn } from './prepared.ts'
import { partsOf, referenceFaults } from './samples.ts'
import { screenTable, type RawColumn, type Screening } from './screening.ts'
import { joinHistory } from './table.ts'
import { treatParts } from './treating.ts'

/** What preparation reads beside the dataset. */
export interface PrepareOptions {
  /** Rows of earlier periods: read where the pipeline fills over periods or has a reference period. */
  readonly history?: Dataset | undefined
  /**
   * Values for cells that the pipeline imputes, in place of its own, by indicator and row: one draw of a multiple
   * imputation. After denomination, before treatment.
   */
  readonly imputations?: ReadonlyMap<string, ReadonlyMap<number, number>> | undefined
}

/**
 * Prepares a dataset as the framework's pipeline says: screen, denominate, impute, treat. The dataset has passed
 * `validateDataset` and is not changed.
 *
 * @returns null where the framework has no pipeline and no normaliser reads a sample: the data are scored as they stand.
 * @throws FaultError with every fault of the step that could not be done, each with the indicator and, where there is one,
 * unit and period: DENOMINATOR_ZERO, IMPUTE_EM_SINGULAR, PIPELINE_REFERENCE_EMPTY and the like.
 * @example prepare(plan, dataset) // null
 */
export function prepare(plan: Plan, dataset: Dataset, options: PrepareOptions = {}): Prepared | null {
  const settings = settingsOf(plan.framework)
  if (!settings) return null
  const table = joinHistory(dataset, readsHistory(settings) ? options.history : undefined)
  const raw = settings.map((one): RawColumn => ({
    settings: one,
    values: rawValues(table, one.spec),
    blanks: table.columns.get(one.spec.id)?.blanks,
  }))
  const { screen = {}, reference = 'none' } = plan.framework.pipeline ?? {}
  const screening = screenTable(table, raw, { screen, reference: reference === 'none' ? null : reference })
  const rows = [...table.units.keys()].filter((row) => !screening.units.has(row))
  const run: Run = { table, rows, screening, faults: [] }

  const divided = settled(run, () => raw.map((column) => [column, denominated(run, column)] as const))
  const observed = divided.map(([column, { values }]) => observe(run, column, values))
  const filled = settled(run, () => {
    for (const one of distinctReferences(settings)) run.faults.push(...referenceFaults(partsOf(table, rows, one), one))
    return imputeColumns(observed, { ...run, given: options.imputations ?? new Map() })
  })
  const columns = settled(run, () =>
    observed.map(({ settings: one, values }, index): readonly [string, PreparedColumn] => {
      const imputed = filled.get(one.spec.id) ?? new Map<number, Imputed>()
      const cells = divided[index]?.[1].cells ?? new Map()
      return [one.spec.id, finish(run, { settings: one, values, imputed, cells })]
    }),
  )
  return { units: table.units, periods: table.periods, droppedUnits: screening.units, columns: new Map(columns) }
}

interface Run extends Kept {
  readonly screening: Screening
}

/** The outcome of a step over all indicators, or all of its faults. */
function settled<T>({ faults }: Run, step: () => T): T {
  const outcome = step()
  if (faults.length > 0) throw new FaultError(faults)
  return outcome
}

const denominated = (run: Run, { settings, values }: RawColumn): DenominatedColumn =>
  denominateColumn(settings, values, run) ?? { values, cells: new Map() }

const distinctReferences = (settings: readonly Settings[]): readonly Settings['reference'][] => [
  ...new Map(settings.map(({ reference }) => [JSON.stringify(reference), reference])).values(),
]

/** What is there to read of a column, and which of its gaps may be filled. */
function observe({ rows, screening }: Run, { settings, blanks }: RawColumn, values: Float64Array) {
  const dropped = screening.indicators.get(settings.spec.id)
  const seen = new Float64Array(values.length).fill(NaN)
  const gaps: number[] = []
  for (const row of rows) {
    if (dropped?.has(row) || blanks?.[row] === Blank.notApplicable) continue
    const value = values[row] ?? NaN
    seen[row] = value
    if (Number.isNaN(value)) gaps.push(row)
  }
  return { settings, values: seen, gaps }
}

interface Cells {
  readonly settings: Settings
  readonly values: Float64Array
  readonly imputed: ReadonlyMap<number, Imputed>
  readonly cells: PreparedColumn['denominated']
}

function finish(run: Run, { settings, values, imputed, cells }: Cells): PreparedColumn {
  const complete = Float64Array.from(values)
  for (const [row, { value }] of imputed) complete[row] = value
  const parts = partsOf(run.table, run.rows, settings.reference)
  const treated = treatParts(settings, complete, { ...run, parts })
  const partOf = new Int32Array(run.table.size).fill(-1)
  for (const [part, { rows }] of treated.parts.entries()) for (const row of rows) partOf[row] = part
  return {
    settings,
    values: treated.values,
    dropped: run.screening.indicators.get(settings.spec.id) ?? new Map(),
    denominated: cells,
    imputed,
    treated: treated.marks,
    parts: treated.parts,
    partOf,
  }
}
