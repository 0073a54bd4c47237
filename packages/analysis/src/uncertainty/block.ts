import { Status, type Standing } from '@plumbline/kernel'
import { hashOf } from '../random/hash.ts'
import type { UncertaintyModel } from './model.ts'
import { namedPairs, neighbours, nominalOrder, type RowPair } from './pairs.ts'

/** Parts of a run between which its convergence is read. */
export const PARTS = 10

/** What a run is: blocks of the same run may be put together. */
export interface RunFrame {
  /** Unsigned 32-bit integer. */
  readonly seed: number
  /** Draws of the whole run. */
  readonly draws: number
  /** Pairs of units of which is asked who is before whom; neighbours in the nominal ranking are always asked. */
  readonly pairs?: readonly (readonly [string, string])[]
}

/** Counts of a range of draws, whole numbers only: blocks add up the same in any order. Plain data, may be sent. */
export interface UncertaintyBlock {
  readonly seed: number
  readonly draws: number
  /** Of the specification and the data's shape: guards against mixing runs. */
  readonly key: number
  /** Ranges [from, to) of draws that are counted, ascending. */
  readonly ranges: readonly (readonly [number, number])[]
  readonly size: number
  /** Ranks 0 (not ranked) to width - 1. */
  readonly width: number
  /** Grades, and one more for none. */
  readonly grades: number
  readonly pairs: readonly RowPair[]
  /** By part: n x width counts of ranks, row by row. */
  readonly ranks: readonly Uint32Array[]
  /** n x grades counts, the last of each row for no grade. */
  readonly gradeCounts: Uint32Array
  /** By pair: draws with the first before the second, and with both at one rank. */
  readonly before: Uint32Array
  readonly tied: Uint32Array
}

/** A block without draws. */
export function emptyBlock(
  { dataset, nominal, plan, spec }: UncertaintyModel,
  { seed, draws, pairs = [] }: RunFrame,
): UncertaintyBlock {
  const asked = [...neighbours(nominalOrder(nominal, dataset)), ...namedPairs(dataset, pairs)]
  const rows = new Map<string, number>()
  for (const period of dataset.periods) rows.set(period, (rows.get(period) ?? 0) + 1)
  const width = 1 + [...rows.values()].reduce((most, count) => Math.max(most, count), 0)
  const grades = plan.framework.grades.length + 1
  return {
    seed,
    draws,
    key: hashOf(JSON.stringify([spec, pairs, dataset.units, dataset.periods])),
    ranges: [],
    size: dataset.size,
    width,
    grades,
    pairs: asked,
    ranks: Array.from({ length: PARTS }, () => new Uint32Array(dataset.size * width)),
    gradeCounts: new Uint32Array(dataset.size * grades),
    before: new Uint32Array(asked.length),
    tied: new Uint32Array(asked.length),
  }
}

/** Counts one draw's result into a block that is being filled. */
export function countDraw(block: UncertaintyBlock, draw: number, { rank, grade, status }: Standing): void {
  const ranks = block.ranks[Math.floor((draw * PARTS) / block.draws)]
  for (let row = 0; row < block.size; row++) {
    bump(ranks, row * block.width + (rank[row] ?? 0))
    const none = status[row] !== Status.graded || (grade[row] ?? -1) < 0
    bump(block.gradeCounts, row * block.grades + (none ? block.grades - 1 : (grade[row] ?? 0)))
  }
  for (const [pair, { first, second }] of block.pairs.entries()) {
    const a = rank[first] || Infinity
    const b = rank[second] || Infinity
    if (a < b) bump(block.before, pair)
    else if (a === b) bump(block.tied, pair)
  }
}

function bump(counts: Uint32Array | undefined, index: number): void {
  if (counts) counts[index] = (counts[index] ?? 0) + 1
}
