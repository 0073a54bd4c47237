import type { NodeColumn } from './result.ts'

/** An empty column of a node, to be filled while scoring. */
export function emptyColumn(size: number): NodeColumn {
  return {
    score: new Float64Array(size),
    state: new Uint8Array(size),
    coverage: new Float64Array(size),
    effectiveWeight: new Float64Array(size),
    contributionToParent: new Float64Array(size),
    contribution: new Float64Array(size),
    ownContribution: new Float64Array(size),
    held: new Int8Array(size),
  }
}
