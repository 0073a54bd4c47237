import { normaliseByShare, type NormalisedColumn } from './method.ts'

export interface Goalposts {
  /** Raw value that scores 0, in the indicator's unit of measure. */
  readonly worst: number
  /** Raw value that scores 100, in the same unit of measure. Below `worst` when less is better. */
  readonly best: number
}

/**
 * Goalposts: 100 (x - worst) / (best - worst), held to [0, 100].
 *
 * The goalposts are published with the standard, not read from the sample, so no unit ever moves another unit's score.
 *
 * @param raw - Length n, one raw value a row; NaN means missing and stays missing. Not changed.
 * @example normaliseByGoalposts(Float64Array.of(2, 6, 12, NaN), { worst: 2, best: 10 })
 * // scores [0, 50, 100, NaN], held [0, 0, 1, 0]
 * @example normaliseByGoalposts(Float64Array.of(240, 135, 30), { worst: 240, best: 30 }).scores // [0, 50, 100]
 * Source: OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 5; UNDP HDR technical note 1.
 */
export function normaliseByGoalposts(raw: Float64Array, { worst, best }: Goalposts): NormalisedColumn {
  const span = best - worst
  return normaliseByShare(raw, (value) => (value - worst) / span)
}
