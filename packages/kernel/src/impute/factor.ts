/** A symmetric matrix of order p, by rows. */
export type Matrix = readonly Float64Array[]

/**
 * Lower Cholesky factor of a symmetric matrix.
 *
 * @returns null where a pivot is not above `least`: a column is a combination of the ones before it.
 * @example cholesky([Float64Array.of(4, 2), Float64Array.of(2, 5)], 0) // [[2, 0], [1, 2]]
 */
export function cholesky(matrix: Matrix, least: number): Matrix | null {
  const factor = matrix.map(({ length }) => new Float64Array(length))
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = factor[j] ?? row
      let rest = matrix[i]?.[j] ?? NaN
      for (let k = 0; k < j; k++) rest -= (row[k] ?? NaN) * (other[k] ?? NaN)
      if (i === j && !(rest > least)) return null
      row[j] = i === j ? Math.sqrt(rest) : rest / (other[j] ?? NaN)
    }
  }
  return factor
}

/**
 * Solves L L' x = b for the factor L.
 *
 * @example solve([Float64Array.of(2, 0), Float64Array.of(1, 2)], Float64Array.of(4, 6)) // [0.5, 1]
 */
export function solve(factor: Matrix, right: Float64Array): Float64Array {
  const x = Float64Array.from(right)
  for (const [i, row] of factor.entries()) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? NaN) - (row[k] ?? NaN) * (x[k] ?? NaN)
    x[i] = (x[i] ?? NaN) / (row[i] ?? NaN)
  }
  for (let i = factor.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < factor.length; k++) x[i] = (x[i] ?? NaN) - (factor[k]?.[i] ?? NaN) * (x[k] ?? NaN)
    x[i] = (x[i] ?? NaN) / (factor[i]?.[i] ?? NaN)
  }
  return x
}
