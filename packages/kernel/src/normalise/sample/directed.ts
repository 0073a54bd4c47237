import { fault, FaultError } from '../../errors.ts'
import { infiniteValues, throwFaults } from '../../screen/finite.ts'
import { sampleStatistics, type SampleStatistics } from './statistics.ts'

/** Whether more of a column is better or less. */
export type SampleDirection = 'positive' | 'negative'

/** Whose statistics a method reads. */
export interface SampleOptions {
  /** Frozen statistics, in raw values, of a reference year or group; without it the column is its own sample. */
  readonly reference?: SampleStatistics
}

/** What becomes of a score beyond the ends: it goes on in a straight line, or is held at the end. */
export type Outside = 'extend' | 'hold'

/** The score of full marks, and what becomes of scores beyond the ends. */
export interface Marks extends SampleOptions {
  /** The score of full marks. */
  readonly full?: number
  readonly outside?: Outside
}

/**
 * Runs one function over a column turned so that more is better: in a negative direction values and statistics change
 * sign, here and nowhere else.
 *
 * @param raw - Length n; NaN stays missing. Not changed. Without a single value nothing is computed.
 * @param scorer - Gets the turned statistics, may throw, and gives the score of a turned value.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite; SAMPLE_REFERENCE_EMPTY - the reference has no values;
 * SAMPLE_SCORE_INFINITE - an option is not finite, or a score is too large for a double.
 */
export function scoreDirected(
  raw: Float64Array,
  { direction, reference }: SampleOptions & { readonly direction: SampleDirection },
  scorer: (sample: SampleStatistics) => (value: number) => number,
): Float64Array {
  throwFaults(infiniteValues(raw))
  if (raw.every((value) => Number.isNaN(value))) return Float64Array.from(raw)
  if (reference && reference.count === 0) throw new FaultError([fault('SAMPLE_REFERENCE_EMPTY')])
  const sample = reference ?? sampleStatistics(raw)
  const score = scorer(direction === 'positive' ? sample : turned(sample))
  // + 0 takes the sign off a zero
  const scores = raw.map((value) => (Number.isNaN(value) ? NaN : score(turn(direction, value)) + 0))
  const row = scores.findIndex((value, index) => !Number.isFinite(value) && !Number.isNaN(raw[index]))
  if (row >= 0) throw new FaultError([fault('SAMPLE_SCORE_INFINITE', { row: row + 1, value: raw[row] ?? null })])
  return scores
}

/** A raw value turned like its column. */
export const turn = (direction: SampleDirection, value: number): number => (direction === 'positive' ? value : -value)

/** Holds a score to two ends where that is asked for. */
export function bounded(score: number, outside: Outside, [low, high]: readonly [number, number]): number {
  return outside === 'hold' ? Math.min(Math.max(low, high), Math.max(Math.min(low, high), score)) : score
}

/** The range of the sample; SAMPLE_CONSTANT where it is nil, SAMPLE_RANGE_WIDE where no double holds it. */
export function spanOf({ minimum, maximum, count }: SampleStatistics): number {
  if (minimum === maximum) throw new FaultError([fault('SAMPLE_CONSTANT', { value: Math.abs(minimum), count })])
  const span = maximum - minimum
  if (!Number.isFinite(span)) throw new FaultError([fault('SAMPLE_RANGE_WIDE', { minimum, maximum })])
  return span
}

function turned({ count, minimum, maximum, mean, deviation, sorted }: SampleStatistics): SampleStatistics {
  return {
    count,
    minimum: -maximum,
    maximum: -minimum,
    mean: -mean,
    deviation,
    sorted: sorted.map((value) => -value).toReversed(),
  }
}
