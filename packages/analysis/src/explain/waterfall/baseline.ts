import { fault, FaultError, isBranch, isSampleAggregate, NodeState, type Result } from '@plumbline/kernel'
import { median } from '../../numeric/median.ts'
import { indicatorsOf } from '../common/indicators.ts'
import { LEAST_PEERS, peersOf } from '../common/peers.ts'
import { contributionsOf, profileOf, scoreProfiles, type Profile } from '../common/profile.ts'
import type { RowOf } from '../common/rows.ts'

/** What a row's score is held against. */
export type Baseline =
  /** 100 in every indicator that applies to the row. */
  | { readonly kind: 'full-marks' }
  /** The median score of the row's peers in every indicator, rolled up the row's own tree. */
  | { readonly kind: 'peer-median'; readonly least?: number }
  /** Another row, of this result or of another: the same unit last year, or another unit. */
  | { readonly kind: 'row'; readonly result: Result; readonly row: number }
  /** The line of the next grade (by score): the row with the same share of every indicator's missing points given. */
  | { readonly kind: 'next-grade' }

/** A baseline with its points by node. */
export interface BaselinePoints {
  readonly score: number
  readonly contributions: ReadonlyMap<string, number>
}

/** @throws FaultError as `waterfall`. */
export function baselinePoints(result: Result, at: RowOf, baseline: Baseline): BaselinePoints {
  switch (baseline.kind) {
    case 'row':
      return pointsOf(baseline.result, baseline.row)
    case 'full-marks':
      return rolledUp(result, profileOf(result, at.row).map(full))
    case 'peer-median':
      return rolledUp(result, peerMedian(result, at, baseline.least ?? LEAST_PEERS))
    case 'next-grade':
      return nextGrade(result, at.row)
  }
}

const full = (score: number | null | 'na'): number | 'na' => (score === 'na' ? 'na' : 100)

const pointsOf = (result: Result, row: number): BaselinePoints => ({
  score: result.score[row] ?? NaN,
  contributions: contributionsOf(result, row),
})

/** A profile is no unit: a branch that compares units has nobody to compare it with. */
function rolledUp({ plan }: Result, profile: Profile): BaselinePoints {
  const comparing = plan.nodes.flatMap((node) =>
    isBranch(node) && isSampleAggregate(node.spec.aggregate) ? [node.spec.id] : [],
  )
  if (comparing.length > 0) throw new FaultError([fault('WATERFALL_COMPARES', { branches: comparing })])
  return pointsOf(scoreProfiles(plan, [profile]), 0)
}

function peerMedian(result: Result, at: RowOf, least: number): Profile {
  const peers = peersOf(result, at)
  if (peers.length < least) throw new FaultError([fault('PEERS_TOO_FEW', { peers: peers.length, least })])
  const counted: readonly (number | undefined)[] = [NodeState.scored, NodeState.zeroed]
  return indicatorsOf(result.plan).map(({ index }) => {
    const node = result.nodes[index]
    const scores = peers.filter((peer) => counted.includes(node?.state[peer])).map((peer) => node?.score[peer] ?? NaN)
    return scores.length === 0 ? 'na' : median(scores)
  })
}

/** Halvings of the share: enough for every bit of a double. */
const HALVINGS = 60

function nextGrade(result: Result, row: number): BaselinePoints {
  const grade = result.plan.framework.grades[(result.gradeByScore[row] ?? -1) + 1]
  if (!grade) throw new FaultError([fault('WATERFALL_AT_TOP')])
  const own = profileOf(result, row)
  const raised = (share: number): Profile =>
    own.map((score) => (score === 'na' ? score : (score ?? 0) + share * (100 - (score ?? 0))))
  const best = rolledUp(result, raised(1)).score
  if (!(best >= grade.min)) {
    throw new FaultError([
      fault('WATERFALL_LINE_OUT_OF_REACH', { grade: grade.id, required: grade.min, attainable: best }),
    ])
  }
  let [low, high] = [0, 1]
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2
    if (rolledUp(result, raised(middle)).score >= grade.min) high = middle
    else low = middle
  }
  // The line itself is the baseline; a score that jumps over it (a staircase) leaves the jump as a bar of its own.
  return { score: grade.min, contributions: rolledUp(result, raised(high)).contributions }
}
