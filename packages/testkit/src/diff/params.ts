import { change, type Change, type Difference } from './change.ts'
import { sameData } from './facets.ts'

interface Dated {
  readonly from: string
}

/**
 * Rows of a dated parameter. A row that takes effect after the given date touches no existing result; one in force does.
 *
 * @param asOf - ISO date.
 */
export function paramChange(difference: Difference, asOf: string): Change {
  const inForce = (rows: unknown): readonly unknown[] => datedRows(rows).filter(({ from }) => from <= asOf)
  return sameData(inForce(difference.from), inForce(difference.to))
    ? change('CHANGE_PARAM_FUTURE', 'minor', difference)
    : change('CHANGE_PARAM', 'major', difference)
}

const datedRows = (rows: unknown): readonly Dated[] => (Array.isArray(rows) ? rows.filter(isDated) : [])

const isDated = (row: unknown): row is Dated =>
  typeof row === 'object' && row !== null && 'from' in row && typeof row.from === 'string'
