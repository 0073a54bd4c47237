import { fault, FaultError } from '../../errors.ts'
import { bounded, scoreDirected, turn, type Marks, type SampleDirection } from './directed.ts'
import { normaliseByMinMax } from './min-max.ts'

/**
 * Distance to the maximum: full (1 - (best - x) / (best - worst)).
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_CONSTANT; SAMPLE_RANGE_WIDE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByDistanceToMaximum(Float64Array.of(1, 2, 5), 'positive') // [0, 25, 100]
 * Source: COINr 1.1.14, n_dist2max.
 */
export function normaliseByDistanceToMaximum(
  raw: Float64Array,
  direction: SampleDirection,
  { full = 100, ...rest }: Marks = {},
): Float64Array {
  return normaliseByMinMax(raw, direction, { low: 0, high: full, ...rest })
}

/** The unit that the others are measured against. */
export interface ReferenceUnitOptions extends Marks {
  /** The raw value of the unit or country that is held up to the others. */
  readonly referenceValue: number
}

/**
 * Distance to a reference unit: full (1 - (ref - x) / (ref - worst)); the reference has full marks, better ones more.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @param options - `outside: 'hold'` gives no more than full marks.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_REFERENCE_VALUE - the reference value is missing or infinite;
 * SAMPLE_REFERENCE_AT_WORST - it is no better than the worst; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByDistanceToReference(Float64Array.of(3, 1, 5), 'positive', { referenceValue: 3 }) // [100, 0, 200]
 * Source: OECD/JRC (2008) Handbook, step 5; COINr 1.1.14, n_dist2ref.
 */
export function normaliseByDistanceToReference(
  raw: Float64Array,
  direction: SampleDirection,
  { referenceValue, full = 100, outside = 'extend', reference }: ReferenceUnitOptions,
): Float64Array {
  if (!Number.isFinite(referenceValue)) {
    throw new FaultError([fault('SAMPLE_REFERENCE_VALUE', { value: String(referenceValue) })])
  }
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, ({ minimum }) => {
    const span = turn(direction, referenceValue) - minimum
    if (!(span > 0)) {
      const worst = turn(direction, minimum)
      throw new FaultError([fault('SAMPLE_REFERENCE_AT_WORST', { value: referenceValue, worst })])
    }
    return (value) => bounded(((value - minimum) / span) * full, outside, [0, full])
  })
}

/** The target, and what becomes of scores beyond it. */
export interface TargetOptions extends Marks {
  /** In raw values; where the column was treated, carried through the same transforms. */
  readonly target: number
}

/**
 * Distance to a target from one side: full (x - worst) / (target - worst); whoever goes past the target has more.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @param options - `outside: 'hold'` gives no more than full marks.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_TARGET_VALUE - the target is missing or infinite;
 * SAMPLE_TARGET_AT_WORST - the target is no better than the worst value, so every unit is past it; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByDistanceToTarget(Float64Array.of(0, 2, 6), 'positive', { target: 4, outside: 'hold' }) // [0, 50, 100]
 * Source: OECD/JRC (2008) Handbook, step 5; COINr 1.1.14, n_dist2targ.
 */
export function normaliseByDistanceToTarget(
  raw: Float64Array,
  direction: SampleDirection,
  { target, full = 100, outside = 'extend', reference }: TargetOptions,
): Float64Array {
  checkTarget(target)
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, ({ minimum }) => {
    const span = turn(direction, target) - minimum
    if (!(span > 0)) {
      throw new FaultError([fault('SAMPLE_TARGET_AT_WORST', { target, worst: turn(direction, minimum) })])
    }
    return (value) => bounded(((value - minimum) / span) * full, outside, [0, full])
  })
}

/**
 * Distance to a target from both sides: full (1 - |x - target| / largest such distance). No direction: nearer is better.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed. All at the target: all have full marks.
 * @param options - The largest distance is the sample's; against a frozen reference a farther unit goes below 0, or is held.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_TARGET_VALUE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseAroundTarget(Float64Array.of(0, 5, 7), { target: 5 }) // [0, 100, 60]
 * Source: OECD/JRC (2008) Handbook, step 5, for indicators with an optimum inside their range.
 */
export function normaliseAroundTarget(
  raw: Float64Array,
  { target, full = 100, outside = 'extend', reference }: TargetOptions,
): Float64Array {
  checkTarget(target)
  return scoreDirected(raw, { direction: 'positive', ...(reference && { reference }) }, ({ minimum, maximum }) => {
    const farthest = Math.max(Math.abs(minimum - target), Math.abs(maximum - target))
    return (value) => {
      const away = Math.abs(value - target)
      return away === 0 ? full : farthest === 0 ? 0 : bounded((1 - away / farthest) * full, outside, [0, full])
    }
  })
}

function checkTarget(target: number): void {
  if (!Number.isFinite(target)) throw new FaultError([fault('SAMPLE_TARGET_VALUE', { target: String(target) })])
}
