import { mean } from '../../numeric/mean.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'

/** Carries a score from one scale to another. */
export type Link = (score: number) => number

/**
 * Mean-sigma (linear) linking: equal are the scores that lie equally many standard deviations from their means.
 *
 * @param from - Scores on the scale to be carried over; not constant, none missing.
 * @param to - Scores on the scale aimed at, of the same or an equivalent group.
 * @returns y = mean(to) + sd(to) / sd(from) · (x - mean(from)): mean and standard deviation become those of `to`.
 * @example meanSigma([10, 20, 30], [40, 60, 80])(25) // 70
 * Source: Kolen and Brennan (2014) Test Equating, Scaling, and Linking, section 2.3.
 */
export function meanSigma(from: Float64Array | readonly number[], to: Float64Array | readonly number[]): Link {
  const slope = standardDeviation(to) / standardDeviation(from)
  const [centre, target] = [mean(from), mean(to)]
  return (score) => target + slope * (score - centre)
}
