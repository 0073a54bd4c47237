import { fault, FaultError } from '@plumbline/kernel'
import { present, type Column } from '../../numeric/column.ts'
import { placeOf, type Names } from './names.ts'

/** Any finite number, 0 or more, or above 0. */
export type Sign = 'any' | 'nonNegative' | 'positive'

export interface ColumnRules {
  /** What a value may be, for all indicators or for each. */
  readonly sign: Sign | readonly Sign[]
  readonly missing: 'allowed' | 'refused'
  /** Fewest values an indicator must have. */
  readonly atLeast: number
  readonly names?: Names | undefined
}

/**
 * Refuses columns that a weighting method cannot use, all faults at once.
 *
 * @param columns - m columns of length n, one per indicator.
 * @throws FaultError WEIGHTS_NO_INDICATORS - there is no column.
 * @throws FaultError WEIGHTS_LENGTH_DIFFERS - a column is longer or shorter than the first.
 * @throws FaultError WEIGHTS_VALUE_INFINITE, WEIGHTS_VALUE_MISSING, WEIGHTS_VALUE_NEGATIVE, WEIGHTS_VALUE_NOT_POSITIVE -
 *   a value the rules forbid, one fault each.
 * @throws FaultError WEIGHTS_TOO_FEW_VALUES - an indicator has fewer values than the method needs.
 */
export function checkColumns(columns: readonly Column[], rules: ColumnRules): void {
  const [first] = columns
  if (!first) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  const faults = columns.flatMap((column, indicator) => {
    const at = placeOf(rules.names, indicator)
    const found = present(column).length
    const sign = typeof rules.sign === 'string' ? rules.sign : rules.sign[indicator]
    return [
      ...(column.length === first.length
        ? []
        : [fault('WEIGHTS_LENGTH_DIFFERS', { expected: first.length, found: column.length }, at)]),
      ...Array.from(column, (value, unit) => {
        const code =
          Number.isNaN(value) && rules.missing === 'refused' ? 'WEIGHTS_VALUE_MISSING' : signFault(value, sign)
        return code ? [fault(code, { value: String(value) }, placeOf(rules.names, indicator, unit))] : []
      }).flat(),
      ...(found >= rules.atLeast ? [] : [fault('WEIGHTS_TOO_FEW_VALUES', { found, needed: rules.atLeast }, at)]),
    ]
  })
  if (faults.length > 0) throw new FaultError(faults)
}

function signFault(value: number, sign: Sign | undefined): string | undefined {
  if (Math.abs(value) === Infinity) return 'WEIGHTS_VALUE_INFINITE'
  if (sign === 'nonNegative' && value < 0) return 'WEIGHTS_VALUE_NEGATIVE'
  if (sign === 'positive' && value <= 0) return 'WEIGHTS_VALUE_NOT_POSITIVE'
  return undefined
}

/** @throws FaultError WEIGHTS_COUNT_DIFFERS - `found` entries of `what` where one per indicator is needed. */
export function checkCount(what: string, found: number, expected: number): void {
  if (found !== expected) throw new FaultError([fault('WEIGHTS_COUNT_DIFFERS', { what, found, expected })])
}
