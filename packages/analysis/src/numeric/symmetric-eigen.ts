import { EigenvalueDecomposition } from 'ml-matrix'

/** Entries closer than this to the largest count as equally large, so that rounding noise never picks the sign. */
const EQUALLY_LARGE = 1 - 1e-9

export interface Eigen {
  /** Length m, falling. */
  readonly values: number[]
  /** m vectors of length m and length 1, in the order of `values`. */
  readonly vectors: number[][]
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix. A vector's sign is free; here its entry of largest size is positive,
 * the first of them when several are equally large.
 *
 * @param matrix - m x m, symmetric, finite; m may be 0.
 * @example symmetricEigen([[2, 1], [1, 2]]).values // [3, 1]
 */
export function symmetricEigen(matrix: readonly (readonly number[])[]): Eigen {
  if (matrix.length === 0) return { values: [], vectors: [] }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(
    matrix.map((row) => [...row]),
    { assumeSymmetric: true },
  )
  const order = realEigenvalues
    .map((_, index) => index)
    .sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0))
  return {
    values: order.map((index) => realEigenvalues[index] ?? NaN),
    vectors: order.map((index) => signed(eigenvectorMatrix.getColumn(index))),
  }
}

/** The vector or its opposite, whichever has a positive entry of largest size (the first of equals). */
export function signed(vector: readonly number[]): number[] {
  const largest = vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0)
  const leading = vector.find((entry) => Math.abs(entry) >= largest * EQUALLY_LARGE) ?? 0
  return leading < 0 ? vector.map((entry) => -entry) : [...vector]
}
