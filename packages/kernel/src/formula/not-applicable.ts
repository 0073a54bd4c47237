import { Blank, type Column, type Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { IndicatorSpec } from '../framework.ts'
import type { Cells } from './evaluate.ts'

interface Ruled {
  readonly dataset: Dataset
  /** The indicator's column as reported or computed. */
  readonly cells: Column
  /** 1 where the indicator does not apply, by row. */
  readonly rule: Cells
}

/**
 * Applies the rule that says where an indicator does not apply. Where it holds the cell is not applicable, whatever a
 * formula made of it; where it does not hold, or cannot be decided, the cell may not say so.
 *
 * @returns The cells with the rule's blanks; NOT_APPLICABLE_WITH_VALUE, NOT_APPLICABLE_REFUSED and
 * NOT_APPLICABLE_UNDECIDED, each with unit and period.
 */
export function applyRule(
  { id, value, code: program, notApplicable }: IndicatorSpec,
  { dataset, cells, rule }: Ruled,
): { readonly cells: Cells; readonly faults: readonly Fault[] } {
  const values = Float64Array.from(cells.values)
  const blanks = Uint8Array.from(cells.blanks)
  const faults: Fault[] = []
  for (let row = 0; row < dataset.size; row++) {
    const hasValue = !Number.isNaN(values[row]) || Boolean(cells.ratings?.get(row)?.length)
    const claimed = blanks[row] === Blank.notApplicable
    const decided = rule.blanks[row] === Blank.none
    const holds = decided && rule.values[row] === 1
    if (holds && hasValue && !value && !program) refuse('NOT_APPLICABLE_WITH_VALUE', row)
    else if (holds) [values[row], blanks[row]] = [NaN, Blank.notApplicable]
    else if (claimed) refuse(decided ? 'NOT_APPLICABLE_REFUSED' : 'NOT_APPLICABLE_UNDECIDED', row)
  }
  return { cells: { values, blanks }, faults }

  function refuse(code: string, row: number): void {
    const place = { id, unit: dataset.units[row] ?? '', period: dataset.periods[row] ?? '' }
    faults.push(fault(code, { formula: notApplicable?.text ?? '' }, place))
  }
}
