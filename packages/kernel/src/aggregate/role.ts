import type { MissingPolicy } from '../framework.ts'
import { NodeState } from '../result.ts'

/** What a child means to its parent in one row. */
export const Role = { counts: 0, notApplicable: 1, leftOut: 2, blocks: 3 } as const
export type Role = (typeof Role)[keyof typeof Role]

const stateByPolicy = {
  zero: NodeState.zeroed,
  exclude: NodeState.excluded,
  'no-result': NodeState.noResult,
} as const

const roleByPolicy = { zero: Role.counts, exclude: Role.leftOut, 'no-result': Role.blocks } as const

/** State of a node without a value, by the policy that says what its absence means. */
export const missingState = (policy: MissingPolicy): NodeState => stateByPolicy[policy]

/** Role by state, as an array over `NodeState`; a branch below its coverage, or alone, keeps its state and has its policy's role. */
export function rolesOf(policy: MissingPolicy): Uint8Array {
  const roles = new Uint8Array(Object.keys(NodeState).length)
  roles[NodeState.scored] = Role.counts
  roles[NodeState.zeroed] = Role.counts
  roles[NodeState.excluded] = Role.leftOut
  roles[NodeState.notApplicable] = Role.notApplicable
  roles[NodeState.noResult] = Role.blocks
  roles[NodeState.screened] = Role.notApplicable
  roles[NodeState.belowCoverage] = roleByPolicy[policy]
  roles[NodeState.alone] = roleByPolicy[policy]
  return roles
}
