import { attributeVersions } from '@plumbline/analysis'
import { FaultError, snap, type Dataset, type Fault, type Framework } from '@plumbline/kernel'
import { takeRows } from './replay.ts'

/** What one group of changes does to the scores of the rows replayed. */
export interface ChangeShare {
  /** What and where, for example `weights:service`; `rest` for what no group explains. */
  readonly id: string
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
 * @param moved - Rows with a score under both versions. Of more than 60 those that move most are taken.
 */
export function sharesOf(
  from: Framework,
  to: Framework,
  { dataset, moved }: { readonly dataset: Dataset; readonly moved: readonly Moved[] },
): Attribution {
  const taken = moved.toSorted((a, b) => Math.abs(b.moved) - Math.abs(a.moved)).slice(0, MOST_ROWS)
  const rows = taken.map(({ row }) => row)
  const units = rows.map((row) => dataset.units[row] ?? '')
  try {
    const { changes } = attributeVersions(from, to, takeRows(dataset, rows))
    const rest = Float64Array.from(taken, (one, place) =>
      snap(one.moved - changes.reduce((sum, { shares }) => sum + (shares[place] ?? 0), 0)),
    )
    const shared = changes.map(({ id, nodes, shares }) => shareOf({ id, nodes }, shares))
    const open = rest.some((value) => Math.abs(value) > NOTHING)
    return { changes: open ? [...shared, shareOf({ id: 'rest', nodes: [] }, rest)] : shared, rows, units, faults: [] }
  } catch (error) {
    if (error instanceof FaultError) return { changes: [], rows, units, faults: error.faults }
    throw error
  }
}

function shareOf(head: Pick<ChangeShare, 'id' | 'nodes'>, shares: Float64Array): ChangeShare {
  const known = [...shares].filter((share) => !Number.isNaN(share))
  const count = Math.max(1, known.length)
  return {
    ...head,
    shares,
    mean: snap(known.reduce((sum, share) => sum + share, 0) / count),
    size: snap(known.reduce((sum, share) => sum + Math.abs(share), 0) / count),
  }
}
