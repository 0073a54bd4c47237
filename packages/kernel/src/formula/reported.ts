import { compile, type Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import { FaultError } from '../errors.ts'
import type { IndicatorSpec, NodeSpec } from '../framework.ts'
import { completeDataset } from './complete.ts'

/** A standard with the data to score. */
export interface Scorable {
  readonly plan: Plan
  readonly dataset: Dataset
}

/**
 * The same problem with every indicator reported: what the formulas say is written out as columns, and the indicators
 * have no formulas any more. Scores are the same to the bit; for analyses that change raw values.
 *
 * @returns The plan and the dataset themselves where no indicator has a formula.
 * @throws FaultError with every fault of `completeDataset`.
 * @example asReported({ plan, dataset }).plan === plan // true
 */
export function asReported({ plan, dataset }: Scorable): Scorable {
  const completed = completeDataset(plan, dataset)
  if (completed.faults.length > 0) throw new FaultError(completed.faults)
  return { plan: withoutFormulas(plan), dataset: completed.dataset }
}

/**
 * The plan with every indicator reported; gates keep their formulas. The plan itself where no indicator has any.
 *
 * @example withoutFormulas(plan) === plan // true
 */
export function withoutFormulas(plan: Plan): Plan {
  const { framework, nodes } = plan
  if (!nodes.some(({ spec }) => spec.kind === 'indicator' && (spec.value ?? spec.code ?? spec.notApplicable)))
    return plan
  return compile({ ...framework, root: { ...framework.root, children: framework.root.children.map(bare) } })
}

function bare(node: NodeSpec): NodeSpec {
  return node.kind === 'branch' ? { ...node, children: node.children.map(bare) } : reportedSpec(node)
}

const reportedSpec = ({ value: _, code: __, notApplicable: ___, ...rest }: IndicatorSpec): IndicatorSpec => rest
