import { snap } from '../numeric/grid.ts'
import { at, type CountedRow } from './row.ts'

/** Where the run of equals (on the 1e-9 grid) that begins at `from` in the order of scores ends. */
export function endOfTie({ order, score, size }: CountedRow, from: number): number {
  const value = snap(at(score, order[from] ?? 0))
  let end = from + 1
  while (end < size && snap(at(score, order[end] ?? 0)) === value) end++
  return end
}
