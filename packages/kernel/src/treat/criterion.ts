import type { Fault } from '../errors.ts'
import { optionFaults } from '../screen/finite.ts'
import type { Shape } from './moments.ts'

/** When a column counts as free of outliers. */
export interface ShapeCriterion {
  /** Largest |skewness| that passes. */
  readonly skewness: number
  /** Largest excess kurtosis that passes. */
  readonly kurtosis: number
}

/** |skewness| <= 2 or kurtosis <= 3.5. Source: OECD/JRC Handbook practice; COIN tool user guide (JRC, 2017). */
export const SHAPE_CRITERION: ShapeCriterion = { skewness: 2, kurtosis: 3.5 }

/**
 * True where one of the two limits is kept. A column too short or too equal to have a shape has no outlier to treat.
 *
 * @example passes({ skewness: 2.5, kurtosis: 3 }, SHAPE_CRITERION) // true
 */
export function passes({ skewness, kurtosis }: Shape, criterion: ShapeCriterion): boolean {
  if (skewness === null || Math.abs(skewness) <= criterion.skewness) return true
  return kurtosis !== null && kurtosis <= criterion.kurtosis
}

/** PREPARE_OPTION_RANGE where a limit is not a number, or one that nothing could keep. */
export const criterionFaults = ({ skewness, kurtosis }: ShapeCriterion): readonly Fault[] => [
  ...optionFaults('skewness', skewness, [0, Infinity]),
  ...optionFaults('kurtosis', kurtosis, [-Infinity, Infinity]),
]
