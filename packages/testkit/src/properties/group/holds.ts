/** Which laws of a group a method holds; each is said of the method, not of the numbers in it. */
import {
  isBranch,
  isSampleAggregate,
  readsSample,
  settingsOf,
  type AggregateSpec,
  type IndicatorSpec,
  type NodeSpec,
  type NormaliseSpec,
  type Plan,
} from '@plumbline/kernel'

/** Imputation that reads a unit's other values, or its neighbours': what it fills in may fall as a value improves. */
const READS_THE_UNIT: ReadonlySet<string> = new Set(['row-mean', 'row-median', 'em', 'neighbours'])

const imputes = (plan: Plan, is: (method: string) => boolean): boolean =>
  (settingsOf(plan.framework) ?? []).some(({ impute }) => impute.some(({ method }) => is(method)))

/** Whether two units that report the same score the same: with neighbours each may be filled by the other's. */
export const treatsTwinsAlike = (plan: Plan): boolean => !imputes(plan, (method) => method === 'neighbours')

/** Whether units of one period move nothing in another. */
export const keepsPeriodsApart = (plan: Plan): boolean =>
  !imputes(plan, (method) => method === 'carry-forward' || method === 'linear') &&
  (settingsOf(plan.framework) ?? []).every(({ reference }) => reference?.period === undefined)

/**
 * Indicators in which the better one of two units that are otherwise alike may not come out behind. Not where more is not
 * better; nor below Mazziotta-Pareto, where an uneven unit is behind an even one on purpose.
 */
export const ordersUnits = (plan: Plan): readonly IndicatorSpec[] =>
  imputes(plan, (method) => READS_THE_UNIT.has(method))
    ? []
    : pathsOf(plan)
        .filter(({ spec, above }) => isDirected(spec) && above.every(({ method }) => method !== 'mazziotta-pareto'))
        .map(({ spec }) => spec)

/**
 * Indicators in which a better value may not lower the unit's own score while all others stay as they are. Among those
 * that order units: where one step on the way to the root compares units and no other, and the rise cannot move the yardstick
 * further than the unit.
 *
 * - A normaliser by a sample: its statistics move with the value, never past it. A sigmoid with a given midpoint over the
 *   sample's deviation is none of them: far out the deviation grows faster.
 * - A comparison of units over indicators that read no sample.
 * - Not where outliers are treated by what the sample looks like, nor where gaps are filled from it.
 */
export function risesWithValue(plan: Plan): readonly IndicatorSpec[] {
  if (imputes(plan, () => true)) return []
  const treated = new Set(
    (settingsOf(plan.framework) ?? []).flatMap(({ spec, treat }) =>
      treat && !('transforms' in treat) ? [spec.id] : [],
    ),
  )
  const paths = new Map(pathsOf(plan).map((path) => [path.spec.id, path.above]))
  return ordersUnits(plan).filter(({ id, normalise }) => {
    const above = paths.get(id) ?? []
    const comparing = [comparesUnits(normalise), ...above.map(isSampleAggregate)].filter(Boolean).length
    return comparing === 1 && !treated.has(id) && !isStretched(normalise)
  })
}

const comparesUnits = (normalise: NormaliseSpec): boolean =>
  normalise.method === 'percentile' || (readsSample(normalise) && normalise.sample === undefined)

/** A sigmoid about a fixed point, over the deviation of the units at hand. */
const isStretched = (normalise: NormaliseSpec): boolean =>
  normalise.method === 'sigmoid' &&
  normalise.sample === undefined &&
  normalise.midpoint !== undefined &&
  normalise.scale === undefined

const isDirected = ({ direction, normalise }: IndicatorSpec): boolean =>
  direction !== 'target' && !(normalise.method === 'distance-to-target' && normalise.sides === 'two')

interface Path {
  readonly spec: IndicatorSpec
  /** Methods of the branches above it. */
  readonly above: readonly AggregateSpec[]
}

function pathsOf({ nodes, root }: Plan): readonly Path[] {
  const top = nodes[root]
  const visit = (spec: NodeSpec, above: readonly AggregateSpec[]): readonly Path[] =>
    spec.kind === 'indicator'
      ? [{ spec, above }]
      : spec.children.flatMap((child) => visit(child, [...above, spec.aggregate]))
  return top && isBranch(top) ? visit(top.spec, []) : []
}
