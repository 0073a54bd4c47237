import type { NamedColumn } from '../named-column.ts'
import { directedColumns } from '../named-column.ts'
import { present } from '../../numeric/column.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { kurtosis } from '../../numeric/kurtosis.ts'
import { mean } from '../../numeric/mean.ts'
import { quantile } from '../../numeric/quantile.ts'
import { skewness } from '../../numeric/skewness.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { descriptiveFlags, DESCRIPTIVE_THRESHOLDS, type DescriptiveFlag, type DescriptiveThresholds } from './flags.ts'

/** What is known of one indicator's values. Null: not defined for these values, and `flags` says why. */
export interface Description {
  readonly id: string
  /** Units, values that are there, values that are not. */
  readonly n: number
  readonly available: number
  readonly missing: number
  /** available / n. */
  readonly availability: number
  readonly min: number | null
  readonly max: number | null
  readonly mean: number | null
  readonly median: number | null
  /** Quantiles of type 7. */
  readonly lowerQuartile: number | null
  readonly upperQuartile: number | null
  /** 5 % and 95 %. */
  readonly p05: number | null
  readonly p95: number | null
  /** Median distance from the median. */
  readonly medianDeviation: number | null
  /** Divisor n - 1. */
  readonly standardDeviation: number | null
  /** Standard deviation over the size of the mean; null at a mean of 0. */
  readonly variation: number | null
  /** Type 2; from three, from four different values on. */
  readonly skewness: number | null
  readonly kurtosis: number | null
  /** Values that are 0, and the shares of zeros, of different values and of the most frequent value among those there. */
  readonly zeros: number
  readonly zeroShare: number | null
  readonly distinct: number
  readonly distinctShare: number | null
  readonly most: number
  readonly mostShare: number | null
  readonly flags: readonly DescriptiveFlag[]
}

/**
 * Describes one indicator: how much of it is there, where its values lie, how they spread, and what to look at.
 *
 * @param column - Length n; missing values are left out of every figure and counted. Directions are not applied.
 * @param thresholds - Those of the flags that differ from `DESCRIPTIVE_THRESHOLDS`.
 * @throws FaultError COLUMN_INFINITE - a value is infinite.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - a threshold is no number, or a share outside 0 to 1.
 * @see OECD/JRC (2008) Handbook on Constructing Composite Indicators, step 4; flags as in COINr's get_stats
 * @example describeIndicator({ id: 'beds', values: Float64Array.of(2, 4, NaN, 6) }).mean // 4
 */
export function describeIndicator(column: NamedColumn, thresholds: Partial<DescriptiveThresholds> = {}): Description {
  directedColumns([column], 1)
  const values = present(column.values)
  const description = { id: column.id, ...counts(column.values), ...location(values), ...spread(values) }
  return { ...description, flags: descriptiveFlags(description, { ...DESCRIPTIVE_THRESHOLDS, ...thresholds }) }
}

function counts(
  column: Float64Array,
): Pick<
  Description,
  | 'n'
  | 'available'
  | 'missing'
  | 'availability'
  | 'zeros'
  | 'zeroShare'
  | 'distinct'
  | 'distinctShare'
  | 'most'
  | 'mostShare'
> {
  const values = present(column)
  const frequencies = new Map<number, number>()
  for (const value of values) frequencies.set(value + 0, (frequencies.get(value + 0) ?? 0) + 1)
  const available = values.length
  const zeros = frequencies.get(0) ?? 0
  const most = [...frequencies.values()].reduce((largest, count) => Math.max(largest, count), 0)
  const share = (count: number): number | null => (available > 0 ? count / available : null)
  return {
    n: column.length,
    available,
    missing: column.length - available,
    availability: column.length > 0 ? available / column.length : 0,
    zeros,
    zeroShare: share(zeros),
    distinct: frequencies.size,
    distinctShare: share(frequencies.size),
    most,
    mostShare: share(most),
  }
}

function location(
  values: readonly number[],
): Pick<Description, 'min' | 'max' | 'mean' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'p05' | 'p95'> {
  return {
    min: defined(quantile(values, 0)),
    max: defined(quantile(values, 1)),
    mean: defined(mean(values)),
    median: defined(quantile(values, 0.5)),
    lowerQuartile: defined(quantile(values, 0.25)),
    upperQuartile: defined(quantile(values, 0.75)),
    p05: defined(quantile(values, 0.05)),
    p95: defined(quantile(values, 0.95)),
  }
}

function spread(
  values: readonly number[],
): Pick<Description, 'medianDeviation' | 'standardDeviation' | 'variation' | 'skewness' | 'kurtosis'> {
  const deviation = standardDeviation(values)
  const centre = mean(values)
  const middle = quantile(values, 0.5)
  return {
    medianDeviation: defined(
      quantile(
        values.map((value) => Math.abs(value - middle)),
        0.5,
      ),
    ),
    standardDeviation: defined(deviation),
    variation: centre === 0 ? null : defined(deviation / Math.abs(centre)),
    skewness: isConstant(values) ? null : defined(skewness(values)),
    kurtosis: isConstant(values) ? null : defined(kurtosis(values)),
  }
}

const defined = (value: number): number | null => (Number.isFinite(value) ? value : null)
