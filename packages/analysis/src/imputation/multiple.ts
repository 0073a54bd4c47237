import { fault, FaultError, imputeByEm } from '@plumbline/kernel'
import type { Stream } from '../random/stream.ts'
import { streamOf } from '../random/stream.ts'
import { drawConditional, type NormalModel } from './conditional-draw.ts'

/** Number of imputations, their seed and their bounds. */
export interface MultipleOptions {
  /** Unsigned 32-bit integer. */
  readonly seed: number
  /** Number of imputations, m. */
  readonly imputations: number
  /** Smallest and largest value that may be drawn; what lies outside is held there. */
  readonly least?: number
  readonly most?: number
}

/** A bootstrap sample in which EM cannot be done is drawn again, at most so often. */
const TRIES = 25
/** Looser than the kernel's: the bootstrap moves the estimate by far more. */
const TOLERANCE = 1e-6

/**
 * Multiple imputation by EM with bootstrapping: for each imputation the units are drawn with replacement, mean and
 * covariances of maximum likelihood are estimated from them, and every gap is drawn from its normal distribution given
 * what its unit has. So the imputations differ by what is unknown of the parameters as well as of the values.
 *
 * @param columns - p columns of length n; NaN is missing. Not changed. Columns with gaps only, or equal values, are faults.
 * @returns One a imputation: p complete columns, the observed values as they came in.
 * @throws FaultError MULTIPLE_IMPUTATION_FAILED - EM could not be done in any of the bootstrap samples: too few units for
 * the columns, or columns that are combinations of others; the faults of `imputeByEm`.
 * @see Honaker and King (2010), What to do about missing values in time-series cross-section data, AJPS 54(2); Rubin (1987),
 * Multiple Imputation for Nonresponse in Surveys; Little and Rubin, Statistical Analysis with Missing Data, ch. 10.
 * @example imputeMultiply([Float64Array.of(1, 2, 3, 4), Float64Array.of(2, 4.1, 5.9, NaN)], { seed: 1, imputations: 3 }).length // 3
 */
export function imputeMultiply(
  columns: readonly Float64Array[],
  { seed, imputations, least = -Infinity, most = Infinity }: MultipleOptions,
): readonly (readonly Float64Array[])[] {
  imputeByEm(columns, { tolerance: TOLERANCE }) // whatever cannot be done with all the units is named here
  const size = columns[0]?.length ?? 0
  const rows = Array.from({ length: size }, (_, row) => Float64Array.from(columns, (values) => values[row] ?? NaN))
  return Array.from({ length: imputations }, (_, draw) => {
    const first = firstThatWorks(draw)
    return columns.map((values, j) =>
      values.map((value, row) =>
        Number.isNaN(value) ? Math.min(most, Math.max(least, first[row]?.[j] ?? NaN)) : value,
      ),
    )
  })

  function firstThatWorks(draw: number): readonly Float64Array[] {
    for (let part = 0; part < TRIES; part++) {
      const stream = streamOf({ seed, what: 'multiple-imputation', draw, part })
      const model = bootstrapModel(columns, stream)
      const complete = model && completeRows(rows, model, stream)
      if (complete) return complete
    }
    throw new FaultError([fault('MULTIPLE_IMPUTATION_FAILED', { tries: TRIES, units: size, columns: columns.length })])
  }
}

/** EM of the units drawn with replacement; null where it cannot be done. */
function bootstrapModel(columns: readonly Float64Array[], stream: Stream): NormalModel | null {
  const size = columns[0]?.length ?? 0
  const sample = Array.from({ length: size }, () => Math.floor(stream.uniform() * size))
  try {
    return imputeByEm(columns, { tolerance: TOLERANCE, sample })
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}

function completeRows(
  rows: readonly Float64Array[],
  model: NormalModel,
  stream: Stream,
): readonly Float64Array[] | null {
  const complete: Float64Array[] = []
  for (const row of rows) {
    const drawn = row.some((value) => Number.isNaN(value)) ? drawConditional(row, model, stream) : row
    if (!drawn) return null
    complete.push(drawn)
  }
  return complete
}
