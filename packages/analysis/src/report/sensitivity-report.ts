import { fault, FaultError } from '@plumbline/kernel'
import { checkDesign } from '../sensitivity/estimate-sobol.ts'
import { sobolOfRows, type FactorIndex } from '../sensitivity/index-sobol.ts'
import { checkFrame } from '../uncertainty/check-frame.ts'
import type { UncertaintyModel } from '../uncertainty/model.ts'
import {
  sensitivitySteps,
  type RemovalFigures,
  type SensitivityFrame,
  type SensitivityItem,
  type WeightFigures,
} from './sensitivity-items.ts'

/** A sensitivity run as plain JSON. */
export interface SensitivityReport {
  readonly kind: 'sensitivity'
  readonly seed: number
  readonly base: number
  readonly top: number
  /** Variance of the mean change of rank over the design; null without factors. */
  readonly variance: number | null
  /** By factor; null where nothing moves the ranking. */
  readonly factors: readonly FactorIndex[] | null
  /** By indicator, in tree order. */
  readonly removals: readonly RemovalFigures[]
  /** By node, in tree order. */
  readonly weights: readonly WeightFigures[]
}

/**
 * Refuses a run that cannot be.
 *
 * @throws FaultError UNCERTAINTY_SEED, SENSITIVITY_OPTION.
 */
export function checkSensitivity({ seed, base, top }: SensitivityFrame): void {
  checkFrame({ seed, draws: 1 })
  checkDesign({ base, top })
}

/**
 * Puts a run together from all its steps, in their order.
 *
 * @throws FaultError UNCERTAINTY_INCOMPLETE - steps are missing.
 * @example sensitivityReport(model, frame, items).removals.toSorted((a, b) => b.meanShift - a.meanShift)[0]
 */
export function sensitivityReport(
  model: UncertaintyModel,
  frame: SensitivityFrame,
  items: readonly SensitivityItem[],
): SensitivityReport {
  const steps = sensitivitySteps(model, frame)
  if (items.length !== steps)
    throw new FaultError([fault('UNCERTAINTY_INCOMPLETE', { counted: items.length, draws: steps })])
  const rows = items.flatMap((item) => (item.kind === 'row' ? [item.row] : []))
  const sobol = rows.length > 0 ? sobolOfRows(model, rows, { seed: frame.seed }) : null
  return {
    kind: 'sensitivity',
    ...frame,
    variance: sobol?.variance ?? null,
    factors: sobol?.indices ?? null,
    removals: items.flatMap((item) => (item.kind === 'removal' ? [item.removal] : [])),
    weights: items.flatMap((item) => (item.kind === 'weight' ? [item.weight] : [])),
  }
}
