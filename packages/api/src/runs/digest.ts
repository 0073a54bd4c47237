import type { InputRow } from '@plumbline/db'
import { digestOfLists, type CanonicalValue } from '@plumbline/digest'
import { Blank } from '@plumbline/kernel'
import type { ComputedUnit } from './rows.ts'

/**
 * Digest of everything a run is computed from, apart from the plugin, which has its own: sha256 over the canonical JSON
 * of `{ rows, history }`. A cell is its number, `{ blank }`, or `{ ratings, value }`; an unanswered cell is left out, as
 * a column that is not in the file is. Row numbers, names and file names do not count.
 */
export const inputDigest = (rows: readonly InputRow[], history: readonly InputRow[]): string =>
  digestOfLists({ rows: eachOf(rows, inputOf), history: eachOf(history, inputOf) })

function inputOf(row: InputRow): CanonicalValue {
  const cells: Record<string, CanonicalValue> = {}
  for (const { item, value, blank, ratings } of row.cells)
    if (blank !== Blank.unanswered) cells[item] = ratings ? { ratings, value } : blank ? { blank } : value
  return { unit: row.code, period: row.period, group: row.group, cells }
}

/** Digest of a run's results: sha256 over the canonical JSON of `{ rows }`, in the order of the input. */
export const resultDigest = (units: readonly ComputedUnit[]): string =>
  digestOfLists({ rows: eachOf(units, comparable) })

function* eachOf<T>(items: readonly T[], turn: (item: T) => CanonicalValue): Generator<CanonicalValue> {
  for (const item of items) yield turn(item)
}

/** A computed row as plain JSON; two computations agree when these are equal. */
export const comparable = (unit: ComputedUnit): CanonicalValue => ({
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
