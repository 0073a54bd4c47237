import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { indicatorName, type Names } from '../common/names.ts'

/**
 * Pairwise comparisons: entry (i, j) says how many times as important indicator i is as j. Positive, 1 on the diagonal,
 * (j, i) the reciprocal of (i, j). NaN, on both sides of the diagonal, is a judgement not given.
 */
export type ComparisonMatrix = readonly (readonly number[])[]

/** A reciprocal may be this far off, relatively: binary fractions are not exact, 0.33 for 1/3 is refused. */
const ROUNDING = 1e-9

/**
 * The whole matrix from the judgements above its diagonal; what is on or below it is not looked at.
 *
 * @param upper - n rows of length n. NaN above the diagonal is a judgement not given.
 * @example reciprocalMatrix([[1, 2], [0, 0]]) // [[1, 2], [0.5, 1]]
 */
export function reciprocalMatrix(upper: ComparisonMatrix): number[][] {
  return upper.map((row, i) =>
    upper.map((_, j) => {
      if (i === j) return 1
      return i < j ? (row[j] ?? NaN) : 1 / (upper[j]?.[i] ?? NaN)
    }),
  )
}

/**
 * Refuses a matrix that is no comparison matrix, all faults at once.
 *
 * @param missing - Whether judgements may be missing.
 * @throws FaultError WEIGHTS_NO_INDICATORS - the matrix is empty.
 * @throws FaultError AHP_NOT_SQUARE - a row is longer or shorter than the number of rows.
 * @throws FaultError AHP_JUDGEMENT_REFUSED - a judgement is 0, negative or infinite.
 * @throws FaultError AHP_JUDGEMENT_MISSING - a judgement is missing where all are needed.
 * @throws FaultError AHP_DIAGONAL_NOT_ONE - an indicator compared with itself is not 1.
 * @throws FaultError AHP_NOT_RECIPROCAL - (j, i) is not the reciprocal of (i, j), one fault per pair.
 */
export function checkComparison(matrix: ComparisonMatrix, missing: 'allowed' | 'refused', names?: Names): void {
  const n = matrix.length
  if (n === 0) throw new FaultError([fault('WEIGHTS_NO_INDICATORS')])
  const ragged = matrix.flatMap((row, i) =>
    row.length === n
      ? []
      : [fault('AHP_NOT_SQUARE', { expected: n, found: row.length }, { id: indicatorName(i, names) })],
  )
  if (ragged.length > 0) throw new FaultError(ragged)
  const faults = matrix.flatMap((row, i) =>
    row.flatMap((value, j) => {
      if (i === j) return diagonalFaults(value, i, names)
      return i < j ? pairFaults({ value, mirrored: matrix[j]?.[i] ?? NaN, i, j }, missing, names) : []
    }),
  )
  if (faults.length > 0) throw new FaultError(faults)
}

function diagonalFaults(value: number, i: number, names?: Names): Fault[] {
  return value === 1 ? [] : [fault('AHP_DIAGONAL_NOT_ONE', { value: String(value) }, { id: indicatorName(i, names) })]
}

interface Pair {
  readonly value: number
  readonly mirrored: number
  readonly i: number
  readonly j: number
}

function pairFaults({ value, mirrored, i, j }: Pair, missing: 'allowed' | 'refused', names?: Names): Fault[] {
  const params = { other: indicatorName(j, names), value: String(value), mirrored: String(mirrored) }
  const raise = (code: string): Fault[] => [fault(code, params, { id: indicatorName(i, names) })]
  if ([value, mirrored].some((each) => each <= 0 || each === Infinity)) return raise('AHP_JUDGEMENT_REFUSED')
  if (Number.isNaN(value) && Number.isNaN(mirrored)) return missing === 'allowed' ? [] : raise('AHP_JUDGEMENT_MISSING')
  return Math.abs(value * mirrored - 1) <= ROUNDING ? [] : raise('AHP_NOT_RECIPROCAL')
}
