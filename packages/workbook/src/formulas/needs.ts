/** Which nodes need the other units of a batch, and which no sheet works out, with the reason. */
import {
  isBranch,
  isMeasure,
  isSampleAggregate,
  pillarOf,
  readsSample,
  settingsOf,
  type BranchSpec,
  type Condition,
  type GateSpec,
  type ImputeSpec,
  type NodeSpec,
  type PipelineSpec,
  type Plan,
  type Settings,
} from '@plumbline/kernel'

/** Why a cell is left to Plumbline; worded in `workbookTexts.reasons`. */
export type Reason =
  | 'em'
  | 'neighbours'
  | 'periods'
  | 'treat'
  | 'referencePeriod'
  | 'below'
  | 'gateFormula'
  | 'gateBelow'

export interface Needs {
  /** Indicators whose score depends on other units, or whose value is prepared before it is scored. */
  readonly leaves: ReadonlySet<string>
  /** All nodes that have steps: those that depend on other units, and what they read. In plan order. */
  readonly nodes: readonly NodeSpec[]
  /** By indicator; null where the plan prepares nothing. */
  readonly settings: ReadonlyMap<string, Settings> | null
  readonly pipeline: PipelineSpec | null
  readonly outside: ReadonlyMap<string, Reason>
}

/** @example needsOf(plan).nodes.length // 0 where every score stands alone */
export function needsOf(plan: Plan): Needs {
  const settings = settingsOf(plan.framework)
  const byId = settings && new Map(settings.map((one) => [one.spec.id, one]))
  const screens = plan.framework.pipeline?.screen !== undefined
  const leaves = new Set(
    plan.nodes.flatMap((node) => {
      if (isBranch(node)) return []
      const own = byId?.get(node.spec.id)
      return screens || isPrepared(own) || node.spec.normalise.method === 'percentile' ? [node.spec.id] : []
    }),
  )
  const read = new Set(leaves)
  for (const { spec } of plan.nodes)
    if (spec.kind === 'branch' && isSampleAggregate(spec.aggregate)) for (const id of idsIn(spec)) read.add(id)
  for (const id of leaves) for (const other of pillarIds(byId?.get(id), settings ?? [])) read.add(other)
  return {
    leaves,
    nodes: plan.nodes.flatMap(({ spec }) => (read.has(spec.id) ? [spec] : [])),
    settings: byId,
    pipeline: plan.framework.pipeline ?? null,
    outside: outsideOf(plan, byId),
  }
}

const isPrepared = (own: Settings | undefined): boolean =>
  own !== undefined &&
  (readsSample(own.spec.normalise) ||
    own.screen !== null ||
    own.denominate !== null ||
    own.impute.length > 0 ||
    own.treat !== null)

const idsIn = (node: NodeSpec): readonly string[] =>
  node.kind === 'branch' ? [node.id, ...node.children.flatMap(idsIn)] : [node.id]

/** A filling by the unit's own other indicators. */
export const isByRow = ({ method }: ImputeSpec): boolean => method === 'row-mean' || method === 'row-median'

/** Indicators that a filling by the unit's own others reads for this one, this one among them. */
export function companionsOf(own: Settings, spec: ImputeSpec, all: readonly Settings[]): readonly Settings[] {
  const pillar = pillarOf(own, spec)
  return all.filter(
    (other) => pillarOf(other, spec) === pillar && isMeasure(other.spec.normalise) && other.spec.direction !== 'target',
  )
}

function pillarIds(own: Settings | undefined, all: readonly Settings[]): readonly string[] {
  if (!own) return []
  return own.impute.filter(isByRow).flatMap((spec) => companionsOf(own, spec, all).map((other) => other.spec.id))
}

function outsideOf(plan: Plan, settings: Needs['settings']): ReadonlyMap<string, Reason> {
  const found = new Map<string, Reason>()
  for (const node of plan.nodes) {
    const { spec } = node
    const reason = isBranch(node)
      ? node.spec.children.some(({ id, weight }) => found.has(id) && (weight !== 0 || !readsWeights(node.spec)))
        ? 'below'
        : null
      : preparedOutside(settings?.get(spec.id))
    if (reason) found.set(spec.id, reason)
  }
  return found
}

const readsWeights = ({ aggregate }: BranchSpec): boolean =>
  !['minimum', 'staircase', 'product', 'owa', 'choquet-capacity', 'bonus'].includes(aggregate.method)

function preparedOutside(own: Settings | undefined): Reason | null {
  if (!own) return null
  const methods = own.impute.map(({ method }) => method)
  if (methods.includes('em')) return 'em'
  if (methods.includes('neighbours')) return 'neighbours'
  if (methods.includes('carry-forward') || methods.includes('linear')) return 'periods'
  if (own.treat && !('transforms' in own.treat)) return 'treat'
  return own.reference?.period === undefined ? null : 'referencePeriod'
}

/** Why a gate is left to Plumbline; null where the sheet judges it. */
export function gateOutside({ when }: GateSpec, outside: Needs['outside']): Reason | null {
  const ids = [...atomsIn(when)]
  if (ids.includes(null)) return 'gateFormula'
  return ids.some((id) => id !== null && outside.has(id)) ? 'gateBelow' : null
}

/** Nodes whose score a condition reads; null for a formula. */
function* atomsIn(condition: Condition): Generator<string | null> {
  if ('not' in condition) yield* atomsIn(condition.not)
  else if ('all' in condition) for (const one of condition.all) yield* atomsIn(one)
  else if ('any' in condition) for (const one of condition.any) yield* atomsIn(one)
  else if ('formula' in condition) yield null
  else if ('node' in condition) yield condition.node
}
