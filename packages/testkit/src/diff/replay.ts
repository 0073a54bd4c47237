import { takeRows } from '@plumbline/analysis'
import { FaultError, score, snap, type Fault, type Result } from '@plumbline/kernel'
import type { PreparedRows } from '../cases/prepare.ts'
import { outcomeOf, type Outcome } from '../cases/outcome.ts'
import type { Scorable } from '../cases/run.ts'

/** One row under both versions. */
export interface ReplayedRow {
  readonly unit: string
  readonly period: string
  readonly before: Outcome
  /** Null where the newer version refuses what the older one took. */
  readonly after: Outcome | null
  readonly ranks: readonly [number | null, number | null]
  readonly changed: boolean
  readonly flipped: boolean
}

/** What two versions made of the same data. */
export interface Replay {
  readonly source: 'cases' | 'generated' | 'data'
  /** Rows that the older version takes. */
  readonly rows: readonly ReplayedRow[]
  readonly changed: number
  /** Grade or status differs. */
  readonly flipped: number
  readonly refused: number
}

/** The same rows as each of two versions gets them: programs may differ. */
export interface ReplayInput {
  readonly before: PreparedRows
  readonly after: PreparedRows
}

/**
 * Scores the same rows under two versions.
 *
 * @param input - Rows that the older version refuses are left out: they are no input of it.
 */
export function replay(from: Scorable, to: Scorable, input: ReplayInput): readonly ReplayedRow[] {
  const { dataset } = input.before
  const before = scoreWhatCan(from, input.before)
  const after = scoreWhatCan(to, input.after)
  return Array.from({ length: dataset.size }, (_, row) => row).flatMap((row) => {
    const old = before.get(row)
    if (!old) return []
    const next = after.get(row) ?? null
    return [
      {
        unit: dataset.units[row] ?? '',
        period: dataset.periods[row] ?? '',
        before: old.outcome,
        after: next?.outcome ?? null,
        ranks: [old.rank, next?.rank ?? null] as const,
        changed: next === null || !sameOutcome(old.outcome, next.outcome),
        flipped:
          next === null || old.outcome.grade !== next.outcome.grade || old.outcome.status !== next.outcome.status,
      },
    ]
  })
}

/** Counts of replayed rows. */
export const summarise = (source: Replay['source'], rows: readonly ReplayedRow[]): Replay => ({
  source,
  rows,
  changed: rows.filter(({ changed }) => changed).length,
  flipped: rows.filter(({ flipped }) => flipped).length,
  refused: rows.filter(({ after }) => after === null).length,
})

/** The result vector: score, scores of the nodes that both have, grades, status, gates. */
function sameOutcome(a: Outcome, b: Outcome): boolean {
  const common = Object.keys(a.nodes).filter((id) => id in b.nodes)
  return (
    sameScore(a.score, b.score) &&
    sameScore(a.core, b.core) &&
    a.grade === b.grade &&
    a.gradeByScore === b.gradeByScore &&
    a.status === b.status &&
    a.gates.toSorted().join(' ') === b.gates.toSorted().join(' ') &&
    common.every((id) => sameScore(a.nodes[id] ?? null, b.nodes[id] ?? null))
  )
}

const sameScore = (a: number | null, b: number | null): boolean =>
  a === null || b === null ? a === b : snap(a) === snap(b)

interface Scored {
  readonly outcome: Outcome
  readonly rank: number | null
}

/** Scores all rows that can be; those with a fault are left out and the rest is tried again. */
function scoreWhatCan({ catalogue, plan }: Scorable, { dataset, refused }: PreparedRows): ReadonlyMap<number, Scored> {
  let rows = Array.from({ length: dataset.size }, (_, row) => row).filter((row) => !refused.has(row))
  while (rows.length > 0) {
    const part = rows.length === dataset.size ? dataset : takeRows(dataset, rows)
    const result = attempt(() => score(plan, part))
    if (!Array.isArray(result)) return new Map(rows.map((row, place) => [row, scored(catalogue, result, place)]))
    const bad = new Set(result.map(({ at }) => `${at.unit}\n${at.period}`))
    const kept = rows.filter((row) => !bad.has(`${dataset.units[row]}\n${dataset.periods[row]}`))
    rows = kept.length === rows.length ? [] : kept
  }
  return new Map()
}

const scored = (catalogue: Scorable['catalogue'], result: Result, row: number): Scored => ({
  outcome: outcomeOf(catalogue, result, row),
  rank: result.rank[row] || null,
})

function attempt(run: () => Result): Result | Fault[] {
  try {
    return run()
  } catch (error) {
    if (error instanceof FaultError) return [...error.faults]
    throw error
  }
}
