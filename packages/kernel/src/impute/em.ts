import { fault, FaultError } from '../errors.ts'
import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'
import { deviationOf, meanOf, observed } from '../treat/moments.ts'
import { cholesky, solve } from './factor.ts'
import { fillMissing, sampled, type ImputedColumn, type SampleRows } from './imputed.ts'

/** When EM stops. */
export interface EmOptions extends SampleRows {
  /** Largest change of a mean or covariance, in standard deviations, at which the estimate stands. */
  readonly tolerance?: number
  readonly iterations?: number
}

/** The columns after EM, with the means and covariances it found. */
export interface EmImputed {
  /** One a column, in their order. */
  readonly columns: readonly ImputedColumn[]
  /** Maximum-likelihood means, in the columns' own scales. */
  readonly means: Float64Array
  /** Maximum-likelihood covariances (over n), by rows. */
  readonly covariances: readonly Float64Array[]
  readonly iterations: number
}

/** Below this share of its variance a column is a combination of others. */
const SINGULAR = 1e-10

interface Estimate {
  readonly mean: Float64Array
  readonly covariance: readonly Float64Array[]
}

interface Expectation {
  /** One a row: observed values, and the expected ones in the gaps. */
  readonly rows: readonly Float64Array[]
  /** Sum of the conditional covariances. */
  readonly spread: readonly Float64Array[]
}

/**
 * Expectation-maximisation under a multivariate normal: means and covariances of maximum likelihood from incomplete rows,
 * then each gap becomes its expected value given what is observed in its row.
 *
 * @param columns - Each of length n; NaN is missing. Not changed. A row with nothing observed gets the means.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_RANGE - tolerance or iterations;
 * IMPUTE_EM_COLUMN - a column has fewer than two values, or all equal: leave it out; IMPUTE_EM_SINGULAR - a column is a
 * combination of others, or there are too few rows; IMPUTE_EM_NOT_CONVERGED - not within the iterations.
 * @example imputeByEm([Float64Array.of(1, 2, 3, 4), Float64Array.of(2.1, 3.9, 6.2, NaN)]).columns[1].cells[0].method // 'em'
 * Source: Dempster, Laird and Rubin (1977), JRSS B 39(1); Little and Rubin, Statistical Analysis with Missing Data, ch. 11;
 * OECD/JRC (2008) Handbook, step 3.
 */
export function imputeByEm(columns: readonly Float64Array[], options: EmOptions = {}): EmImputed {
  const { tolerance = 1e-12, iterations = 10_000, sample } = options
  checkColumns(columns, { tolerance, iterations, ...(sample && { sample }) })
  const centres = columns.map((values) => meanOf(observed(sampled(values, sample))))
  const scales = columns.map((values) => deviationOf(observed(sampled(values, sample))))
  const data = Array.from(columns[0] ?? [], (_, row) =>
    Float64Array.from(columns, (values, j) => ((values[row] ?? NaN) - (centres[j] ?? NaN)) / (scales[j] ?? NaN)),
  )
  const read = sample ? sample.flatMap((row) => data[row] ?? []) : data
  const { estimate, steps } = converge(read, startOf(columns.length), { tolerance, iterations })
  const { rows } = expect(data, estimate)
  return {
    columns: columns.map((values, j) =>
      fillMissing(values, (row) => ({
        value: (centres[j] ?? NaN) + (scales[j] ?? NaN) * (rows[row]?.[j] ?? NaN),
        method: 'em',
        donors: null,
      })),
    ),
    means: estimate.mean.map((value, j) => (centres[j] ?? NaN) + (scales[j] ?? NaN) * value),
    covariances: estimate.covariance.map((row, i) =>
      row.map((value, j) => value * (scales[i] ?? NaN) * (scales[j] ?? NaN)),
    ),
    iterations: steps,
  }
}

type Stop = Required<Pick<EmOptions, 'tolerance' | 'iterations'>>

function converge(data: readonly Float64Array[], start: Estimate, { tolerance, iterations }: Stop) {
  let estimate = start
  for (let steps = 1; steps <= iterations; steps++) {
    const expectation = expect(data, estimate)
    const next = maximise(expectation)
    const change = largestChange(estimate, next)
    estimate = next
    if (change <= tolerance) return { estimate, steps }
  }
  throw new FaultError([fault('IMPUTE_EM_NOT_CONVERGED', { iterations, tolerance })])
}

function expect(data: readonly Float64Array[], { mean, covariance }: Estimate): Expectation {
  const spread = covariance.map(({ length }) => new Float64Array(length))
  const rows = data.map((row) => {
    const seen = [...row.keys()].filter((j) => !Number.isNaN(row[j]))
    const gaps = [...row.keys()].filter((j) => Number.isNaN(row[j]))
    const complete = Float64Array.from(row)
    if (gaps.length === 0) return complete
    const factor = cholesky(
      seen.map((i) => Float64Array.from(seen, (j) => covariance[i]?.[j] ?? NaN)),
      SINGULAR,
    )
    if (factor === null)
      throw new FaultError([fault('IMPUTE_EM_SINGULAR', { rows: data.length, columns: mean.length })])
    const away = solve(
      factor,
      Float64Array.from(seen, (j) => (row[j] ?? NaN) - (mean[j] ?? NaN)),
    )
    for (const gap of gaps) {
      const link = Float64Array.from(seen, (j) => covariance[gap]?.[j] ?? NaN)
      complete[gap] = (mean[gap] ?? NaN) + dot(link, away)
      const pull = solve(factor, link)
      for (const other of gaps) {
        const tie = Float64Array.from(seen, (j) => covariance[other]?.[j] ?? NaN)
        const sums = spread[gap]
        if (sums) sums[other] = (sums[other] ?? NaN) + (covariance[gap]?.[other] ?? NaN) - dot(tie, pull)
      }
    }
    return complete
  })
  return { rows, spread }
}

function maximise({ rows, spread }: Expectation): Estimate {
  const n = rows.length
  const mean = Float64Array.from(spread, (_, j) => rows.reduce((sum, row) => sum + (row[j] ?? NaN), 0) / n)
  const covariance = spread.map((sums, i) =>
    sums.map((sum, j) => {
      const products = rows.reduce(
        (total, row) => total + ((row[i] ?? NaN) - (mean[i] ?? NaN)) * ((row[j] ?? NaN) - (mean[j] ?? NaN)),
        sum,
      )
      return products / n
    }),
  )
  return { mean, covariance }
}

function largestChange(one: Estimate, other: Estimate): number {
  const difference = (a: Float64Array, b: Float64Array | undefined): number =>
    a.reduce((most, value, j) => Math.max(most, Math.abs(value - (b?.[j] ?? NaN))), 0)
  return one.covariance.reduce(
    (most, row, i) => Math.max(most, difference(row, other.covariance[i])),
    difference(one.mean, other.mean),
  )
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, j) => sum + value * (b[j] ?? NaN), 0)

/** Standardised columns start uncorrelated. */
const startOf = (size: number): Estimate => ({
  mean: new Float64Array(size),
  covariance: Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0))),
})

function checkColumns(columns: readonly Float64Array[], { tolerance, iterations, sample }: Stop & SampleRows): void {
  const lengths = columns.map(({ length }) => length)
  throwFaults([...columns.flatMap(infiniteValues), ...lengthFaults(lengths[0] ?? 0, lengths)])
  throwFaults([
    ...(tolerance > 0 ? [] : [fault('PREPARE_OPTION_POSITIVE', { option: 'tolerance', value: String(tolerance) })]),
    ...(iterations >= 1 ? [] : [fault('PREPARE_OPTION_POSITIVE', { option: 'iterations', value: String(iterations) })]),
    ...columns.flatMap((values, column) =>
      deviationOf(observed(sampled(values, sample))) > 0 ? [] : fault('IMPUTE_EM_COLUMN', { column: column + 1 }),
    ),
  ])
}
