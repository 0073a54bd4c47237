import { isBranch, type Plan } from '../compile.ts'
import { Blank, type Column, type Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { InputSpec } from '../formula/inputs.ts'
import type { FactSpec, IndicatorSpec } from '../framework.ts'
import { checkRatings, checkRaw, type RawFault } from '../normalise/check.ts'

/**
 * Everything in a dataset that the plan cannot score, each with unit, period and id.
 *
 * @returns DATASET_SHAPE alone where lengths differ; else ROW_TWICE, BLANK_NOT_STATED, BLANK_WITH_VALUE and the faults of
 * single values (RAW_…, RATING…, FACT_…, INPUT_…). Columns that the plan does not know are not read.
 * @example validateDataset(plan, dataset) // []
 */
export function validateDataset(plan: Plan, dataset: Dataset): readonly Fault[] {
  const shape = shapeFaults(dataset)
  if (shape.length > 0) return shape
  const indicators = plan.nodes.flatMap((node) => (isBranch(node) ? [] : [node.spec]))
  return [
    ...rowsTwice(dataset),
    ...indicators.flatMap((spec) => indicatorFaults(dataset, spec)),
    ...validateFacts(plan, dataset),
    ...(plan.framework.inputs ?? []).flatMap((spec) => inputFaults(dataset, spec)),
  ]
}

/** The faults of a dataset's facts alone: all that is read of a history. */
export function validateFacts(plan: Plan, dataset: Dataset): readonly Fault[] {
  return plan.framework.facts.flatMap((spec) => factFaults(dataset, spec))
}

/** DATASET_SHAPE for each column that is not as long as the dataset. */
export function shapeFaults({ size, units, periods, groups, columns }: Dataset): readonly Fault[] {
  const lengths: readonly (readonly [string, number])[] = [
    ['units', units.length],
    ['periods', periods.length],
    ['groups', groups.length],
    ...[...columns].flatMap(([id, { values, blanks }]): (readonly [string, number])[] => [
      [id, values.length],
      [id, blanks.length],
    ]),
  ]
  return lengths
    .filter(([, length]) => length !== size)
    .map(([id, length]) => fault('DATASET_SHAPE', { length, size }, { id }))
}

function rowsTwice({ units, periods }: Dataset): readonly Fault[] {
  const seen = new Map<string, Set<string>>()
  const faults: Fault[] = []
  for (let row = 0; row < units.length; row++) {
    const [unit, period] = [units[row] ?? '', periods[row] ?? '']
    const inPeriod = seen.get(period) ?? new Set()
    seen.set(period, inPeriod)
    if (inPeriod.has(unit)) faults.push(fault('ROW_TWICE', {}, { unit, period }))
    inPeriod.add(unit)
  }
  return faults
}

/** The faults of one indicator's cells. */
export function indicatorFaults(dataset: Dataset, spec: IndicatorSpec): readonly Fault[] {
  const column = dataset.columns.get(spec.id)
  if (!column) return []
  const found = cellFaults(column, (value, row) =>
    column.ratings?.get(row)?.length ? null : checkRaw(spec.normalise, value),
  )
  for (const [row, ratings] of column.ratings ?? []) {
    if (ratings.length > 0) found.push(...checkRatings(spec, ratings).map((raw) => ({ row, raw })))
  }
  return found.map((cell) => place(dataset, spec.id, cell))
}

function factFaults(dataset: Dataset, spec: FactSpec): readonly Fault[] {
  const column = dataset.columns.get(spec.id)
  if (!column) return []
  return cellFaults(column, (value) => checkFact(spec, value)).map((cell) => place(dataset, spec.id, cell))
}

function inputFaults(dataset: Dataset, spec: InputSpec): readonly Fault[] {
  const column = dataset.columns.get(spec.id)
  if (!column) return []
  return cellFaults(column, (value) => checkInput(spec, value)).map((cell) => place(dataset, spec.id, cell))
}

function checkInput({ type, options = 0, min = -Infinity, max = Infinity }: InputSpec, value: number): RawFault | null {
  if (!Number.isFinite(value)) return { code: 'INPUT_INFINITE', params: { value: String(value) } }
  if (type === 'boolean') return value === 0 || value === 1 ? null : { code: 'INPUT_NOT_BOOLEAN', params: { value } }
  if (type !== 'number' && !Number.isInteger(value)) return { code: 'INPUT_NOT_WHOLE', params: { value } }
  if (type === 'choice' && (value < 0 || value >= options)) {
    return { code: 'INPUT_NOT_AN_OPTION', params: { value, options } }
  }
  return value < min || value > max ? { code: 'INPUT_OUT_OF_RANGE', params: { value, min, max } } : null
}

function checkFact({ type }: FactSpec, value: number): RawFault | null {
  if (!Number.isFinite(value)) return { code: 'FACT_INFINITE', params: { value: String(value) } }
  return type === 'number' || value === 0 || value === 1 ? null : { code: 'FACT_NOT_BOOLEAN', params: { value } }
}

interface CellFault {
  readonly row: number
  readonly raw: RawFault
}

function cellFaults(column: Column, check: (value: number, row: number) => RawFault | null): CellFault[] {
  const { values, blanks, ratings } = column
  const faults: CellFault[] = []
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? NaN
    const blank = blanks[row] !== Blank.none
    if (Number.isNaN(value)) {
      if (!blank && !ratings?.get(row)?.length) faults.push({ row, raw: { code: 'BLANK_NOT_STATED', params: {} } })
      continue
    }
    if (blank) faults.push({ row, raw: { code: 'BLANK_WITH_VALUE', params: { value } } })
    const raw = check(value, row)
    if (raw) faults.push({ row, raw })
  }
  return faults
}

function place({ units, periods }: Dataset, id: string, { row, raw }: CellFault): Fault {
  return fault(raw.code, raw.params, { id, unit: units[row] ?? '', period: periods[row] ?? '' })
}
