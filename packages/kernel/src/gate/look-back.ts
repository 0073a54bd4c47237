import type { Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import { positionsOf } from '../period-numbers.ts'

/** One row somewhere: where the facts of a period stand. */
export interface RowRef {
  readonly dataset: Dataset
  readonly row: number
  readonly period: string
}

/**
 * Earlier rows of a row's unit whose period is less than so many months before, the latest first.
 *
 * @param months - Look-back of the gate. Equal to a period's length it reaches no earlier period: the current one covers
 * those months itself.
 */
export type LookBack = (row: number, months: number) => readonly RowRef[]

/**
 * Finds earlier periods in the dataset and its history. Periods that are all whole numbers (years) differ by their
 * difference times `periodMonths`; any others by their place among the sorted periods.
 */
export function lookBackOf({ framework }: Plan, dataset: Dataset, history?: Dataset): LookBack {
  if (!framework.gates.some((gate) => (gate.lookbackMonths ?? 0) > framework.periodMonths)) return () => []
  const rows = [dataset, ...(history ? [history] : [])].flatMap((source) => refsOf(source))
  const position = positionsOf(rows.map(({ period }) => period))
  const byUnit = Map.groupBy(rows, ({ dataset: source, row }) => source.units[row] ?? '')

  return (row, months) => {
    const now = position(dataset.periods[row] ?? '')
    const isWithin = ({ period }: RowRef): boolean => {
      const before = (now - position(period)) * framework.periodMonths
      return before > 0 && before < months
    }
    const earlier = (byUnit.get(dataset.units[row] ?? '') ?? []).filter(isWithin)
    return earlier.sort((a, b) => position(b.period) - position(a.period))
  }
}

const refsOf = (dataset: Dataset): readonly RowRef[] => dataset.periods.map((period, row) => ({ dataset, row, period }))
