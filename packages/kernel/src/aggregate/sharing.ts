import type { BranchSpec, MissingPolicy } from '../framework.ts'
import { NodeState } from '../result.ts'
import { weightingOf, type Weighting } from './method.ts'
import type { Patterns } from './patterns.ts'
import { missingState, Role } from './role.ts'
import { at } from './row.ts'

/** What a branch's weights come to in each pattern of its rows. */
export interface Sharing {
  readonly weighting: Weighting
  /** By pattern: the branch's state, its least coverage aside. */
  readonly state: Uint8Array
  /** By pattern: weight of the applicable children in the coverage. */
  readonly applicable: Float64Array
  /**
   * By pattern and child: weight after re-sharing, 0 where the child does not count. One line more than there are
   * patterns, all 0, for rows in which nothing counts.
   */
  readonly weights: Float64Array
  /** By pattern: the children that count, in their order; none where the branch is not scored. */
  readonly counted: readonly Int32Array[]
}

/** A branch's children in the rows' patterns. */
export interface Shared {
  readonly patterns: Patterns
  /** One column a child, `NodeState`. */
  readonly states: readonly Uint8Array[]
  /** By child: the role by state. */
  readonly roles: readonly Uint8Array[]
}

/**
 * Works out for each pattern whether the branch can be scored, and with what weights.
 *
 * @param policy - What the branch's own absence means to its parent.
 */
export function sharingOf(spec: BranchSpec, shared: Shared, policy: MissingPolicy): Sharing {
  const { patterns, states } = shared
  const weighting = weightingOf(spec)
  const sharing = {
    weighting,
    state: new Uint8Array(patterns.count),
    applicable: new Float64Array(patterns.count),
    weights: new Float64Array((patterns.count + 1) * states.length),
  }
  const onBase = spec.aggregate.method === 'bonus'
  const counted: Int32Array[] = []
  for (let pattern = 0; pattern < patterns.count; pattern++) {
    const found = readPattern(shared, weighting, pattern)
    const state = stateOf(found, { onBase, absent: missingState(policy) })
    sharing.state[pattern] = state
    sharing.applicable[pattern] = found.weight
    counted.push(Int32Array.from(state === NodeState.scored ? found.counted : []))
    if (state === NodeState.scored) {
      const from = pattern * states.length
      reshare(found.counted, weighting, sharing.weights.subarray(from, from + states.length))
    }
  }
  return { ...sharing, counted }
}

/** What a pattern says of the children. */
interface Reading {
  readonly counted: readonly number[]
  readonly applicable: number
  readonly weight: number
  readonly blocked: boolean
  /** Role of the first child. */
  readonly base: number
}

function readPattern({ patterns, states, roles }: Shared, { weights, coverage }: Weighting, pattern: number): Reading {
  const row = patterns.first[pattern] ?? 0
  const roleOf = (child: number): number => roles[child]?.[states[child]?.[row] ?? 0] ?? Role.blocks
  const counted: number[] = []
  let [applicable, weight, blocked] = [0, 0, false]
  for (let child = 0; child < states.length; child++) {
    const role = roleOf(child)
    if (weights[child] === 0 || role === Role.notApplicable) continue
    applicable++
    weight += at(coverage, child)
    if (role === Role.blocks) blocked = true
    if (role === Role.counts) counted.push(child)
  }
  return { counted, applicable, weight, blocked, base: states.length > 0 ? roleOf(0) : Role.counts }
}

interface Rules {
  /** The first child carries the others (`bonus`): without it there is nothing to add to. */
  readonly onBase: boolean
  /** State of a branch that has no score. */
  readonly absent: NodeState
}

function stateOf({ counted, applicable, blocked, base }: Reading, { onBase, absent }: Rules): NodeState {
  if (applicable === 0 || (onBase && base === Role.notApplicable)) return NodeState.notApplicable
  if (blocked || counted.length === 0 || (onBase && base !== Role.counts)) return absent
  return NodeState.scored
}

/** Brings the weights that count back to the total, in proportion. */
function reshare(counted: readonly number[], { weights, total }: Weighting, into: Float64Array): void {
  let sum = 0
  for (const child of counted) sum += at(weights, child)
  const isWhole = total === null || sum === total
  for (const child of counted) into[child] = isWhole ? at(weights, child) : (at(weights, child) * total) / sum
}
