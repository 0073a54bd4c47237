import { fault } from '@plumbline/kernel'
import { present } from '../../numeric/column.ts'
import { completePairs } from '../../numeric/pairs.ts'
import { isConstant } from '../../numeric/is-constant.ts'
import { mean } from '../../numeric/mean.ts'
import { pearson } from '../../numeric/pearson.ts'
import { directedColumns, refuse, type NamedColumn } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'

/**
 * `empty`: no value. `constant`: one value for all. `nearlyConstant`: one value for nearly all. `ceiling`, `floor`: most
 * are at the top, the bottom of the scale. `noSeparation`: the best units by the total hardly score better on it than the
 * worst. `reversed`: they score worse.
 */
export type DiscriminationFlag =
  | 'empty'
  | 'constant'
  | 'nearlyConstant'
  | 'ceiling'
  | 'floor'
  | 'noSeparation'
  | 'reversed'

/** How far an indicator tells units apart. */
export interface Discrimination {
  readonly id: string
  readonly available: number
  /** Shares of the most frequent value, of the top and of the bottom of the scale; null without values. */
  readonly mostShare: number | null
  readonly topShare: number | null
  readonly bottomShare: number | null
  /**
   * Mean score of the units in the upper 27 % by the total less that of the lower 27 %, over the width of the scale: from
   * -1 to 1. Null where the total does not vary, or no unit of a group has a value.
   */
  readonly separation: number | null
  /** Correlation with the total; null where either does not vary. */
  readonly totalCorrelation: number | null
  readonly flags: readonly DiscriminationFlag[]
}

/** The ends of the scale, and from where on an indicator is flagged. */
export interface DiscriminationOptions {
  /** Ends of the scores' scale: 0 and 100 unless said. */
  readonly scale?: readonly [number, number]
  /** From this share on, one value for all: 0.9 unless said. */
  readonly nearlyConstant?: number
  /** From this share on, most are at an end of the scale: 0.7 unless said. */
  readonly atEnd?: number
  /** Below this, the groups are not separated: 0.2 unless said. */
  readonly separation?: number
}

/**
 * Indicators that do not tell units apart, and so take weight without saying anything.
 *
 * @param columns - Scores, each of length n; missing values are left out.
 * @param total - The index, of length n.
 * @returns In the order of the columns.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - an option outside 0 to 1, or an end of the scale that is not finite.
 * @throws FaultError SCALE_NOT_RISING - the scale's top is not above its bottom.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Kelley (1939), The selection of upper and lower groups for the validation of test items, doi:10.1037/h0057123; Ebel
 *   (1965), Measuring educational achievement, for 0.2
 * @example
 * const all = { id: 'all', values: Float64Array.of(100, 100, 100) }
 * discrimination([all], { id: 'index', values: Float64Array.of(10, 50, 90) })[0]?.flags[0] // 'constant'
 */
export function discrimination(
  columns: readonly NamedColumn[],
  total: NamedColumn,
  { scale = [0, 100], nearlyConstant = 0.9, atEnd = 0.7, separation = 0.2 }: DiscriminationOptions = {},
): Discrimination[] {
  const [bottom, top] = scale
  refuse([
    ...thresholdFaults({ nearlyConstant, atEnd, separation }, { least: 0, most: 1 }),
    ...thresholdFaults({ bottom, top }, { least: -Infinity, most: Infinity }),
    ...(bottom >= top ? [fault('SCALE_NOT_RISING', { bottom, top })] : []),
  ])
  directedColumns([total, ...columns], 2)
  return columns.map(({ id, values }) => {
    const shares = frequencies(values, scale)
    const pairs = completePairs(values, total.values)
    const r = pearson(values, total.values)
    const figures = {
      ...shares,
      separation: separate(pairs, top - bottom),
      totalCorrelation: Number.isNaN(r) ? null : r,
    }
    const raised: Record<DiscriminationFlag, boolean> = {
      empty: shares.available === 0,
      constant: shares.available > 0 && isConstant(values),
      nearlyConstant: !isConstant(values) && (shares.mostShare ?? 0) >= nearlyConstant,
      ceiling: (shares.topShare ?? 0) >= atEnd,
      floor: (shares.bottomShare ?? 0) >= atEnd,
      noSeparation: figures.separation !== null && figures.separation >= 0 && figures.separation < separation,
      reversed: (figures.separation ?? 0) < 0,
    }
    return { id, ...figures, flags: FLAGS.filter((flag) => raised[flag]) }
  })
}

const FLAGS = ['empty', 'constant', 'nearlyConstant', 'ceiling', 'floor', 'noSeparation', 'reversed'] as const

function frequencies(
  column: Float64Array,
  [bottom, top]: readonly [number, number],
): Pick<Discrimination, 'available' | 'mostShare' | 'topShare' | 'bottomShare'> {
  const values = present(column)
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const share = (count: number): number | null => (values.length > 0 ? count / values.length : null)
  return {
    available: values.length,
    mostShare: share([...counts.values()].reduce((most, count) => Math.max(most, count), 0)),
    topShare: share(values.filter((value) => value >= top).length),
    bottomShare: share(values.filter((value) => value <= bottom).length),
  }
}

/** Upper 27 % less lower 27 %; units tied with the last one of a group are in it. */
function separate(
  { x, y }: { readonly x: readonly number[]; readonly y: readonly number[] },
  width: number,
): number | null {
  if (x.length < 2 || isConstant(y)) return null
  const share = Math.max(1, Math.round(GROUP * y.length)) - 1
  const last = y.length - 1
  const sorted = [...y].sort((a, b) => a - b)
  const [low, high] = [sorted[share] ?? NaN, sorted[last - share] ?? NaN]
  const lower = x.filter((_, row) => (y[row] ?? NaN) <= low)
  const upper = x.filter((_, row) => (y[row] ?? NaN) >= high)
  return (mean(upper) - mean(lower)) / width
}

const GROUP = 0.27
