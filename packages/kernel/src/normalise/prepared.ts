import type { Dataset } from '../dataset.ts'
import { FaultError, type Fault } from '../errors.ts'
import type { PreparedColumn, PreparedPart, Prepared } from '../prepare/prepared.ts'
import { pick, placed } from '../prepare/table.ts'
import { normaliseValues } from './indicator.ts'
import type { NormalisedColumn } from './method.ts'
import { readsSample } from './sample/spec.ts'
import { scoreSample } from './sample/score-sample.ts'

/**
 * Normalises every prepared column.
 *
 * @returns By indicator id, columns of the dataset's length.
 * @throws FaultError with every fault of a sample that cannot be read, each with the indicator: SAMPLE_CONSTANT and others.
 */
export function normalisePrepared(prepared: Prepared, dataset: Dataset): ReadonlyMap<string, NormalisedColumn> {
  const faults: Fault[] = []
  const columns = new Map<string, NormalisedColumn>()
  for (const [id, column] of prepared.columns) {
    const scores = new Float64Array(dataset.size).fill(NaN)
    const held = new Int8Array(dataset.size)
    for (const part of column.parts) {
      const rows = part.rows.filter((row) => row < dataset.size)
      const found = placed(() => normalisePart(column, part, { prepared, dataset, rows }), {
        id,
        rows,
        table: prepared,
        faults,
      })
      for (const [place, row] of rows.entries()) {
        scores[row] = found?.scores[place] ?? NaN
        held[row] = found?.held[place] ?? 0
      }
    }
    columns.set(id, { scores, held })
  }
  if (faults.length > 0) throw new FaultError(faults)
  return columns
}

interface Place {
  readonly prepared: Prepared
  readonly dataset: Dataset
  readonly rows: readonly number[]
}

function normalisePart(
  { settings, values }: PreparedColumn,
  part: PreparedPart,
  { prepared, dataset, rows }: Place,
): NormalisedColumn {
  const { normalise, statistics } = part
  if (!readsSample(normalise) || !statistics) {
    const column = normaliseValues(dataset, { ...settings.spec, normalise }, values.slice(0, dataset.size))
    return { scores: pick(column.scores, rows), held: Int8Array.from(rows, (row) => column.held[row] ?? 0) }
  }
  const unit = normalise.method === 'distance-to-reference' ? normalise.reference : null
  const referenceRow = part.sample.find((row) => prepared.units[row] === unit)
  return scoreSample(pick(values, rows), normalise, {
    direction: settings.spec.direction === 'negative' ? 'negative' : 'positive',
    statistics,
    referenceValue: referenceRow === undefined ? NaN : (values[referenceRow] ?? NaN),
  })
}
