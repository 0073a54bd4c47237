import type { Point } from '../framework.ts'
import type { NormalisedColumn } from './method.ts'

/**
 * Scores exactly the listed levels.
 *
 * @param raw - Length n; NaN stays missing, and so does a level that is not listed (`checkRaw` names those as faults).
 * @example normaliseByLevels(Float64Array.of(0, 2), [[0, 0], [1, 20], [2, 45]]).scores // [0, 45]
 */
export function normaliseByLevels(raw: Float64Array, points: readonly Point[]): NormalisedColumn {
  const scoreOf = new Map(points)
  return { scores: raw.map((level) => scoreOf.get(level) ?? NaN), held: new Int8Array(raw.length) }
}
