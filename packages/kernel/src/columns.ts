import type { NodeColumn } from './result.ts'

const FIGURES = 6
const MARKS = 2

/** An empty column of a node, to be filled while scoring; one piece of memory, because many small ones cost more. */
export function emptyColumn(size: number): NodeColumn {
  const wide = Float64Array.BYTES_PER_ELEMENT * size
  const memory = new ArrayBuffer(FIGURES * wide + MARKS * size)
  const figures = (place: number): Float64Array => new Float64Array(memory, place * wide, size)
  const marks = FIGURES * wide
  return {
    score: figures(0),
    state: new Uint8Array(memory, marks, size),
    coverage: figures(1),
    effectiveWeight: figures(2),
    contributionToParent: figures(3),
    contribution: figures(4),
    ownContribution: figures(5),
    held: new Int8Array(memory, marks + size, size),
  }
}
