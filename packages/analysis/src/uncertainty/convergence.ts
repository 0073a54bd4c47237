import { PARTS, type UncertaintyBlock } from './block.ts'
import { rankQuantile } from './histogram.ts'

/** How far the intervals still move as draws are added. */
export interface ConvergenceStep {
  /** Draws counted so far. */
  readonly draws: number
  /** Ranks by which an end of an interval moved since the step before: the most of all units, and on average. */
  readonly largestChange: number
  readonly meanChange: number
}

/** One step for each tenth of the run but the first. */
export function convergenceOf(block: UncertaintyBlock): readonly ConvergenceStep[] {
  const running = new Uint32Array(block.size * block.width)
  const steps: ConvergenceStep[] = []
  let previous: readonly number[] | null = null
  for (const [part, counts] of block.ranks.entries()) {
    for (const [index, count] of counts.entries()) running[index] = (running[index] ?? 0) + count
    const ends = intervalEnds(block, running)
    if (previous) steps.push(step(Math.ceil(((part + 1) * block.draws) / PARTS), previous, ends))
    previous = ends
  }
  return steps
}

function intervalEnds({ size, width }: UncertaintyBlock, counts: Uint32Array): readonly number[] {
  return Array.from({ length: size }, (_, row) => counts.subarray(row * width, (row + 1) * width)).flatMap((one) => [
    rankQuantile(one, 5),
    rankQuantile(one, 95),
  ])
}

function step(draws: number, previous: readonly number[], ends: readonly number[]): ConvergenceStep {
  const moves = ends.map((end, index) => Math.abs(end - (previous[index] ?? 0)))
  return {
    draws,
    largestChange: moves.reduce((most, move) => Math.max(most, move), 0),
    meanChange: moves.length > 0 ? moves.reduce((sum, move) => sum + move, 0) / moves.length : 0,
  }
}
