import { fault, FaultError } from '../../errors.ts'
import {
  bounded,
  scoreDirected,
  spanOf,
  turn,
  type Outside,
  type SampleDirection,
  type SampleOptions,
} from './directed.ts'

/** The two values of the efficacy coefficient and what they score. */
export interface EfficacyOptions extends SampleOptions {
  /** 满意值, in raw values; without it the best of the sample. */
  readonly satisfactory?: number
  /** 不允许值, in raw values; without it the worst of the sample. */
  readonly unacceptable?: number
  /** Points at the unacceptable value. */
  readonly base?: number
  /** Points between the unacceptable and the satisfactory value. */
  readonly span?: number
  readonly outside?: Outside
}

/**
 * Efficacy coefficient (功效系数法): base + span (x - unacceptable) / (satisfactory - unacceptable), usually 60 + 40.
 *
 * The direction lies in the two values; it is given all the same, so that swapped values are found out.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; SAMPLE_EFFICACY_ORDER - the satisfactory value is not better than the
 * unacceptable one; SAMPLE_CONSTANT - both are read of a constant sample; SAMPLE_RANGE_WIDE; SAMPLE_REFERENCE_EMPTY.
 * @example normaliseByEfficacy(Float64Array.of(4, 1), 'negative', { satisfactory: 1, unacceptable: 5 }) // [70, 100]
 * Source: 财政部等《国有资本金效绩评价规则》 (1999) and its successors; linear efficacy coefficient.
 */
export function normaliseByEfficacy(
  raw: Float64Array,
  direction: SampleDirection,
  options: EfficacyOptions = {},
): Float64Array {
  const { base = 60, span = 40, outside = 'extend', reference } = options
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    if (options.satisfactory === undefined && options.unacceptable === undefined) spanOf(sample)
    const best = options.satisfactory === undefined ? sample.maximum : turn(direction, options.satisfactory)
    const worst = options.unacceptable === undefined ? sample.minimum : turn(direction, options.unacceptable)
    if (!(best > worst) || !Number.isFinite(best - worst)) {
      const [satisfactory, unacceptable] = [String(turn(direction, best)), String(turn(direction, worst))]
      throw new FaultError([fault('SAMPLE_EFFICACY_ORDER', { satisfactory, unacceptable })])
    }
    return (value) => bounded(base + ((value - worst) / (best - worst)) * span, outside, [base, base + span])
  })
}
