/** A version difference for scripts: stable keys, full precision. */
import type { DataTable } from '@plumbline/intake'
import type { ReplayedRow, VersionDifference } from '@plumbline/testkit'

export function diffJson(
  { changes, replays, attribution, ...head }: VersionDifference,
  table: DataTable | null,
): object {
  return {
    ...head,
    changes: changes.map(({ fault, bump, undeclared }) => ({
      bump,
      undeclared,
      code: fault.code,
      ...fault.params,
      at: fault.at,
    })),
    replays: replays.map(({ source, rows, changed, flipped, refused }) => ({
      source,
      rows: rows.length,
      changed,
      flipped,
      refused,
      moved: rows.filter((row) => row.changed).map(movedRow),
    })),
    shares: attribution.changes.map(({ id, nodes, mean, size, shares }) => ({
      id,
      nodes,
      mean,
      size,
      rows: Array.from(shares, (share, place) => ({ ...nameOf(attribution.rows[place] ?? -1, table), share })),
    })),
    shareFaults: attribution.faults,
  }
}

const movedRow = ({ unit, period, before, after, ranks }: ReplayedRow) => ({
  unit,
  period,
  before: { score: before.score, grade: before.grade, status: before.status, rank: ranks[0] },
  after: after && { score: after.score, grade: after.grade, status: after.status, rank: ranks[1] },
})

const nameOf = (row: number, table: DataTable | null) =>
  table ? { unit: table.dataset.units[row] ?? '', period: table.dataset.periods[row] ?? '' } : { row: row + 1 }
