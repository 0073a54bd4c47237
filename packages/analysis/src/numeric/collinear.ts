import { symmetricEigen } from './symmetric-eigen.ts'

const SINGULAR = 1e-10
const TAKES_PART = 1e-3

/**
 * Which columns are exact mixtures of each other, read from their correlation matrix: the entries of the eigenvectors
 * whose eigenvalue is nothing beside the largest (below 1e-10 of it; a negative one comes from pairwise missing values).
 *
 * @param matrix - m x m correlations.
 * @returns Indices, rising; empty for a matrix that can be inverted.
 * @example collinear([[1, 1, 0], [1, 1, 0], [0, 0, 1]]) // [0, 1]
 */
export function collinear(matrix: readonly (readonly number[])[]): number[] {
  const { values, vectors } = symmetricEigen(matrix)
  const least = (values[0] ?? 0) * SINGULAR
  const empty = vectors.filter((_, index) => (values[index] ?? 0) <= least)
  return matrix
    .map((_, index) => index)
    .filter((index) => empty.some((vector) => Math.abs(vector[index] ?? 0) > TAKES_PART))
}
