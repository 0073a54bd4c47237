import { cholesky, solve } from '@plumbline/kernel'
import { normalDraw } from '../random/normal.ts'
import type { Stream } from '../random/stream.ts'

/** A multivariate normal distribution. */
export interface NormalModel {
  /** Length p. */
  readonly means: Float64Array
  /** p x p, by rows. */
  readonly covariances: readonly Float64Array[]
}

/** Below this a conditional variance is rounding. */
const NIL = 1e-12

/**
 * Draws what is missing of a row from its distribution given what is observed.
 *
 * @param row - Length p; NaN is missing. Not changed.
 * @returns Length p, complete; null where the observed columns are combinations of each other.
 * @example drawConditional(Float64Array.of(1, NaN), model, stream) // [1, 0.83…]
 */
export function drawConditional(row: Float64Array, model: NormalModel, stream: Stream): Float64Array | null {
  const seen = [...row.keys()].filter((j) => !Number.isNaN(row[j]))
  const gaps = [...row.keys()].filter((j) => Number.isNaN(row[j]))
  const between = (i: number, j: number): number => model.covariances[i]?.[j] ?? NaN
  const factor = cholesky(
    seen.map((i) => Float64Array.from(seen, (j) => between(i, j))),
    0,
  )
  if (factor === null) return null
  const away = solve(
    factor,
    Float64Array.from(seen, (j) => (row[j] ?? NaN) - (model.means[j] ?? NaN)),
  )
  const links = gaps.map((gap) => Float64Array.from(seen, (j) => between(gap, j)))
  const pulls = links.map((link) => solve(factor, link))
  const spread = gaps.map((gap, a) =>
    Float64Array.from(gaps, (other, b) => between(gap, other) - dot(links[a], pulls[b])),
  )
  const drawn = Float64Array.from(row)
  const noise = correlated(spread, stream)
  for (const [place, gap] of gaps.entries()) {
    drawn[gap] = (model.means[gap] ?? NaN) + dot(links[place], away) + (noise[place] ?? 0)
  }
  return drawn
}

/** Normal numbers with the given covariances; a direction without variance gives 0. */
function correlated(covariances: readonly Float64Array[], stream: Stream): Float64Array {
  const rows = covariances.map(({ length }) => new Float64Array(length))
  const normals = covariances.map(() => normalDraw(stream))
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j <= i; j++) {
      const other = rows[j] ?? row
      let rest = covariances[i]?.[j] ?? NaN
      for (let k = 0; k < j; k++) rest -= (row[k] ?? 0) * (other[k] ?? 0)
      const pivot = other[j] ?? 0
      if (i === j) row[j] = rest > NIL * (covariances[i]?.[i] ?? 1) ? Math.sqrt(rest) : 0
      else row[j] = pivot === 0 ? 0 : rest / pivot
    }
  }
  return Float64Array.from(rows, (row) => row.reduce((sum, weight, k) => sum + weight * (normals[k] ?? 0), 0))
}

const dot = (a: Float64Array | undefined, b: Float64Array | undefined): number =>
  (a ?? new Float64Array()).reduce((sum, value, j) => sum + value * (b?.[j] ?? NaN), 0)
