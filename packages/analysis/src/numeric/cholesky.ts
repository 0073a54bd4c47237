import { CholeskyDecomposition, Matrix } from 'ml-matrix'
import { ln } from './elementary.ts'
import { sum } from './sum.ts'

/**
 * Inverse and logarithm of the determinant of a symmetric positive definite matrix.
 *
 * @param matrix - m x m, symmetric, finite, and well away from singular: see `collinear`.
 * @example invertPositiveDefinite([[2, 0], [0, 4]]) // { inverse: [[0.5, 0], [0, 0.25]], lnDeterminant: Math.log(8) }
 */
export function invertPositiveDefinite(matrix: readonly (readonly number[])[]): {
  readonly inverse: number[][]
  readonly lnDeterminant: number
} {
  const decomposition = new CholeskyDecomposition(new Matrix(matrix.map((row) => [...row])))
  return {
    inverse: decomposition.solve(Matrix.eye(matrix.length)).to2DArray(),
    lnDeterminant: 2 * sum(decomposition.lowerTriangularMatrix.diagonal().map(ln)),
  }
}
