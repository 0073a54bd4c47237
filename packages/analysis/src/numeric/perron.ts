import { sum } from './sum.ts'

const SQUARINGS = 64
const POLISHING = 4
/** Relative change of an entry within its last bits. */
const STILL = 2 ** -51

/**
 * Perron vector of a primitive non-negative matrix: the eigenvector of its largest eigenvalue, all entries positive.
 * By repeated squaring, which is power iteration at 2^k steps; no start vector to choose, so the same on every run.
 *
 * @param matrix - n x n, no entry negative, primitive (some power is all positive).
 * @returns The vector, sum 1, and the eigenvalue as the mean of (A w)_i / w_i.
 * @example perron([[1, 2], [0.5, 1]]).value // 2
 */
export function perron(matrix: readonly (readonly number[])[]): { readonly vector: number[]; readonly value: number } {
  let power = scaled(matrix)
  let vector = direction(power)
  for (let step = 0, moving = true; moving && step < SQUARINGS; step += 1) {
    power = scaled(square(power))
    const next = direction(power)
    moving = next.some((value, i) => Math.abs(value - (vector[i] ?? NaN)) > STILL * value)
    vector = next
  }
  for (let step = 0; step < POLISHING; step += 1) vector = unit(times(matrix, vector))
  const ratios = times(matrix, vector).map((value, i) => value / (vector[i] ?? NaN))
  return { vector, value: sum(ratios) / ratios.length }
}

const unit = (vector: readonly number[]): number[] => {
  const total = sum(vector)
  return vector.map((value) => value / total)
}

const direction = (matrix: readonly (readonly number[])[]): number[] => unit(matrix.map((row) => sum(row)))

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => sum(row.map((value, j) => value * (vector[j] ?? 0))))

function square(matrix: readonly (readonly number[])[]): number[][] {
  return matrix.map((row) =>
    row.map((_, j) => row.reduce((total, value, k) => total + value * (matrix[k]?.[j] ?? 0), 0)),
  )
}

function scaled(matrix: readonly (readonly number[])[]): number[][] {
  const largest = Math.max(...matrix.flat())
  return matrix.map((row) => row.map((value) => value / largest))
}
