import { FaultError, type Fault } from '../errors.ts'
import { infiniteValues, throwFaults } from '../screen/finite.ts'
import { criterionFaults, passes, SHAPE_CRITERION, type ShapeCriterion } from './criterion.ts'
import { fitBoxCox, fitLogarithm, transformColumn, type BoxCoxOptions, type LogVariant } from './logarithm.ts'
import { isConstant, shapeOf, type Shape } from './moments.ts'
import type { Transform } from './transform.ts'
import { winsorise, type WinsoriseOptions } from './winsorise.ts'

/** One step of a treatment. */
export type TreatStep =
  | { readonly method: 'winsorise'; readonly most: number }
  | { readonly method: 'logarithm'; readonly variant: LogVariant }
  | ({ readonly method: 'box-cox' } & BoxCoxOptions)

/** The steps of the treatment, when they stop, and which column is kept. */
export interface TreatOptions extends Partial<ShapeCriterion> {
  /** Tried in order until one passes. By default winsorising of at most five points, then the signed logarithm. */
  readonly steps?: readonly TreatStep[]
  /** What a later step starts from: the raw column, or what the step before left of it. */
  readonly from?: 'original' | 'previous'
  /** Which is kept where no step passes: the least skewed, or the last that is less skewed than the raw column. */
  readonly keep?: 'least-skewed' | 'last'
  /**
   * `always`: every step is done to what the one before left, winsorising to its limit, whatever the shape; the other
   * options are not asked. For what is known to need it, income for example.
   */
  readonly when?: 'needed' | 'always'
}

/** What became of one step. `worse`: it does not lower |skewness|. `impossible`: the fault says why. */
export interface TreatAttempt {
  readonly method: TreatStep['method']
  readonly verdict: 'passes' | 'better' | 'worse' | 'constant' | 'impossible'
  readonly shape: Shape
  readonly fault: Fault | null
}

/** One cell that the treatment changed. */
export interface TreatedCell {
  readonly row: number
  readonly before: number
  readonly after: number
  readonly method: TreatStep['method']
}

/** A column after treatment, with everything that was tried and every cell that changed. */
export interface Treated {
  /** Length n. */
  readonly values: Float64Array
  /**
   * `untouched`: passed as it was. `improved`: fails still, less than before. `kept`: no step made it better. `done`: all
   * steps were done, whatever the shape.
   */
  readonly outcome: 'untouched' | 'passes' | 'improved' | 'kept' | 'done'
  readonly before: Shape
  readonly after: Shape
  readonly attempts: readonly TreatAttempt[]
  /** What the kept values went through, for `carryThrough`. */
  readonly transforms: readonly Transform[]
  readonly cells: readonly TreatedCell[]
}

interface Candidate {
  readonly values: Float64Array
  readonly transforms: readonly Transform[]
  readonly method: TreatStep['method'] | null
  readonly shape: Shape
}

const DEFAULT_STEPS: readonly TreatStep[] = [
  { method: 'winsorise', most: 5 },
  { method: 'logarithm', variant: 'ct-signed' },
]

/**
 * Outlier treatment of a column: winsorise, else take the logarithm, and never keep a worse column.
 *
 * A column that passes stays as it is. The first step that passes is kept; where none does, the one with the least
 * |skewness|, the raw column included. A step that makes all values equal is never kept.
 *
 * @param values - Length n; NaN stays missing. Not changed. All missing or all equal: untouched.
 * @throws FaultError PREPARE_VALUE_INFINITE - a value is infinite; PREPARE_OPTION_RANGE - a limit is negative or no number;
 * with `when: always` also what a step throws that cannot be done, TREAT_GII_MAXIMUM for example.
 * @example treatColumn(Float64Array.of(1, 2, 2, 3, 3, 3, 4, 90)).cells // [{ row: 7, before: 90, after: 4, method: 'winsorise' }]
 * Source: OECD/JRC (2008) Handbook, step 3; COINr 1.1.14, Treat, whose second step is kept even where it is worse.
 */
export function treatColumn(values: Float64Array, options: TreatOptions = {}): Treated {
  const criterion = { ...SHAPE_CRITERION, ...options }
  throwFaults([...infiniteValues(values), ...criterionFaults(criterion)])
  const original: Candidate = { values, transforms: [], method: null, shape: shapeOf(values) }
  if (options.when === 'always') return treatAlways(original, options.steps ?? DEFAULT_STEPS, criterion)
  if (passes(original.shape, criterion)) return finish(original, original, [])

  const attempts: TreatAttempt[] = []
  let best = original
  let previous = original
  for (const step of options.steps ?? DEFAULT_STEPS) {
    const candidate = attempt(step, options.from === 'previous' ? previous : original, criterion)
    const judged = judge(step, candidate, { original, criterion })
    attempts.push(judged)
    if ('code' in candidate) continue
    if (judged.verdict !== 'constant') previous = candidate
    if (judged.verdict === 'passes') return finish(original, candidate, attempts)
    const preferred = options.keep === 'last' || lopsided(candidate.shape) < lopsided(best.shape)
    if (judged.verdict === 'better' && preferred) best = candidate
  }
  return finish(original, best, attempts)
}

function treatAlways(original: Candidate, steps: readonly TreatStep[], criterion: ShapeCriterion): Treated {
  if (isConstant(original.values)) return finish(original, original, [])
  const attempts: TreatAttempt[] = []
  let now = original
  for (const step of steps) {
    const candidate = attempt(step, now, { ...criterion, until: 'limit' })
    if ('code' in candidate) throw new FaultError([candidate])
    const judged = judge(step, candidate, { original, criterion })
    attempts.push(judged)
    if (judged.verdict !== 'constant') now = candidate
  }
  return { ...finish(original, now, attempts), outcome: 'done' }
}

function attempt(
  step: TreatStep,
  from: Candidate,
  limits: ShapeCriterion & Pick<WinsoriseOptions, 'until'>,
): Candidate | Fault {
  const { method } = step
  if (method === 'winsorise') {
    const { values, transform, shape } = winsorise(from.values, { ...limits, most: step.most })
    return { values, transforms: [...from.transforms, transform], method, shape }
  }
  const transform = method === 'box-cox' ? fitBoxCox(from.values, step) : fitLogarithm(from.values, step.variant)
  const result = 'code' in transform ? transform : transformColumn(from.values, transform)
  if ('code' in result) return result
  const { values } = result
  return { values, transforms: [...from.transforms, result.transform], method, shape: shapeOf(values) }
}

function judge(
  { method }: TreatStep,
  candidate: Candidate | Fault,
  { original, criterion }: { readonly original: Candidate; readonly criterion: ShapeCriterion },
): TreatAttempt {
  if ('code' in candidate) return { method, verdict: 'impossible', shape: original.shape, fault: candidate }
  const { shape } = candidate
  if (isConstant(candidate.values)) return { method, verdict: 'constant', shape, fault: null }
  if (!(lopsided(shape) < lopsided(original.shape))) return { method, verdict: 'worse', shape, fault: null }
  return { method, verdict: passes(shape, criterion) ? 'passes' : 'better', shape, fault: null }
}

const lopsided = ({ skewness }: Shape): number => Math.abs(skewness ?? 0)

function finish(original: Candidate, kept: Candidate, attempts: readonly TreatAttempt[]): Treated {
  const { method } = kept
  const cells: TreatedCell[] = []
  for (const [row, before] of original.values.entries()) {
    const after = kept.values[row] ?? NaN
    if (method !== null && !Object.is(before, after)) cells.push({ row, before, after, method })
  }
  const passed = attempts.at(-1)?.verdict === 'passes'
  return {
    values: Float64Array.from(kept.values),
    outcome: attempts.length === 0 ? 'untouched' : passed ? 'passes' : method === null ? 'kept' : 'improved',
    before: original.shape,
    after: kept.shape,
    attempts,
    transforms: kept.transforms,
    cells,
  }
}
