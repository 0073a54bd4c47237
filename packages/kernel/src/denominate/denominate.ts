import { fault, FaultError, type Fault } from '../errors.ts'
import { infiniteValues, lengthFaults, throwFaults } from '../screen/finite.ts'

/** The size of each unit, with its unit of measure. */
export interface Denominator {
  /** Length n: what each unit is divided by, for example its population. NaN is missing. */
  readonly values: Float64Array
  /** Unit of measure of `values`. */
  readonly measure: string
}

/** What an indicator is divided by, and how it is told. */
export interface DenominateOptions {
  /** The unit of measure that the indicator's definition names for its denominator. */
  readonly measure: string
  /** Denominators are counted in lots of this: 1000 gives a figure for each thousand. */
  readonly per?: number
}

/**
 * Divides an indicator by the size of each unit: x / (denominator / per).
 *
 * @param values - Length n; NaN is missing and stays missing. Not changed.
 * @returns Length n; NaN also where the denominator is missing. Zeros and negative figures of the indicator are divided
 * like any other.
 * @throws FaultError All at once: DENOMINATOR_ZERO, DENOMINATOR_NEGATIVE - by row, even where the figure itself is missing;
 * DENOMINATOR_MEASURE - it is not in the unit of measure that the definition names; DENOMINATOR_TOO_SMALL - the quotient is
 * too large for a double; PREPARE_VALUE_INFINITE; PREPARE_LENGTH_DIFFERS; PREPARE_OPTION_POSITIVE - `per`.
 * @example denominate(Float64Array.of(50, 9), { values: Float64Array.of(2000, 300), measure: 'person' }, { measure: 'person',
 * per: 1000 }) // [25, 30]
 * Source: OECD/JRC (2008) Handbook, step 2; COINr 1.1.14, Denominate.
 */
export function denominate(
  values: Float64Array,
  denominator: Denominator,
  { measure, per = 1 }: DenominateOptions,
): Float64Array {
  throwFaults([
    ...infiniteValues(values),
    ...infiniteValues(denominator.values),
    ...lengthFaults(values.length, [denominator.values.length]),
    ...(denominator.measure === measure
      ? []
      : [fault('DENOMINATOR_MEASURE', { expected: measure, found: denominator.measure })]),
    ...(per > 0 && Number.isFinite(per)
      ? []
      : [fault('PREPARE_OPTION_POSITIVE', { option: 'per', value: String(per) })]),
    ...signFaults(denominator.values),
  ])
  const quotients = values.map((value, row) => value / ((denominator.values[row] ?? NaN) / per))
  const faults = infiniteValues(quotients).map(({ params }) =>
    fault('DENOMINATOR_TOO_SMALL', { row: params['row'] ?? null }),
  )
  if (faults.length > 0) throw new FaultError(faults)
  return quotients
}

function signFaults(values: Float64Array): readonly Fault[] {
  const faults: Fault[] = []
  for (const [row, value] of values.entries()) {
    if (value === 0) faults.push(fault('DENOMINATOR_ZERO', { row: row + 1 }))
    if (value < 0) faults.push(fault('DENOMINATOR_NEGATIVE', { row: row + 1, value }))
  }
  return faults
}
