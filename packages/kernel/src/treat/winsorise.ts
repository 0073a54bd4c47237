import { infiniteValues, optionFaults, throwFaults } from '../screen/finite.ts'
import { criterionFaults, passes, SHAPE_CRITERION, type ShapeCriterion } from './criterion.ts'
import { isConstant, shapeOf, type Shape } from './moments.ts'
import type { Transform } from './transform.ts'

/** When winsorising stops, and how many values it may change. */
export interface WinsoriseOptions extends Partial<ShapeCriterion> {
  /** Most points to move; Infinity for no limit. Points tied at an end move together, so the last step may pass it. */
  readonly most?: number
  /** `limit` goes on to the limit even where the column passes. */
  readonly until?: 'passes' | 'limit'
}

/** A column after winsorising, with the values that changed. */
export interface Winsorised {
  /** Length n. */
  readonly values: Float64Array
  /** Rows whose value changed. */
  readonly rows: readonly number[]
  readonly shape: Shape
  /** `constant`: all observed values are equal and no end is left to move. */
  readonly stopped: 'passes' | 'limit' | 'constant'
  readonly transform: Transform
}

/**
 * Winsorising: while the column fails, the extreme value at the end towards which it is skewed takes the value of its
 * neighbour inside; ties move together.
 *
 * @param values - Length n; NaN is missing and stays missing. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite. PREPARE_OPTION_RANGE - `most` or a limit is negative or no number.
 * @example winsorise(Float64Array.of(1, 2, 2, 3, 3, 3, 4, 90)).values // [1, 2, 2, 3, 3, 3, 4, 4]
 * Source: OECD/JRC (2008) Handbook, step 3; COINr 1.1.14, winsorise.
 */
export function winsorise(values: Float64Array, options: WinsoriseOptions = {}): Winsorised {
  const { most = 5, until = 'passes' } = options
  const criterion = { ...SHAPE_CRITERION, ...options }
  throwFaults([...infiniteValues(values), ...optionFaults('most', most, [0, Infinity]), ...criterionFaults(criterion)])

  const treated = Float64Array.from(values)
  const moved = new Set<number>()
  let shape = shapeOf(treated)
  let [low, high]: [number | null, number | null] = [null, null]
  const goesOn = (now: Shape): boolean => until === 'limit' || !passes(now, criterion)
  while (shape.skewness !== null && moved.size < most && goesOn(shape)) {
    const inner = moveExtreme(treated, shape.skewness >= 0 ? 1 : -1, moved)
    if (shape.skewness >= 0) high = inner
    else low = inner
    shape = shapeOf(treated)
  }
  const stopped = isConstant(treated) ? 'constant' : passes(shape, criterion) ? 'passes' : 'limit'
  return {
    values: treated,
    rows: [...moved].sort((a, b) => a - b),
    shape,
    stopped,
    transform: { kind: 'clamp', low, high },
  }
}

/** Moves the extreme of one end, ties together, to the next value inside, and gives that value. */
function moveExtreme(values: Float64Array, end: 1 | -1, moved: Set<number>): number {
  let [extreme, inner] = [-Infinity, -Infinity]
  for (const value of values) {
    const outward = end * value
    if (outward > extreme) [extreme, inner] = [outward, extreme]
    else if (outward < extreme && outward > inner) inner = outward
  }
  for (const [row, value] of values.entries()) {
    if (end * value !== extreme) continue
    values[row] = end * inner
    moved.add(row)
  }
  return end * inner
}
