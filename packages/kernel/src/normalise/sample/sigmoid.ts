import { throwFaults } from '../../screen/finite.ts'
import { fault } from '../../errors.ts'
import { exp } from '../../numeric/exp-ln.ts'
import { scoreDirected, spanOf, turn, type SampleDirection, type SampleOptions } from './directed.ts'

/** Middle, width and steepness of the curve. */
export interface SigmoidOptions extends SampleOptions {
  /** Raw value of half marks; without it the sample's mean. */
  readonly midpoint?: number
  /** Raw width of one step; without it the sample's standard deviation. */
  readonly scale?: number
  readonly steepness?: number
  readonly full?: number
}

/**
 * Logistic curve: full / (1 + exp(-steepness (x - midpoint) / scale)). Between 0 and full marks without an edge: outliers
 * flatten out.
 *
 * @param raw - Length n; NaN stays missing; all missing stays so. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_OPTION_POSITIVE - scale or steepness is not above 0;
 * PREPARE_OPTION_FINITE - the midpoint; SAMPLE_CONSTANT - the scale is read of a constant sample; SAMPLE_RANGE_WIDE;
 * SAMPLE_REFERENCE_EMPTY.
 * @example normaliseBySigmoid(Float64Array.of(7), 'positive', { midpoint: 7, scale: 2 }) // [50]
 * Source: logistic function; softmax scaling of standard scores, Pyle (1999), Data Preparation for Data Mining.
 */
export function normaliseBySigmoid(
  raw: Float64Array,
  direction: SampleDirection,
  options: SigmoidOptions = {},
): Float64Array {
  const { midpoint, scale, steepness = 1, full = 100, reference } = options
  throwFaults([
    ...(midpoint === undefined || Number.isFinite(midpoint) ? [] : [finiteFault(midpoint)]),
    ...positiveFaults('scale', scale ?? 1),
    ...positiveFaults('steepness', steepness),
  ])
  return scoreDirected(raw, { direction, ...(reference && { reference }) }, (sample) => {
    if (scale === undefined) spanOf(sample)
    const middle = midpoint === undefined ? sample.mean : turn(direction, midpoint)
    const width = scale ?? sample.deviation
    return (value) => full / (1 + exp((-steepness * (value - middle)) / width))
  })
}

const finiteFault = (value: number) => fault('PREPARE_OPTION_FINITE', { option: 'midpoint', value: String(value) })

const positiveFaults = (option: string, value: number) =>
  value > 0 && Number.isFinite(value) ? [] : [fault('PREPARE_OPTION_POSITIVE', { option, value: String(value) })]
