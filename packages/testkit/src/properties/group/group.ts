import { takeRows } from '@plumbline/analysis'
import { settingsOf, type Dataset, type Plan, type SampleNormaliseSpec } from '@plumbline/kernel'
import { datasetOf, withCells, type Cell, type SampleRow } from '../../sample/row.ts'
import { divisorsOf } from '../../sample/space.ts'
import { someRows, type Trial } from '../property.ts'

/** Units that are scored together: one period, one peer group. */
export interface Group {
  readonly trial: Trial
  readonly rows: readonly SampleRow[]
  /** Lays rows out as the peers of each other. */
  readonly lay: (rows: readonly SampleRow[]) => Dataset
}

/** As many units as tell a method by place from a method by distance, and few enough to be scored thousands of times. */
const MOST = 24

/**
 * Invented units as one group: from the worst to the best, odd ones among them, so that no indicator has one value only.
 * What a standard names is there: its reference period and group, its reference units, denominators above 0.
 */
export function groupOf(trial: Trial): Group {
  const { pipeline } = trial.plan.framework
  const reference = pipeline?.reference === 'none' ? undefined : pipeline?.reference
  const period = reference?.period === undefined || reference.period === '*' ? 'p' : reference.period
  const peers = reference?.group ?? trial.space.groups[0] ?? null
  const divisors = divisorsOf(trial.plan.framework)
  const drawn = someRows({ ...trial, runs: Math.min(trial.runs, MOST - 2) })
  const rows = [extreme(trial, 0), ...drawn, extreme(trial, -1)].map((row, place): SampleRow => {
    const cells = Array.from(divisors, (id): readonly [string, Cell] => [id, 50 + 10 * (place % 5)])
    return { ...withCells(row, cells), group: peers }
  })
  // The best units are those that others are measured by.
  const named = new Map(referenceUnits(trial.plan).map((unit, place) => [rows.at(-1 - place), unit]))
  const lay = (laid: readonly SampleRow[]): Dataset => {
    const data = datasetOf(laid, false)
    return {
      ...data,
      units: data.units.map((unit, row) => (isFirst(laid, row) ? (named.get(laid[row]) ?? unit) : unit)),
      periods: data.periods.map(() => period),
    }
  }
  return { trial, rows, lay }
}

/** The unit that is at its worst, or at its best, everywhere. */
function extreme({ space: { domains, facts } }: Trial, place: 0 | -1): SampleRow {
  return {
    group: null,
    cells: new Map([
      ...[...domains].map(([id, domain]) => [id, domain.at(place) ?? null] as const),
      ...facts.map(({ id, values }) => [id, values[0] ?? null] as const),
    ]),
  }
}

/** Units whose value is another's reference. */
const referenceUnits = ({ framework }: Plan): readonly string[] => [
  ...new Set(
    (settingsOf(framework) ?? []).flatMap(({ spec: { normalise } }) => {
      const unit = referenceOf(normalise)
      return unit === null ? [] : [unit]
    }),
  ),
]

const referenceOf = (normalise: { readonly method: string } | SampleNormaliseSpec): string | null =>
  'reference' in normalise && typeof normalise.reference === 'string' ? normalise.reference : null

/** The same units in another order. */
export const turned = (data: Dataset): Dataset => takeRows(data, [...data.units.keys()].reverse())

/** Whether a row is laid out for the first time: a name is had once. */
const isFirst = (laid: readonly SampleRow[], row: number): boolean => laid.findIndex((one) => one === laid[row]) === row
