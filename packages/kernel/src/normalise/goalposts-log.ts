import { ln } from '../numeric/exp-ln.ts'
import type { Goalposts } from './goalposts.ts'
import { normaliseByShare, type NormalisedColumn } from './method.ts'

export interface LogGoalposts extends Goalposts {
  /** Added to every value before the logarithm is taken. */
  readonly offset: number
}

/**
 * Goalposts on ln(x + offset), for quantities whose every doubling counts alike.
 *
 * @param raw - Length n; NaN stays missing. A value at or below -offset has no logarithm and is held at the low end.
 * @example normaliseByLogGoalposts(Float64Array.of(1, 10, 100), { worst: 1, best: 100, offset: 0 }).scores // [0, 50, 100]
 * Source: UNDP HDR 2010 ff., technical note 1 (income index).
 */
export function normaliseByLogGoalposts(raw: Float64Array, { worst, best, offset }: LogGoalposts): NormalisedColumn {
  const low = ln(worst + offset)
  const span = ln(best + offset) - low
  return normaliseByShare(raw, (value) => (ln(Math.max(0, value + offset)) - low) / span)
}
