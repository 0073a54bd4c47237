import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { streamOf } from '../random/stream.ts'
import { normalQuantile } from '../random/normal.ts'
import { standardDeviation } from '../numeric/standard-deviation.ts'

/** Outputs of the Saltelli design, each of length N. */
export interface SobolOutputs {
  readonly a: Float64Array
  readonly b: Float64Array
  /** By factor: `a` with that factor taken from `b`. */
  readonly ab: readonly Float64Array[]
}

/** The indices of one factor. */
export interface SobolIndex {
  /** Share of the variance that the factor explains alone, and with all its interactions. */
  readonly first: number
  readonly total: number
  /** Half widths of the confidence intervals. */
  readonly firstError: number
  readonly totalError: number
}

/** The indices of all factors. */
export interface SobolResult {
  /** Of the outputs `a` and `b` together (divisor 2 N). */
  readonly variance: number
  /** By factor; null where the output does not vary, so that no share is defined. */
  readonly indices: readonly SobolIndex[] | null
}

/** How intervals are found. */
export interface SobolOptions {
  /** Unsigned 32-bit integer, of the bootstrap; 0 unless told. */
  readonly seed?: number
  /** Bootstrap resamples of whole design rows, 200 unless told. */
  readonly resamples?: number
  /** 0.95 unless told. */
  readonly confidence?: number
  /** Value that the outputs are centred on: their mean unless told. Without centring the first order is far off. */
  readonly centre?: number
}

/**
 * First and total order Sobol indices of given outputs: Saltelli (2010) for the first, Jansen (1999) for the total.
 *
 * @throws FaultError with SENSITIVITY_LENGTH, SENSITIVITY_OUTPUT or SENSITIVITY_OPTION.
 * @see Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018; Jansen (1999), doi:10.1016/S0010-4655(98)00154-4
 * @example const [a, b] = [Float64Array.of(0, 1, 2, 3), Float64Array.of(3, 1, 0, 2)]
 * sobolIndices({ a, b, ab: [b] }).indices[0].total // 1.4
 */
export function sobolIndices(outputs: SobolOutputs, options: SobolOptions = {}): SobolResult {
  const { seed = 0, resamples = 200, confidence = 0.95 } = options
  const faults = check(outputs, { resamples, confidence })
  if (faults.length > 0) throw new FaultError(faults)
  const { a, b, ab } = outputs
  const centre = options.centre ?? meanOf([a, b, ...ab])
  const centred: SobolOutputs = { a: less(a, centre), b: less(b, centre), ab: ab.map((column) => less(column, centre)) }
  const rows = Int32Array.from(a.keys())
  const whole = estimate(centred, rows)
  if (whole.variance === 0) return { variance: 0, indices: null }

  const again = Array.from({ length: resamples }, (_, draw) => {
    const stream = streamOf({ seed, what: 'sobol bootstrap', draw })
    return estimate(
      centred,
      rows.map(() => Math.floor(stream.uniform() * rows.length)),
    )
  })
  const width = normalQuantile(0.5 + confidence / 2)
  const spread = (value: (one: Estimate) => number | undefined): number =>
    width * standardDeviation(again.filter(({ variance }) => variance > 0).map((one) => value(one) ?? NaN))
  return {
    variance: whole.variance,
    indices: ab.map((_, factor) => ({
      first: whole.first[factor] ?? NaN,
      total: whole.total[factor] ?? NaN,
      firstError: spread(({ first }) => first[factor]),
      totalError: spread(({ total }) => total[factor]),
    })),
  }
}

interface Estimate {
  readonly variance: number
  readonly first: readonly number[]
  readonly total: readonly number[]
}

function estimate({ a, b, ab }: SobolOutputs, rows: Int32Array): Estimate {
  const n = rows.length
  let [sum, squares] = [0, 0]
  for (const row of rows) sum += at(a, row) + at(b, row)
  const mean = sum / (2 * n)
  for (const row of rows) squares += (at(a, row) - mean) ** 2 + (at(b, row) - mean) ** 2
  const variance = squares / (2 * n)
  const shares = ab.map((column) => {
    let [first, total] = [0, 0]
    for (const row of rows) {
      const change = at(column, row) - at(a, row)
      first += at(b, row) * change
      total += change * change
    }
    return { first: first / n / variance, total: total / (2 * n) / variance }
  })
  return { variance, first: shares.map(({ first }) => first), total: shares.map(({ total }) => total) }
}

const at = (column: Float64Array, row: number): number => column[row] ?? NaN
const less = (column: Float64Array, centre: number): Float64Array => column.map((value) => value - centre)

function meanOf(columns: readonly Float64Array[]): number {
  const sum = columns.reduce((whole, column) => whole + column.reduce((part, value) => part + value, 0), 0)
  return sum / columns.reduce((count, { length }) => count + length, 0)
}

function check(
  { a, b, ab }: SobolOutputs,
  { resamples, confidence }: { readonly resamples: number; readonly confidence: number },
): readonly Fault[] {
  const columns = [a, b, ...ab]
  const found = columns.flatMap((column, index) => [
    ...(column.length === a.length ? [] : [fault('SENSITIVITY_LENGTH', { found: column.length, expected: a.length })]),
    ...(column.every(Number.isFinite) ? [] : [fault('SENSITIVITY_OUTPUT', { column: index + 1 })]),
  ])
  if (a.length < 2) found.push(fault('SENSITIVITY_OPTION', { option: 'base', value: a.length, least: 2 }))
  if (!(Number.isInteger(resamples) && resamples >= 2))
    found.push(fault('SENSITIVITY_OPTION', { option: 'resamples', value: resamples, least: 2 }))
  if (!(confidence > 0 && confidence < 1)) found.push(fault('SENSITIVITY_CONFIDENCE', { value: confidence }))
  return found
}
