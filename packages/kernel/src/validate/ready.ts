import type { Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import { FaultError } from '../errors.ts'
import { completeDataset, type Completed } from '../formula/complete.ts'
import { readsHistory, settingsOf } from '../pipeline/settings.ts'
import { shapeFaults, validateDataset, validateFacts } from './dataset.ts'

/** Data that can be scored. */
export interface ReadyData {
  /** With the columns that the standard's formulas fill. */
  readonly dataset: Dataset
  /** Rows of earlier periods, as far as they are read. */
  readonly history: Dataset | undefined
}

/**
 * Completes and checks what is scored.
 *
 * @throws FaultError with every fault of the data.
 */
export function readyData(plan: Plan, given: Dataset, history: Dataset | undefined): ReadyData {
  const shape = shapeFaults(given)
  if (shape.length > 0) throw new FaultError(shape)
  const { dataset, faults: formulaFaults } = completeDataset(plan, given)
  const earlier = history && earlierPeriods(plan, history)
  const faults = [...validateDataset(plan, dataset), ...(earlier?.faults ?? []), ...formulaFaults]
  if (faults.length > 0) throw new FaultError(faults)
  return { dataset, history: earlier?.dataset }
}

/** Rows of earlier periods as far as they are read, with their faults. */
export function earlierPeriods(plan: Plan, history: Dataset): Completed {
  const settings = settingsOf(plan.framework)
  if (!settings || !readsHistory(settings)) return { dataset: history, faults: validateFacts(plan, history) }
  const { dataset, faults } = completeDataset(plan, history)
  return { dataset, faults: [...validateDataset(plan, dataset), ...faults] }
}
