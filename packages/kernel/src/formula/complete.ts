import { isBranch, type Plan } from '../compile.ts'
import type { Column, Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { IndicatorSpec } from '../framework.ts'
import { evaluate, nothing, type Cells, type Failure } from './evaluate.ts'
import type { FormulaSpec } from './expression.ts'
import { failureFaults } from './faults.ts'
import { onGrid } from './grid.ts'
import { applyRule } from './not-applicable.ts'
import { dateFaults, readerOf } from './reader.ts'

/** A dataset with the values that formulas gave. */
export interface Completed {
  readonly dataset: Dataset
  readonly faults: readonly Fault[]
}

/**
 * Works out what a standard's formulas say of a dataset: where an indicator does not apply, then the raw values of the
 * indicators that have a formula. Columns so filled are marked and not filled again, so completing twice changes nothing.
 *
 * An indicator with a program has its column from whoever ran it, marked as computed; its rule of not applicable is applied
 * here.
 *
 * @returns The dataset with the columns added; the same object where the plan has no formulas. The faults: a parameter
 * without a date, a computed column that was given, a program that was not run, a claim of not applicable that the rule does not allow, every
 * operation that is not defined, each with unit and period. With faults the columns are not to be used.
 * @example completeDataset(plan, dataset).dataset === dataset // true
 */
export function completeDataset(plan: Plan, dataset: Dataset): Completed {
  const indicators = plan.nodes
    .flatMap((node) => (isBranch(node) ? [] : [node.spec]))
    .filter(({ id, value, code, notApplicable }) => {
      const isComputed = dataset.columns.get(id)?.computed === true
      return code ? !isComputed || notApplicable : (value ?? notApplicable) && !isComputed
    })
  if (indicators.length === 0) return { dataset, faults: [] }
  const given = indicators.filter(({ id, value, code }) => {
    const column = dataset.columns.get(id)
    return (value ?? code) && column && column.computed !== true
  })
  const notRun = indicators.filter(({ id, code }) => code && !dataset.columns.has(id))
  const refused = [
    ...dateFaults(plan.framework),
    ...given.map(({ id }) => fault('COMPUTED_COLUMN_GIVEN', {}, { id })),
    ...notRun.map(({ id, code }) => fault('CODE_NOT_RUN', { file: code?.file ?? '' }, { id })),
  ]
  if (refused.length > 0) return { dataset, faults: refused }

  const faults: Fault[] = []
  const columns = new Map(dataset.columns)
  const isReported = ({ value }: IndicatorSpec): boolean => value === undefined
  for (const spec of [...indicators.filter(isReported), ...indicators.filter((one) => !isReported(one))]) {
    const value = spec.value ? onDecimals(run(spec.id, spec.value)) : columns.get(spec.id)
    fill(spec, value ?? nothing(dataset.size))
  }
  return { dataset: { ...dataset, columns }, faults }

  /** The columns as given, those of reported indicators after their rules. */
  function run(id: string, formula: FormulaSpec): Cells {
    const failures: Failure[] = []
    const cells = evaluate(formula.body, {
      size: dataset.size,
      read: readerOf(plan.framework, { ...dataset, columns }),
      fail: (failure) => failures.push(failure),
    })
    faults.push(...failureFaults(failures, { text: formula.text, id, dataset }))
    return cells
  }

  function fill(spec: IndicatorSpec, cells: Column): void {
    const { id, notApplicable } = spec
    const ruled = notApplicable ? applyRule(spec, { dataset, cells, rule: run(id, notApplicable) }) : null
    faults.push(...(ruled?.faults ?? []))
    columns.set(id, { ...cells, ...ruled?.cells, computed: true })
  }
}

const onDecimals = ({ values, blanks }: Cells): Cells => ({ values: values.map((value) => onGrid(value)), blanks })
