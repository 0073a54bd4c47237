import { fault, FaultError, sampleStatistics, type SampleStatistics } from '@plumbline/kernel'

/** The observed values, and what is known of them. */
export interface Observed extends SampleStatistics {
  readonly values: Float64Array
}

/**
 * Runs a scaling over the values that are there.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @param scorer - Gets the observed values, may throw, and gives what becomes of one.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite; SAMPLE_SCORE_INFINITE - a result is too large for a
 *   double.
 */
export function scale(raw: Float64Array, scorer: (observed: Observed) => (value: number) => number): Float64Array {
  const sample = sampleStatistics(raw)
  if (sample.count === 0) return Float64Array.from(raw)
  const score = scorer({ ...sample, values: raw.filter((value) => !Number.isNaN(value)) })
  // + 0 takes the sign off a zero
  const scaled = raw.map((value) => (Number.isNaN(value) ? NaN : score(value) + 0))
  const row = scaled.findIndex((value, index) => !Number.isFinite(value) && !Number.isNaN(raw[index]))
  if (row >= 0) throw new FaultError([fault('SAMPLE_SCORE_INFINITE', { row: row + 1, value: raw[row] ?? null })])
  return scaled
}

/** @throws FaultError SCALE_NOT_POSITIVE - a figure that is divided by, or whose sign keeps the order, is not above 0. */
export function requireAbove(least: number, what: 'value' | 'maximum' | 'sum' | 'length'): void {
  if (!(least > 0)) throw new FaultError([fault('SCALE_NOT_POSITIVE', { what, value: least })])
}

/** @throws FaultError SAMPLE_CONSTANT - all values are equal, or there is only one. */
export function requireRange({ minimum, maximum, count }: SampleStatistics): void {
  if (minimum === maximum) throw new FaultError([fault('SAMPLE_CONSTANT', { value: minimum, count })])
}
