import type { Dataset, Plan } from '@plumbline/kernel'
import { emptyBlock, type RunFrame } from './block.ts'
import { checkFrame } from './check-frame.ts'
import { prepareUncertainty } from './model.ts'
import { countRange } from './run-block.ts'
import type { UncertaintySpec } from './spec.ts'
import { summarise, type UncertaintyResult } from './summary.ts'

/** Draws between two turns of other work. */
const BLOCK = 20

/** Size and seed of a run, and how it is followed and stopped. */
export interface UncertaintyOptions extends RunFrame {
  /** Rows of earlier periods for the look-back of gates. */
  readonly history?: Dataset
  /** Called after each block. */
  readonly onProgress?: (progress: { readonly done: number; readonly draws: number }) => void
  /** Stops the run between two blocks: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal
}

/**
 * Seeded Monte Carlo over what is uncertain in an index.
 *
 * @param dataset - n rows; not changed. Ranks are within a period.
 * @throws FaultError with every fault of specification, data or frame; the signal's reason when stopped.
 * @see OECD/JRC (2008) Handbook on constructing composite indicators, step 8; Saisana, Saltelli, Tarantola (2005),
 * doi:10.1111/j.1467-985X.2005.00350.x
 * @example (await runUncertainty(plan, dataset, { spec, seed: 1, draws: 100 })).units[3].rank // { low: 1, median: 1, high: 1 }
 */
export async function runUncertainty(
  plan: Plan,
  dataset: Dataset,
  { spec, ...options }: UncertaintyOptions & { readonly spec: UncertaintySpec },
): Promise<UncertaintyResult> {
  const { draws, history, signal, onProgress } = options
  checkFrame(options)
  signal?.throwIfAborted()
  const model = prepareUncertainty(plan, dataset, history ? { ...spec, history } : spec)
  const block = emptyBlock(model, options)
  for (let from = 0; from < draws; from += BLOCK) {
    const to = Math.min(from + BLOCK, draws)
    countRange(model, block, { from, to })
    onProgress?.({ done: to, draws })
    await nextTurn()
    signal?.throwIfAborted()
  }
  return summarise(model, { ...block, ranges: [[0, draws]] })
}

/** Lets waiting events, an abort among them, have their turn; a message port, because timers are slowed in the background. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.addEventListener('message', () => {
      port1.close()
      resolve()
    })
    port1.start()
    port2.postMessage(null)
  })
}
