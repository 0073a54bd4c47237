import { asReported, type Dataset, type Plan } from '@plumbline/kernel'
import { emptyBlock, type UncertaintyBlock } from '../uncertainty/block.ts'
import { checkFrame } from '../uncertainty/check-frame.ts'
import { mergeBlocks } from '../uncertainty/merge-blocks.ts'
import { prepareUncertainty, type UncertaintyModel } from '../uncertainty/model.ts'
import { countRange } from '../uncertainty/run-block.ts'
import type { PlainSpec } from '../uncertainty/spec.ts'
import { sensitivityItem, sensitivitySteps, type SensitivityFrame, type SensitivityItem } from './sensitivity-items.ts'
import { checkSensitivity, sensitivityReport, type SensitivityReport } from './sensitivity-report.ts'
import { uncertaintyReport, type UncertaintyReport } from './uncertainty-report.ts'

/** What a long run reads. Plain data, may be sent to another thread. */
export interface LongInput {
  readonly plan: Plan
  readonly dataset: Dataset
  /** Rows of earlier periods for the look-back of gates. */
  readonly history: Dataset | null
}

/** What a long run is to compute. */
export type LongJob =
  | { readonly kind: 'uncertainty'; readonly spec: PlainSpec; readonly seed: number; readonly draws: number }
  | ({ readonly kind: 'sensitivity'; readonly spec: PlainSpec } & SensitivityFrame)

/** What a long run of each kind comes to. */
export interface LongReports {
  readonly uncertainty: UncertaintyReport
  readonly sensitivity: SensitivityReport
}

/** The report of a long run, of whichever kind. */
export type LongReport = LongReports[LongJob['kind']]

/** What one worker has done of a run. Plain data, may be sent. */
export type LongPartial =
  | { readonly kind: 'uncertainty'; readonly block: UncertaintyBlock }
  | { readonly kind: 'sensitivity'; readonly items: readonly (readonly [step: number, item: SensitivityItem])[] }

/** A run, or one worker's share of it. */
export interface LongRun {
  /** Of the whole run; any split of them over workers gives the same report. */
  readonly steps: number
  /** Does the steps from `from` to before `to`. */
  readonly work: (from: number, to: number) => void
  /** What this worker has done so far. */
  readonly partial: () => LongPartial
  /** Puts the shares of all workers together. */
  readonly finish: (partials: readonly LongPartial[]) => LongReport
}

/**
 * Makes a run ready. The same steps done by one worker or by many, in any order, give the same report to the last bit.
 *
 * @throws FaultError with every fault of the specification, of the frame, or else of the data.
 * @example openLongRun({ plan, dataset, history: null }, { kind: 'uncertainty', spec, seed: 1, draws: 1000 }).steps // 1000
 */
export function openLongRun(input: LongInput, job: LongJob): LongRun {
  const { plan, dataset } = asReported(input)
  const { history } = input
  if (job.kind === 'uncertainty') checkFrame(job)
  else checkSensitivity(job)
  const model = prepareUncertainty(plan, dataset, history ? { ...job.spec, history } : job.spec)
  return job.kind === 'uncertainty' ? uncertaintyRun(model, job) : sensitivityRun(model, job)
}

function uncertaintyRun(model: UncertaintyModel, frame: { readonly seed: number; readonly draws: number }): LongRun {
  const block = emptyBlock(model, frame)
  let ranges: UncertaintyBlock['ranges'] = []
  return {
    steps: frame.draws,
    work: (from, to) => {
      countRange(model, block, { from, to })
      ranges = [...ranges, [from, to]]
    },
    partial: () => ({ kind: 'uncertainty', block: { ...block, ranges } }),
    finish: (partials) =>
      uncertaintyReport(
        model,
        mergeBlocks(partials.flatMap((partial) => (partial.kind === 'uncertainty' ? [partial.block] : []))),
      ),
  }
}

function sensitivityRun(model: UncertaintyModel, { seed, base, top }: SensitivityFrame): LongRun {
  const frame = { seed, base, top }
  const items = new Map<number, SensitivityItem>()
  return {
    steps: sensitivitySteps(model, frame),
    work: (from, to) => {
      for (let step = from; step < to; step++) items.set(step, sensitivityItem(model, frame, step))
    },
    partial: () => ({ kind: 'sensitivity', items: [...items] }),
    finish: (partials) => {
      const all = new Map(partials.flatMap((partial) => (partial.kind === 'sensitivity' ? partial.items : [])))
      const steps = [...all].sort(([a], [b]) => a - b)
      return sensitivityReport(
        model,
        frame,
        steps.map(([, item]) => item),
      )
    },
  }
}
