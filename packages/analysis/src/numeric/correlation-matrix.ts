import type { Column } from './column.ts'
import { correlation, type CorrelationKind } from './correlation.ts'

/**
 * Correlations of every two of m columns, pairwise over the rows in which both have a value.
 *
 * @returns m x m, symmetric; a constant column has NaN in its row and column, also on the diagonal.
 * @example correlationMatrix([[1, 2, 3], [3, 2, 1]], 'pearson') // [[1, -1], [-1, 1]]
 */
export function correlationMatrix(columns: readonly Column[], kind: CorrelationKind): number[][] {
  const matrix = columns.map(() => columns.map(() => NaN))
  columns.forEach((x, j) => {
    columns.slice(0, j + 1).forEach((y, k) => {
      const r = correlation(x, y, kind)
      const [row, mirrored] = [matrix[j], matrix[k]]
      if (row) row[k] = r
      if (mirrored) mirrored[j] = r
    })
  })
  return matrix
}
