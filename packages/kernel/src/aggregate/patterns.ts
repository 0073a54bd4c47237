import { Role } from './role.ts'

const ROLES = Object.keys(Role).length

/** Rows sorted by what their children mean to the branch: what follows from that alone is worked out once a pattern. */
export interface Patterns {
  /** How many there are. */
  readonly count: number
  /** Length n: the pattern of each row. */
  readonly of: Int32Array
  /** By pattern: the first row that has it. */
  readonly first: Int32Array
}

/**
 * Finds the patterns of a branch's rows, child by child: two rows that were alike so far stay so where the next child has
 * the same role in both.
 *
 * @param states - One column a child, length n, `NodeState`.
 * @param roles - By child: the role by state, as `rolesOf` gives them.
 */
export function patternsOf(states: readonly Uint8Array[], roles: readonly Uint8Array[], size: number): Patterns {
  const of = new Int32Array(size)
  let first: number[] = size > 0 ? [0] : []
  for (const [child, state] of states.entries()) {
    const role = roles[child] ?? new Uint8Array()
    const found = new Int32Array(first.length * ROLES).fill(-1)
    first = []
    for (let row = 0; row < size; row++) {
      const step = (of[row] ?? 0) * ROLES + (role[state[row] ?? 0] ?? Role.blocks)
      let pattern = found[step] ?? -1
      if (pattern < 0) {
        pattern = first.length
        found[step] = pattern
        first.push(row)
      }
      of[row] = pattern
    }
  }
  return { count: first.length, of, first: Int32Array.from(first) }
}
