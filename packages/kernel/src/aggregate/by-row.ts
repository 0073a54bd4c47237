import { NodeState } from '../result.ts'
import type { BranchRows } from './branch.ts'
import { scoreless } from './by-column.ts'
import { aggregatorOf, type RowBranchSpec } from './method.ts'
import { at, emptyRow, type CountedRow } from './row.ts'

/** Scores a branch row by row, by a method that sees all children of a row at once. */
export function scoreByRow(rows: BranchRows, spec: RowBranchSpec): void {
  const { own, shared, sharing } = rows
  const aggregate = aggregatorOf(spec)
  const counted = emptyRow(rows.children.length)
  for (let row = 0; row < own.score.length; row++) {
    if (own.state[row] !== NodeState.scored) {
      own.score[row] = scoreless(own.state[row])
      continue
    }
    const pattern = shared.patterns.of[row] ?? 0
    fill(counted, rows, { row, pattern, children: sharing.counted[pattern] ?? new Int32Array() })
    own.score[row] = Math.min(100, Math.max(0, aggregate(counted)))
    share(counted, rows, row)
  }
}

interface RowPlace {
  readonly row: number
  readonly pattern: number
  /** The children that count. */
  readonly children: Int32Array
}

function fill(counted: CountedRow, { children, sharing }: BranchRows, { row, pattern, children: present }: RowPlace) {
  counted.size = present.length
  for (let place = 0; place < present.length; place++) {
    const child = present[place] ?? 0
    const column = children[child]
    counted.child[place] = child
    counted.score[place] = column?.state[row] === NodeState.scored ? at(column.score, row) : 0
    counted.weight[place] = at(sharing.weights, pattern * children.length + child)
  }
}

/** The weights are read after the method, which may set its own. */
function share(counted: CountedRow, { shares }: BranchRows, row: number): void {
  if (!shares) return
  for (let place = 0; place < counted.size; place++) {
    const column = shares[counted.child[place] ?? 0]
    if (column) {
      column.effectiveWeight[row] = at(counted.weight, place)
      column.contributionToParent[row] = at(counted.share, place)
    }
  }
}
