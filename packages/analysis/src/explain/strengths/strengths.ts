import { fault, FaultError, isBranch, NodeState, snap, type Fault, type Result } from '@plumbline/kernel'
import { median } from '../../numeric/median.ts'
import { LEAST_PEERS, peersOf } from '../common/peers.ts'
import type { RowOf } from '../common/rows.ts'

/** When a lead is a strength. */
export interface StrengthRule {
  /** Score points from the peers' median, at least; above 0. */
  readonly distance: number
  /** Share of the peers that a strength leaves behind, at least; a weakness is as far from the other end. 0.5 to 1. */
  readonly share: number
  /** Peers with a score of the node; below so many nothing is said of it. */
  readonly least: number
}

/** Five points, three quarters of the peers, and no verdict on fewer peers than may be shown. */
export const STRENGTH_RULE: StrengthRule = { distance: 5, share: 0.75, least: LEAST_PEERS }

/** A node against its peers. */
export interface PeerComparison {
  readonly id: string
  readonly kind: 'branch' | 'indicator'
  readonly score: number
  /** Peers with a score of this node. */
  readonly peers: number
  /** Figures of the peers; null where they are too few to show any. */
  readonly against: {
    readonly median: number
    /** Score points above the median. */
    readonly distance: number
    /** Share of peers that score less, ties counted half: 0 to 1. */
    readonly share: number
  } | null
  /** `suppressed`: too few peers. */
  readonly verdict: 'strength' | 'weakness' | 'neither' | 'suppressed'
}

/**
 * Strengths and weaknesses of a row against the other graded rows of its period and peer group, by one rule for all: far
 * enough from their median, and ahead of (behind) enough of them. Both are asked, as a lead of one point is no strength,
 * nor is a lead of ten points where half the peers have it.
 *
 * @returns Every node below the root that has a score, in tree order.
 * @throws FaultError RULE_OUT_OF_RANGE.
 * @example strengths(result, { dataset, row: 3 }, { least: 3 }).map(({ verdict }) => verdict) // ['strength', 'strength']
 */
export function strengths(result: Result, at: RowOf, rule: Partial<StrengthRule> = {}): readonly PeerComparison[] {
  const full = { ...STRENGTH_RULE, ...rule }
  const faults = ruleFaults(full)
  if (faults.length > 0) throw new FaultError(faults)
  const peers = peersOf(result, at)
  const counted: readonly (number | undefined)[] = [NodeState.scored, NodeState.zeroed]
  return result.plan.nodes.flatMap((node, index): readonly PeerComparison[] => {
    const column = result.nodes[index]
    if (index === result.plan.root || !column || !counted.includes(column.state[at.row])) return []
    const others = peers.filter((peer) => counted.includes(column.state[peer])).map((peer) => column.score[peer] ?? NaN)
    const score = column.score[at.row] ?? NaN
    const kind = isBranch(node) ? 'branch' : 'indicator'
    return [{ id: node.spec.id, kind, score, peers: others.length, ...judge(score, others, full) }]
  })
}

function judge(
  score: number,
  others: readonly number[],
  rule: StrengthRule,
): Pick<PeerComparison, 'against' | 'verdict'> {
  if (others.length < rule.least) return { against: null, verdict: 'suppressed' }
  const centre = snap(median(others))
  const distance = snap(score - centre)
  const below = others.filter((other) => other < score).length
  const equal = others.filter((other) => other === score).length
  const share = (below + equal / 2) / others.length
  const against = { median: centre, distance, share }
  if (distance >= rule.distance && share >= rule.share) return { against, verdict: 'strength' }
  if (distance <= -rule.distance && share <= 1 - rule.share) return { against, verdict: 'weakness' }
  return { against, verdict: 'neither' }
}

function ruleFaults({ distance, share, least }: StrengthRule): readonly Fault[] {
  const within = (name: string, value: number, [low, high]: readonly [number, number]): readonly Fault[] =>
    value >= low && value <= high ? [] : [fault('RULE_OUT_OF_RANGE', { name, value, low, high })]
  return [
    ...within('distance', distance, [0, 100]),
    ...within('share', share, [0.5, 1]),
    ...within('least', least, [2, 1000]),
  ]
}
