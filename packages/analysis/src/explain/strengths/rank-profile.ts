import { fault, FaultError, isBranch, NodeState, type Result } from '@plumbline/kernel'
import type { RowOf } from '../common/rows.ts'

/** Place of a row in one node. */
export interface NodeRank {
  readonly id: string
  readonly kind: 'branch' | 'indicator'
  /** Null where the row has no score of the node; then it has no rank. */
  readonly score: number | null
  /** 1 is the best; rows with the same score share the best of their places. */
  readonly rank: number | null
  /** Rows with a score of the node, this one among them. */
  readonly ranked: number
  /** How many of them score less. */
  readonly behind: number
  /** Different scores among them. */
  readonly distinct: number
}

/** Among whom a row is ranked. */
export interface RankProfileOptions {
  /** All rows of its period, or those of its peer group in the period. */
  readonly within?: 'period' | 'group'
}

/**
 * Score and rank of a row in every node: the sheet of one unit. Scores are equal on the 1e-9 grid.
 *
 * @returns One entry a node, in the plan's order. What does not apply to a row, or is blank, has neither score nor rank.
 * @example rankProfile(result, { dataset, row: 1 }).map(({ rank }) => rank) // [3, 2, 3]
 */
export function rankProfile(
  result: Result,
  { dataset, row }: RowOf,
  { within = 'period' }: RankProfileOptions = {},
): readonly NodeRank[] {
  const { periods, groups } = dataset
  const rows = Array.from(periods.keys()).filter(
    (other) => periods[other] === periods[row] && (within === 'period' || groups[other] === groups[row]),
  )
  return result.plan.nodes.map((node, index) => {
    const { state, score } = result.nodes[index] ?? { state: [], score: [] }
    const counted = (at: number): boolean => state[at] === NodeState.scored || state[at] === NodeState.zeroed
    const others = rows.filter(counted).map((other) => score[other] ?? NaN)
    const own = counted(row) ? (score[row] ?? null) : null
    return {
      id: node.spec.id,
      kind: isBranch(node) ? 'branch' : 'indicator',
      score: own,
      rank: own === null ? null : 1 + others.filter((other) => other > own).length,
      ranked: others.length,
      behind: own === null ? 0 : others.filter((other) => other < own).length,
      distinct: new Set(others).size,
    }
  })
}

/** Which places count as best and worst. */
export interface BestAndWorstOptions {
  /** Length of each list; 3 when not given. */
  readonly count?: number
  /** Least share of different scores among all, 0 to 1: yes-or-no indicators tell ranks badly apart. 0 when not given. */
  readonly distinct?: number
}

/**
 * The indicators in which a row stands best and worst by rank. A last place is a weakness and never a strength, a first
 * place the other way round; COINr's own rule strikes last places from the weaknesses too.
 *
 * @returns `best` from the best rank on; `worst` up to the worst. Ties keep the order of the tree.
 * @throws FaultError RULE_OUT_OF_RANGE - `count` is no whole number above 0, or `distinct` not within 0 to 1.
 * @example bestAndWorst(rankProfile(result, { dataset, row: 2 }), { count: 1 }).worst.map(({ id }) => id) // ['uptime']
 */
export function bestAndWorst(
  profile: readonly NodeRank[],
  { count = 3, distinct = 0 }: BestAndWorstOptions = {},
): { readonly best: readonly NodeRank[]; readonly worst: readonly NodeRank[] } {
  const faults = [
    ...(Number.isInteger(count) && count > 0
      ? []
      : [fault('RULE_OUT_OF_RANGE', { name: 'count', value: count, low: 1, high: 1000 })]),
    ...(distinct >= 0 && distinct <= 1
      ? []
      : [fault('RULE_OUT_OF_RANGE', { name: 'distinct', value: distinct, low: 0, high: 1 })]),
  ]
  if (faults.length > 0) throw new FaultError(faults)
  const placed = profile
    .filter((node) => node.kind === 'indicator' && node.rank !== null && node.distinct / node.ranked >= distinct)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))
  return {
    best: placed.filter(({ behind }) => behind > 0).slice(0, count),
    worst: placed.filter(({ rank }) => rank !== 1).slice(-count),
  }
}
