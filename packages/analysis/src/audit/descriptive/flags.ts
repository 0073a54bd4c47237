import { refuse } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'

/**
 * `allMissing`: no value. `lowAvailability`: too many missing. `constant`: all values the same. `outliers`: skewness and
 * kurtosis both beyond their limits. `manyZeros`, `fewDistinct`: too many zeros, too few different values.
 */
export type DescriptiveFlag = 'allMissing' | 'lowAvailability' | 'constant' | 'outliers' | 'manyZeros' | 'fewDistinct'

/** From where on a description is flagged. */
export interface DescriptiveThresholds {
  /** Outliers are flagged above both: |skewness| and excess kurtosis. */
  readonly skewness: number
  readonly kurtosis: number
  /** Least share of values that are there, of the units. */
  readonly availability: number
  /** Least share of values other than 0, of those there. */
  readonly nonZero: number
  /** Least share of different values, of those there. */
  readonly distinct: number
}

/** |skewness| 2 and kurtosis 3.5 (OECD/JRC practice), shares as in COINr. */
export const DESCRIPTIVE_THRESHOLDS: DescriptiveThresholds = {
  skewness: 2,
  kurtosis: 3.5,
  availability: 0.65,
  nonZero: 0.5,
  distinct: 0.5,
}

interface Figures {
  readonly available: number
  readonly availability: number
  readonly distinct: number
  readonly distinctShare: number | null
  readonly zeroShare: number | null
  readonly standardDeviation: number | null
  readonly skewness: number | null
  readonly kurtosis: number | null
}

/**
 * Flags of an indicator's figures, in the order of `DescriptiveFlag`.
 *
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - a threshold is no number, or a share outside 0 to 1.
 */
export function descriptiveFlags(figures: Figures, thresholds: DescriptiveThresholds): DescriptiveFlag[] {
  const { skewness, kurtosis, ...shares } = thresholds
  refuse([
    ...thresholdFaults({ skewness, kurtosis }, { least: 0, most: Infinity }),
    ...thresholdFaults({ ...shares }, { least: 0, most: 1 }),
  ])
  const constant = figures.available > 0 && (figures.distinct === 1 || figures.standardDeviation === 0)
  const raised: Record<DescriptiveFlag, boolean> = {
    allMissing: figures.available === 0,
    lowAvailability: figures.availability < thresholds.availability,
    constant,
    outliers: Math.abs(figures.skewness ?? 0) > skewness && (figures.kurtosis ?? 0) > kurtosis,
    manyZeros: figures.zeroShare !== null && 1 - figures.zeroShare < thresholds.nonZero,
    fewDistinct: figures.distinctShare !== null && figures.distinctShare < thresholds.distinct,
  }
  return FLAGS.filter((flag) => raised[flag])
}

const FLAGS: readonly DescriptiveFlag[] = [
  'allMissing',
  'lowAvailability',
  'constant',
  'outliers',
  'manyZeros',
  'fewDistinct',
]
