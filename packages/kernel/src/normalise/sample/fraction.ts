import { fault, FaultError } from '../../errors.ts'
import { scoreDirected, type Marks, type SampleDirection } from './directed.ts'

/** Full marks, and how a column is turned where less is better. */
export interface FractionOptions extends Omit<Marks, 'outside'> {
  /** Where less is better: `reciprocal` min / x, the best gets full marks; `complement` 1 - x / max, the worst gets none. */
  readonly lessIsBetter?: 'reciprocal' | 'complement'
}

/**
 * Fraction of the maximum: full x / max; where less is better full min / x, or full (1 - x / max).
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed. Constants and single units score.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_NOT_POSITIVE - the maximum, or with `reciprocal` a value, is not above
 * 0, so that the fraction would turn the order round or divide by zero; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByFractionOfMaximum(Float64Array.of(5, 10), 'negative') // [100, 50]
 * Source: COINr 1.1.14, n_fracmax, which loses the direction; Hwang and Yoon (1981), linear scale transformation.
 */
export function normaliseByFractionOfMaximum(
  raw: Float64Array,
  direction: SampleDirection,
  { full = 100, lessIsBetter = 'reciprocal', reference }: FractionOptions = {},
): Float64Array {
  const reciprocal = direction === 'negative' && lessIsBetter === 'reciprocal'
  return scoreDirected(raw, { direction: 'positive', ...(reference && { reference }) }, ({ minimum, maximum }) => {
    const least = raw.reduce((low, value) => (value < low ? value : low), minimum)
    if (!((reciprocal ? least : maximum) > 0)) {
      throw new FaultError([fault('SAMPLE_NOT_POSITIVE', { value: reciprocal ? least : maximum })])
    }
    if (reciprocal) return (value) => (minimum / value) * full
    return (value) => (direction === 'positive' ? value / maximum : 1 - value / maximum) * full
  })
}
