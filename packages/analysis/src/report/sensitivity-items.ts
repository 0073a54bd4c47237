import { isBranch } from '@plumbline/kernel'
import { criticalWeights } from '../sensitivity/critical-weights.ts'
import { sobolRow, type SobolRow } from '../sensitivity/index-sobol.ts'
import { oneAtATime } from '../sensitivity/one-at-a-time.ts'
import { removal } from '../sensitivity/removal.ts'
import { indicatorIds } from '../uncertainty/factors.ts'
import { isMean } from '../uncertainty/means.ts'
import type { UncertaintyModel } from '../uncertainty/model.ts'
import { neighbours, nominalOrder } from '../uncertainty/pairs.ts'

/** A sensitivity run: seed and size of the Sobol design, and how many ranks from the top are asked when they swap. */
export interface SensitivityFrame {
  /** Unsigned 32-bit integer. */
  readonly seed: number
  /** N: the design scores the index N (factors + 2) times; at least 2. */
  readonly base: number
  /** Neighbours among so many first ranks of each period are asked at which weight they swap. */
  readonly top: number
}

/** One indicator left out. */
export interface RemovalFigures {
  readonly indicator: string
  readonly meanShift: number
  readonly largestShift: number
}

/** What one weight does: moved by a fifth either way, and where neighbours at the top swap. */
export interface WeightFigures {
  readonly node: string
  readonly weight: number
  /** Mean change of rank for the weight times 1 - 0.2 and 1 + 0.2; null where it would leave 0 to 1. */
  readonly less: number | null
  readonly more: number | null
  /** By the change that it takes, smallest first. */
  readonly swaps: readonly Swap[]
}

/** The weight at which two units swap. */
export interface Swap {
  readonly first: number
  readonly second: number
  readonly critical: number
  readonly method: 'closed-form' | 'bisection'
}

/** What is done in one step; every step stands for itself. */
export type SensitivityItem =
  | { readonly kind: 'row'; readonly row: SobolRow }
  | { readonly kind: 'removal'; readonly removal: RemovalFigures }
  | { readonly kind: 'weight'; readonly weight: WeightFigures }

const CHANGE = 0.2

/** Ids of the nodes whose weight can be moved against siblings, in tree order. */
function movableNodes({ plan }: UncertaintyModel): readonly string[] {
  return plan.nodes.flatMap((node) => {
    const parent = plan.nodes[node.parent]
    if (!parent || !isBranch(parent) || !isMean(parent.spec.aggregate) || node.spec.weight === 0) return []
    return parent.spec.children.some(({ id, weight }) => id !== node.spec.id && weight > 0) ? [node.spec.id] : []
  })
}

/** Number of steps of a run: rows of the design (none without factors), indicators, weights. */
export function sensitivitySteps(model: UncertaintyModel, { base }: SensitivityFrame): number {
  const rows = model.factors.length > 0 ? base : 0
  return rows + indicatorIds(model.plan).length + movableNodes(model).length
}

/**
 * Does one step of a run.
 *
 * @param step - From 0 to `sensitivitySteps` - 1.
 */
export function sensitivityItem(model: UncertaintyModel, frame: SensitivityFrame, step: number): SensitivityItem {
  const rows = model.factors.length > 0 ? frame.base : 0
  if (step < rows) return { kind: 'row', row: sobolRow(model, step, frame) }
  const indicators = indicatorIds(model.plan)
  const indicator = indicators[step - rows]
  if (indicator !== undefined) {
    const { meanShift, largestShift } = removal(model, indicator)
    return { kind: 'removal', removal: { indicator, meanShift, largestShift } }
  }
  const node = movableNodes(model)[step - rows - indicators.length] ?? ''
  return { kind: 'weight', weight: weightFigures(model, node, frame.top) }
}

function weightFigures(model: UncertaintyModel, node: string, top: number): WeightFigures {
  const weight = model.plan.nodes[model.plan.indexOf.get(node) ?? -1]?.spec.weight ?? NaN
  const shift = (change: number): number | null =>
    weight * (1 + change) <= 1 ? (oneAtATime(model, { nodes: [node], changes: [change] })[0]?.meanShift ?? null) : null
  const first = nominalOrder(model.nominal, model.dataset).map((rows) => rows.slice(0, top))
  const swaps = criticalWeights(model, { node, pairs: neighbours(first) })
    .map(({ first: one, second, critical, method }) => ({ first: one, second, critical, method }))
    .sort((a, b) => Math.abs(a.critical - weight) - Math.abs(b.critical - weight))
  return { node, weight, less: shift(-CHANGE), more: shift(CHANGE), swaps }
}
