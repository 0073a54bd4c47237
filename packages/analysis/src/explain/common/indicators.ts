import { isBranch, type IndicatorSpec, type Plan } from '@plumbline/kernel'

/** An indicator and its place among the plan's nodes. */
export interface PlacedIndicator {
  readonly index: number
  readonly spec: IndicatorSpec
}

/** The plan's indicators, in tree order. */
export const indicatorsOf = (plan: Plan): readonly PlacedIndicator[] =>
  plan.nodes.flatMap((node, index) => (isBranch(node) ? [] : [{ index, spec: node.spec }]))
