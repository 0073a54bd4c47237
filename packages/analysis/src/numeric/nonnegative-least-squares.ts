import { SVD, solve } from 'ml-matrix'
import { sum } from './sum.ts'

type Rows = readonly (readonly number[])[]

/** Entries and gradients this small, on a problem of size 1, are rounding. */
const ZERO = 1e-12

const dot = (a: readonly number[], b: readonly number[]): number => sum(a.map((value, k) => value * (b[k] ?? NaN)))
const times = (matrix: Rows, vector: readonly number[]): number[] => matrix.map((row) => dot(row, vector))

/** Solution of a symmetric system of least length; of all solutions the one that treats equal columns alike. */
export function leastNormSolution(matrix: Rows, right: readonly number[]): number[] {
  const decomposition = new SVD(
    matrix.map((row) => [...row]),
    { autoTranspose: true },
  )
  const largest = decomposition.diagonal[0] ?? 0
  const { leftSingularVectors: left, rightSingularVectors: turned } = decomposition
  const parts = decomposition.diagonal.map((value, k) =>
    value > ZERO * largest ? dot(left.getColumn(k), right) / value : 0,
  )
  return right.map((_, i) => sum(parts.map((part, k) => part * turned.get(i, k))))
}

/**
 * min |R u - t|² subject to a u = 1, u >= 0: a convex program, by active sets.
 *
 * @param matrix - R, m x m, symmetric.
 * @param target - t, length m.
 * @param scale - a, length m, with at least one entry above 0.
 * @returns Length m; undefined where no entry of `scale` is above 0.
 */
export function leastSquaresOnSimplex(
  matrix: Rows,
  target: readonly number[],
  scale: readonly number[],
): number[] | undefined {
  const gram = matrix.map((row) => matrix.map((other) => dot(row, other)))
  const pull = times(matrix, target)
  const first = scale.indexOf(Math.max(...scale))
  const top = scale[first] ?? 0
  if (!(top > ZERO)) return undefined
  let active = [first]
  let point = scale.map((_, k) => (k === first ? 1 / top : 0))
  // Every round lowers the objective or drops an index, so no set comes twice; the bound guards against rounding.
  for (let round = 0; round < 50 * scale.length; round += 1) {
    const { values, multiplier } = onActive(gram, pull, { scale, active })
    const goal = scale.map((_, k) => values[active.indexOf(k)] ?? 0)
    if (active.every((k) => (goal[k] ?? 0) > -ZERO)) {
      point = goal.map((value) => Math.max(0, value))
      const slope = times(gram, point).map((value, k) => value - (pull[k] ?? 0) + multiplier * (scale[k] ?? 0))
      const entering = slope.reduce(
        (best, value, k) => (!active.includes(k) && value < (slope[best] ?? 0) ? k : best),
        first,
      )
      if (active.includes(entering) || (slope[entering] ?? 0) >= -ZERO) return point
      active = [...active, entering]
    } else {
      const steps = active.map((k) =>
        (goal[k] ?? 0) > -ZERO ? 1 : (point[k] ?? 0) / ((point[k] ?? 0) - (goal[k] ?? 0)),
      )
      const step = Math.min(...steps)
      point = point.map((value, k) => value + step * ((goal[k] ?? 0) - value))
      active = active.filter((k, i) => (steps[i] ?? 1) > step || (goal[k] ?? 0) > -ZERO)
    }
  }
  return point
}

interface Active {
  readonly scale: readonly number[]
  readonly active: readonly number[]
}

/** The minimum with only the active entries free, and the multiplier of a u = 1. */
function onActive(
  gram: Rows,
  pull: readonly number[],
  { scale, active }: Active,
): { values: number[]; multiplier: number } {
  const system = [
    ...active.map((k) => [...active.map((l) => gram[k]?.[l] ?? NaN), scale[k] ?? NaN]),
    [...active.map((k) => scale[k] ?? NaN), 0],
  ]
  const right = [...active.map((k) => [pull[k] ?? NaN]), [1]]
  const solution = solve(system, right, true).to1DArray()
  return { values: solution.slice(0, -1), multiplier: solution.at(-1) ?? NaN }
}
