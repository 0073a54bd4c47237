import { countDraw, emptyBlock, type RunFrame, type UncertaintyBlock } from './block.ts'
import { checkFrame } from './check-frame.ts'
import type { Draw } from './draw.ts'
import { sampleDraw, standDraw, type UncertaintyModel } from './model.ts'

/** A range of draws. */
export interface DrawRange {
  /** First draw, from 0. */
  readonly from: number
  /** The one after the last. */
  readonly to: number
  /** Gives the draw of a number; drawn from the specification unless told, for example to replay a list. */
  readonly drawOf?: (draw: number) => Draw
}

/**
 * Runs the draws of one range. Any split of a run into ranges gives the same counts.
 *
 * @throws FaultError where the frame is not a run, or noise leaves what a normaliser can read.
 * @example runBlock(model, { seed: 1, draws: 1000 }, { from: 0, to: 50 }).ranges // [[0, 50]]
 */
export function runBlock(model: UncertaintyModel, frame: RunFrame, { from, to, drawOf }: DrawRange): UncertaintyBlock {
  checkFrame({ ...frame, range: [from, to] })
  const block = emptyBlock(model, frame)
  countRange(model, block, { from, to, ...(drawOf ? { drawOf } : {}) })
  return { ...block, ranges: from < to ? [[from, to]] : [] }
}

/** Counts the draws of a range into a block that is being filled; its `ranges` are left to the caller. */
export function countRange(model: UncertaintyModel, block: UncertaintyBlock, { from, to, drawOf }: DrawRange): void {
  for (let draw = from; draw < to; draw++) {
    countDraw(block, draw, standDraw(model, drawOf ? drawOf(draw) : sampleDraw(model, block.seed, draw)))
  }
}
