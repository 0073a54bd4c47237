import type { Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { Failure } from './evaluate.ts'

/** So many rows of one formula are told one by one; of the others only the number is. */
const MOST = 100

interface Where {
  readonly text: string
  /** Id of what has the formula. */
  readonly id: string
  readonly dataset: Pick<Dataset, 'units' | 'periods'>
}

/** The faults of one formula's run: where in the formula, which unit and period, and what it met there. */
export function failureFaults(failures: readonly Failure[], { text, id, dataset }: Where): readonly Fault[] {
  const one = ({ code, row, at, operands }: Failure): Fault => {
    const place = { id, unit: dataset.units[row] ?? '', period: dataset.periods[row] ?? '' }
    return fault(code, { formula: text, position: at + 1, part: partAt(text, at), operands }, place)
  }
  return [...failures.slice(0, MOST).map(one), ...moreRows(failures.length - MOST, { text, id })]
}

/** At most so many faults of each formula, and one that counts the others. */
export function bounded(faults: readonly Fault[]): readonly Fault[] {
  const byFormula = Map.groupBy(faults, ({ at, params }) => JSON.stringify([at.id, params['formula']]))
  return [...byFormula.values()].flatMap((same) => {
    const [first] = same
    const of = { text: String(first?.params['formula'] ?? ''), id: first?.at.id ?? '' }
    return [...same.slice(0, MOST), ...moreRows(same.length - MOST, of)]
  })
}

const moreRows = (more: number, { text, id }: Pick<Where, 'text' | 'id'>): readonly Fault[] =>
  more > 0 ? [fault('FORMULA_MORE_ROWS', { formula: text, more }, { id })] : []

/** Enough of the formula around an offset to find it again. */
function partAt(text: string, at: number): string {
  const [from, to] = [Math.max(0, at - 12), Math.min(text.length, at + 13)]
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`
}
