import type {
  BranchSpec,
  Column,
  FactSpec,
  Framework,
  IndicatorSpec,
  InputSpec,
  NodeSpec,
  PipelineSpec,
  PipelineSteps,
} from '@plumbline/kernel'
import type { Step } from './parts.ts'
import { byId, nodesById, paramsInForce, type NodesById, type Side } from './sides.ts'

/**
 * A version between two, with the rows as it reads them.
 *
 * @param made - The differences taken over from the newer version, as `partsBetween` names them.
 * @returns The older version with those made; no gates or basic rule, which do not move a score. Inputs, facts and
 * parameters of both: what reads them is what changes a score.
 */
export function mixed(from: Side, to: Side, made: ReadonlySet<string>): Side {
  const [old, next] = [from.framework, to.framework]
  const mix: Mix = { before: nodesById(old), after: nodesById(next), made }
  const { id } = old.root
  const asOf = next.asOf ?? old.asOf
  const root = mixBranch(old.root, next.root, mix)
  const framework: Framework = {
    semantics: (made.has(`semantics:${id}`) ? next : old).semantics,
    missing: (made.has(`missing-default:${next.root.id}`) ? next : old).missing,
    pipeline: mixWhole(old.pipeline, next.pipeline, (step) => made.has(`${step}:${id}`)),
    facts: union(byId<FactSpec>(old.facts), byId(next.facts), (fact) => made.has(`data:${fact}`)),
    inputs: union(inputsOf(old), inputsOf(next), (input) => made.has(`data:${input}`)),
    params: union(paramsInForce(old), paramsInForce(next), (param) => made.has(`param:${param}`)),
    ...(asOf !== undefined && { asOf }),
    gates: [],
    grades: old.grades,
    basicRule: [],
    periodMonths: old.periodMonths,
    root,
  }
  return { framework, dataset: { ...from.dataset, columns: mixColumns([from, to], framework, mix) } }
}

interface Mix {
  readonly before: NodesById
  readonly after: NodesById
  readonly made: ReadonlySet<string>
}

/** Of both versions, each once: by the newer one where that has been made, else by the first that has it. */
function union<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  isMade: (id: string) => boolean,
): readonly T[] {
  const kept = new Map([...after, ...before])
  for (const [id, item] of after) if (isMade(id)) kept.set(id, item)
  return [...kept.values()]
}

/** Which values are accepted moves no score; each version has refused what it does not accept. */
const inputsOf = ({ inputs = [] }: Framework): ReadonlyMap<string, InputSpec> =>
  byId(inputs.map(({ min: _, max: __, ...kept }) => kept))

/** Steps of the preparation, each as one of the two says it. */
function mixSteps(a: PipelineSteps = {}, b: PipelineSteps = {}, isMade: (step: Step) => boolean): PipelineSteps {
  const { denominate } = isMade('denominate') ? b : a
  const { impute } = isMade('impute') ? b : a
  const { treat } = isMade('treat') ? b : a
  const { reference } = isMade('reference') ? b : a
  return {
    ...(denominate !== undefined && { denominate }),
    ...(impute !== undefined && { impute }),
    ...(treat !== undefined && { treat }),
    ...(reference !== undefined && { reference }),
  }
}

function mixWhole(a: PipelineSpec = {}, b: PipelineSpec = {}, isMade: (step: Step) => boolean): PipelineSpec {
  const { screen } = isMade('screen') ? b : a
  return { ...mixSteps(a, b, isMade), ...(screen !== undefined && { screen }) }
}

/** What a node says of its absence and of its preparation. */
function mixCommon(
  a: NodeSpec,
  b: NodeSpec,
  isMade: (what: string) => boolean,
): Pick<NodeSpec, 'missing' | 'pipeline'> {
  const { missing } = isMade('missing') ? b : a
  const screen = (isMade('screen') ? b : a).pipeline?.screen
  const pipeline = { ...mixSteps(a.pipeline, b.pipeline, isMade), ...(screen !== undefined && { screen }) }
  return { ...(missing !== undefined && { missing }), pipeline }
}

function mixBranch(a: BranchSpec, b: BranchSpec, mix: Mix): BranchSpec {
  const has = (what: string): boolean => mix.made.has(`${what}:${a.id}`)
  const list = has('children') ? b : a
  const weights = has('weights') ? b : list
  return {
    kind: 'branch',
    id: a.id,
    weight: a.weight,
    ...mixCommon(a, b, has),
    minCoverage: (has('coverage') ? b : a).minCoverage ?? 0,
    aggregate: (has('method') ? b : list).aggregate,
    children: list.children.map((child, place) => ({
      ...mixNode(child, mix),
      weight: weights.children[place]?.weight ?? child.weight,
    })),
  }
}

/** A node that both versions have is mixed; any other is taken as its own version has it. */
function mixNode(spec: NodeSpec, mix: Mix): NodeSpec {
  const [a, b] = [mix.before.get(spec.id)?.spec, mix.after.get(spec.id)?.spec]
  if (a?.kind === 'branch' && b?.kind === 'branch') return mixBranch(a, b, mix)
  if (a?.kind === 'indicator' && b?.kind === 'indicator') return mixIndicator(a, b, mix)
  return spec
}

function mixIndicator(a: IndicatorSpec, b: IndicatorSpec, mix: Mix): IndicatorSpec {
  const has = (what: string): boolean => mix.made.has(`${what}:${a.id}`)
  const { normalise, direction } = has('scale') ? b : a
  const { value, code } = takesNewValues(a.id, mix) ? b : a
  const { notApplicable } = has('not-applicable') ? b : a
  return {
    kind: 'indicator',
    id: a.id,
    weight: a.weight,
    direction,
    normalise,
    ...mixCommon(a, b, has),
    ...(value && { value }),
    ...(code && { code }),
    ...(notApplicable && { notApplicable }),
  }
}

/** Whether the raw values of an indicator, an input or a fact are those of the newer version. */
const takesNewValues = (id: string, { made }: Mix): boolean =>
  made.has(`formula:${id}`) || made.has(`program:${id}`) || made.has(`data:${id}`)

/** The columns as the mix reads them; what its formulas work out is left to them. */
function mixColumns([from, to]: readonly [Side, Side], framework: Framework, mix: Mix): ReadonlyMap<string, Column> {
  const [old, next] = [from.dataset.columns, to.dataset.columns]
  const specs = nodesById(framework)
  const columns = new Map<string, Column>()
  for (const id of new Set([...old.keys(), ...next.keys()])) {
    const spec = specs.get(id)?.spec
    const own = mix.before.has(id) && mix.after.has(id)
    const column = takesNewValues(id, mix) ? next.get(id) : (old.get(id) ?? (own ? undefined : next.get(id)))
    if (column && !(spec?.kind === 'indicator' && spec.value)) columns.set(id, column)
  }
  return columns
}
