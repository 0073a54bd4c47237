import {
  meaningOf,
  type BranchSpec,
  type Column,
  type Dataset,
  type FactSpec,
  type Framework,
  type IndicatorSpec,
  type InputSpec,
  type NodeSpec,
} from '@plumbline/kernel'
import { byId, nodesById, paramsInForce, type Side } from './sides.ts'

/** What is done to the data before they are scored, step by step. */
const STEPS = ['screen', 'denominate', 'impute', 'treat', 'reference'] as const
/** A step of the preparation of data. */
export type Step = (typeof STEPS)[number]

/** Every single difference that can move a score, as `kind:id`, those of the whole framework first. */
export function partsBetween(from: Side, to: Side): readonly string[] {
  const after = nodesById(to.framework)
  const { root } = from.framework
  const parts = [...wholeParts(from.framework, to.framework), ...itemParts(from, to)]
  for (const [id, { spec }] of nodesById(from.framework)) {
    const other = id === root.id ? to.framework.root : after.get(id)?.spec
    if (other) parts.push(...nodeParts(spec, other), ...valueParts([spec, from.dataset], [other, to.dataset]))
  }
  return [...new Set(parts)]
}

function wholeParts(from: Framework, to: Framework): readonly string[] {
  const { id } = from.root
  return [
    ...(from.semantics === to.semantics ? [] : [`semantics:${id}`]),
    ...(from.missing === to.missing ? [] : [`missing-default:${to.root.id}`]),
    ...stepParts(id, from.pipeline, to.pipeline),
  ]
}

type Steps = Partial<Readonly<Record<Step, unknown>>>

const stepParts = (id: string, from: Steps = {}, to: Steps = {}): readonly string[] =>
  STEPS.filter((step) => !same(from[step], to[step])).map((step) => `${step}:${id}`)

/** Parameters in force, and what formulas and programs read: kinds of inputs and facts, and columns carried over. */
function itemParts(from: Side, to: Side): readonly string[] {
  const [params, newParams] = [paramsInForce(from.framework), paramsInForce(to.framework)]
  const [items, newItems] = [readItems(from.framework), readItems(to.framework)]
  const inBoth = <T>(a: ReadonlyMap<string, T>, b: ReadonlyMap<string, T>): readonly string[] =>
    [...a.keys()].filter((id) => b.has(id))
  return [
    ...inBoth(params, newParams)
      .filter((id) => !same(params.get(id), newParams.get(id)))
      .map((id) => `param:${id}`),
    ...inBoth(items, newItems)
      .filter((id) => items.get(id) !== newItems.get(id) || !sameColumn(id, from.dataset, to.dataset))
      .map((id) => `data:${id}`),
  ]
}

/** Inputs and facts with what kind of value they have; the range that is accepted moves no score. */
function readItems({ inputs = [], facts }: Framework): ReadonlyMap<string, string> {
  const kindOf = (item: InputSpec | FactSpec): string =>
    'options' in item ? `${item.type} of ${item.options}` : item.type
  return new Map([...byId<InputSpec | FactSpec>([...inputs, ...facts])].map(([id, item]) => [id, kindOf(item)]))
}

function nodeParts(a: NodeSpec, b: NodeSpec): readonly string[] {
  const common = [...(a.missing === b.missing ? [] : [`missing:${a.id}`]), ...stepParts(a.id, a.pipeline, b.pipeline)]
  if (a.kind === 'indicator' && b.kind === 'indicator') return [...common, ...indicatorParts(a, b)]
  return a.kind === 'branch' && b.kind === 'branch' ? [...common, ...branchParts(a, b)] : common
}

function indicatorParts(a: IndicatorSpec, b: IndicatorSpec): readonly string[] {
  const sameScale = same([a.normalise, a.direction], [b.normalise, b.direction])
  const sameRule = same(meaningOf(a.notApplicable), meaningOf(b.notApplicable))
  return [...(sameScale ? [] : [`scale:${a.id}`]), ...(sameRule ? [] : [`not-applicable:${a.id}`])]
}

function branchParts(a: BranchSpec, b: BranchSpec): readonly string[] {
  const sameMethod = same(a.aggregate, b.aggregate)
  const sameWeights = same(weightsOf(a), weightsOf(b))
  const found: string[] = []
  if (!same(childrenOf(a), childrenOf(b)) || (!sameMethod && !sameWeights)) found.push(`children:${a.id}`)
  else if (!sameMethod) found.push(`method:${a.id}`)
  else if (!sameWeights) found.push(`weights:${a.id}`)
  return (a.minCoverage ?? 0) === (b.minCoverage ?? 0) ? found : [...found, `coverage:${a.id}`]
}

const childrenOf = ({ children }: BranchSpec): readonly string[] => children.map(({ kind, id }) => `${kind} ${id}`)
const weightsOf = ({ children }: BranchSpec): readonly number[] => children.map(({ weight }) => weight)

type Placed = readonly [spec: NodeSpec, dataset: Dataset]

/** Where the raw values of an indicator come from: they are reported, or a formula or a program works them out. */
function valueParts([a, before]: Placed, [b, after]: Placed): readonly string[] {
  if (a.kind !== 'indicator' || b.kind !== 'indicator') return []
  const sameWay = a.code && b.code ? true : !a.code === !b.code && same(meaningOf(a.value), meaningOf(b.value))
  if (!sameWay) return [`formula:${a.id}`]
  if (a.value || sameColumn(a.id, before, after)) return []
  return [a.code ? `program:${a.id}` : `data:${a.id}`]
}

/** Whether both versions read the same cells. */
function sameColumn(id: string, before: Dataset, after: Dataset): boolean {
  const [a, b] = [before.columns.get(id), after.columns.get(id)]
  return a === b || (a !== undefined && b !== undefined && sameCells(a, b))
}

const sameCells = (a: Column, b: Column): boolean =>
  a.values.every((value, row) => Object.is(value, b.values[row])) &&
  a.blanks.every((blank, row) => blank === b.blanks[row]) &&
  same([...(a.ratings ?? [])], [...(b.ratings ?? [])])

/** Equal as data, whatever the order of the keys. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
