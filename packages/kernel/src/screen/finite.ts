import { fault, FaultError, type Fault } from '../errors.ts'

/**
 * One fault for each infinite value of a column. NaN is missing and no fault.
 *
 * @param values - Length n.
 * @returns PREPARE_VALUE_INFINITE with the row, counted from 1.
 * @example infiniteValues(Float64Array.of(1, Infinity)).map(({ params }) => params['row']) // [2]
 */
export function infiniteValues(values: Float64Array): readonly Fault[] {
  const faults: Fault[] = []
  for (const [row, value] of values.entries()) {
    if (Number.isNaN(value) || Number.isFinite(value)) continue
    faults.push(fault('PREPARE_VALUE_INFINITE', { row: row + 1, value: String(value) }))
  }
  return faults
}

/** One fault for each length that is not the expected one. */
export function lengthFaults(expected: number, lengths: readonly number[]): readonly Fault[] {
  return lengths
    .filter((length) => length !== expected)
    .map((length) => fault('PREPARE_LENGTH_DIFFERS', { length, expected }))
}

/** Throws all the faults at once; nothing where there is none. */
export function throwFaults(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new FaultError(faults)
}

/**
 * A fault where an option lies outside its range, ends included.
 *
 * @param range - Least and most; NaN is outside every range.
 */
export function optionFaults(
  option: string,
  value: number,
  [least, most]: readonly [number, number],
): readonly Fault[] {
  return value >= least && value <= most
    ? []
    : [fault('PREPARE_OPTION_RANGE', { option, value: String(value), least: String(least), most: String(most) })]
}
