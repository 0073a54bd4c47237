import { digestOfLists, type CanonicalObject } from '@plumbline/digest'
import type { ComputedUnit } from './computed-unit.ts'

/** A computed row as plain JSON; two computations agree when these are equal. */
export const comparable = (unit: ComputedUnit): CanonicalObject => ({
  unit: unit.code,
  score: unit.score,
  core: unit.core,
  status: unit.status,
  grade: unit.grade,
  gradeByScore: unit.gradeByScore,
  rank: unit.rank,
  groupRank: unit.groupRank,
  gates: unit.gates,
  limitedBy: unit.limitedBy,
  cappedBy: unit.cappedBy,
  coverage: unit.coverage,
  nodes: unit.nodes,
  contributions: unit.contributions,
})

/** Digest of a run's results: sha256 over the canonical JSON of `{ rows }`, in the order of the input. */
export const resultDigest = (units: readonly ComputedUnit[]): string => digestOfLists({ rows: each(units) })

function* each(units: readonly ComputedUnit[]): Generator<CanonicalObject> {
  for (const unit of units) yield comparable(unit)
}
