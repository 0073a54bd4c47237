import { fault, FaultError } from '@plumbline/kernel'
import type { UncertaintyBlock } from './block.ts'

/**
 * Puts blocks of one run together; the order does not matter.
 *
 * @throws FaultError with UNCERTAINTY_NO_BLOCKS, UNCERTAINTY_BLOCKS_DIFFER for blocks of another run, or
 * UNCERTAINTY_DRAWS_TWICE where two blocks have counted the same draws.
 * @example const half = (from, to) => runBlock(model, { seed: 1, draws: 20 }, { from, to })
 * mergeBlocks([half(10, 20), half(0, 10)]).ranges // [[0, 20]]
 */
export function mergeBlocks(blocks: readonly UncertaintyBlock[]): UncertaintyBlock {
  const [first] = blocks
  if (!first) throw new FaultError([fault('UNCERTAINTY_NO_BLOCKS')])
  if (blocks.some((block) => !isSameRun(block, first))) throw new FaultError([fault('UNCERTAINTY_BLOCKS_DIFFER')])
  return {
    ...first,
    ranges: joined(blocks.flatMap(({ ranges }) => ranges)),
    ranks: first.ranks.map((_, part) => total(blocks.flatMap(({ ranks }) => ranks[part] ?? []))),
    gradeCounts: total(blocks.map(({ gradeCounts }) => gradeCounts)),
    before: total(blocks.map(({ before }) => before)),
    tied: total(blocks.map(({ tied }) => tied)),
  }
}

const isSameRun = (a: UncertaintyBlock, b: UncertaintyBlock): boolean =>
  a.seed === b.seed &&
  a.draws === b.draws &&
  a.key === b.key &&
  a.size === b.size &&
  a.width === b.width &&
  a.grades === b.grades &&
  a.pairs.length === b.pairs.length &&
  a.pairs.every(({ first, second }, pair) => first === b.pairs[pair]?.first && second === b.pairs[pair]?.second)

function total(counts: readonly Uint32Array[]): Uint32Array {
  const sums = new Uint32Array(counts[0]?.length ?? 0)
  for (const one of counts) for (const [index, count] of one.entries()) sums[index] = (sums[index] ?? 0) + count
  return sums
}

function joined(ranges: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b)
  const whole: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = whole.at(-1)
    if (last && from < last[1]) throw new FaultError([fault('UNCERTAINTY_DRAWS_TWICE', { draw: from + 1 })])
    if (last && from === last[1]) last[1] = to
    else whole.push([from, to])
  }
  return whole
}
