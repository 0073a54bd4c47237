import { attributeVersions, reachOf, takeRows } from '@plumbline/analysis'
import { FaultError, snap, type Dataset, type Fault } from '@plumbline/kernel'
import type { Text } from '@plumbline/plugin-api'
import type { Scorable } from '../cases/run.ts'
import { shareName } from './share-name.ts'

/** What one group of changes does to the scores of the rows replayed. */
export interface ChangeShare {
  /** What and where, for example `weights:service`; `rest` for what none explains: the absence of rows that only one takes. */
  readonly id: string
  /** Name of what `id` names: a node, a parameter, an input or fact, a program's path; null where it names nothing. */
  readonly name: Text | null
  /** Ids of the nodes concerned. */
  readonly nodes: readonly string[]
  /** Mean of the shares, and of their sizes, over the rows: which way it moves scores, and how far. */
  readonly mean: number
  readonly size: number
  /** Exact Shapley share in each of the attribution's rows; NaN where none can be said. */
  readonly shares: Float64Array
}

/** How the difference is shared among the changes. */
export interface Attribution {
  readonly changes: readonly ChangeShare[]
  /** Rows of the dataset that the shares are of. */
  readonly rows: readonly number[]
  /** Units of these rows. */
  readonly units: readonly string[]
  /** Why no shares can be said, where they cannot. */
  readonly faults: readonly Fault[]
}

/** A dataset as each of two versions reads it, and what was scored of it. */
export interface ScoredRows {
  /** The same rows in the same order. */
  readonly before: Dataset
  readonly after: Dataset
  /** Rows that both versions take. */
  readonly taken: readonly number[]
  /** Those of them with a score under both, and that count. */
  readonly moved: readonly Moved[]
  /** Told how far the sharing out is, from 0 to 1. */
  readonly onPart?: (part: number) => void
}

export interface Moved {
  readonly row: number
  /** Difference of its two scores. */
  readonly moved: number
}

/** Most rows whose difference is shared out: with twelve groups of changes each is scored 4096 times. */
const MOST_ROWS = 60
/** Below the grid on which scores are compared there is nothing left to explain. */
const NOTHING = 1e-9

/**
 * The exact share of every change in the difference between two versions, row by row. What scores differ by beyond the
 * changes that are shared out stands as `rest`: shares and rest add up to the difference.
 *
 * @param scored - Of more than 60 rows that moved those are shared out that moved most; the others stay their peers.
 */
export function sharesOf(from: Scorable, to: Scorable, scoredRows: ScoredRows): Attribution {
  const { before, after, taken, moved, onPart } = scoredRows
  const shown = moved.toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved)).slice(0, MOST_ROWS)
  const rows = shown.map(({ row }) => row)
  const heads = { rows, units: rows.map((row) => before.units[row] ?? '') }
  // Where others move a score, all of them stay.
  const scored = [from, to].every(({ plan }) => reachOf(plan) === 'unit') ? rows : taken
  const places = new Map(scored.map((row, place) => [row, place]))
  try {
    const { changes } = attributeVersions(from.plan.framework, to.plan.framework, {
      dataset: takeRows(before, scored),
      after: takeRows(after, scored),
      rows: rows.flatMap((row) => places.get(row) ?? []),
      onMix: (done, mixes) => onPart?.(done / mixes),
    })
    const rest = Float64Array.from(shown, (one, place) =>
      snap(one.moved - changes.reduce((sum, { shares }) => sum + (shares[place] ?? 0), 0)),
    )
    const names = [to.catalogue, from.catalogue]
    const shared = changes.map(({ id, nodes, shares }) => shareOf({ id, name: shareName(names, id), nodes }, shares))
    const open = rest.some((value) => Math.abs(value) > NOTHING)
    return {
      changes: open ? [...shared, shareOf({ id: 'rest', name: null, nodes: [] }, rest)] : shared,
      ...heads,
      faults: [],
    }
  } catch (error) {
    if (error instanceof FaultError) return { changes: [], ...heads, faults: error.faults }
    throw error
  }
}

function shareOf(head: Pick<ChangeShare, 'id' | 'name' | 'nodes'>, shares: Float64Array): ChangeShare {
  const known = [...shares].filter((share) => !Number.isNaN(share))
  const count = Math.max(1, known.length)
  return {
    ...head,
    shares,
    mean: snap(known.reduce((sum, share) => sum + share, 0) / count),
    size: snap(known.reduce((sum, share) => sum + Math.abs(share), 0) / count),
  }
}
