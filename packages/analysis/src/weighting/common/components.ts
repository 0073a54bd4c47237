import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { correlationMatrix } from '../../numeric/correlation-matrix.ts'
import { symmetricEigen, type Eigen } from '../../numeric/symmetric-eigen.ts'

/**
 * Principal components of the correlation matrix of columns that all vary.
 *
 * @throws FaultError WEIGHTS_NOT_COMPUTABLE - a correlation left the range of double precision.
 */
export function components(columns: readonly Column[]): Eigen {
  const matrix = correlationMatrix(columns, 'pearson')
  if (matrix.flat().some(Number.isNaN)) throw new FaultError([fault('WEIGHTS_NOT_COMPUTABLE')])
  return matrix.length === 0 ? { values: [], vectors: [] } : symmetricEigen(matrix)
}
