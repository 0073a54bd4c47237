import { capacityOfSets, setOf } from '../aggregate/choquet/worth.ts'
import { fault, type Fault, type FaultParam } from '../errors.ts'
import type { AggregateSpec, BranchSpec } from '../framework.ts'

type ChoquetSpec = Extract<AggregateSpec, { method: 'choquet' | 'choquet-capacity' }>
type Pairwise = Extract<ChoquetSpec, { method: 'choquet' }>
type Whole = Extract<ChoquetSpec, { method: 'choquet-capacity' }>

/** A capacity given set by set has 2^n - 2 of them; pairs are held as bits. */
const MOST_CHILDREN = { choquet: 30, 'choquet-capacity': 10 } as const
const TOLERANCE = 1e-9

/** Faults of a Choquet integral's capacity: who is named, how often, in which range, and whether more is never worth less. */
export function choquetFaults(branch: BranchSpec, spec: ChoquetSpec, path: string): readonly Fault[] {
  const { id, children } = branch
  const ids = children.map((child) => child.id)
  const field = spec.method === 'choquet' ? 'interactions' : 'capacity'
  const say = (code: string, params: Readonly<Record<string, FaultParam>>): Fault =>
    fault(code, params, { id, path: `${path}/aggregate/${field}` })
  const most = MOST_CHILDREN[spec.method]
  if (ids.length > most) return [say('CHOQUET_TOO_MANY', { children: ids.length, most })]
  const named =
    spec.method === 'choquet' ? spec.interactions.map(({ between }) => between) : spec.capacity.map(({ of }) => of)
  const unknown = [...new Set(named.flat())].filter((name) => !ids.includes(name))
  if (unknown.length > 0) return [say('CHOQUET_UNKNOWN_CHILD', { unknown })]
  const sets = named.map((names) => setOf(ids, names))
  const wrong = named.filter(
    (names, index) =>
      new Set(names).size !== names.length ||
      sets.indexOf(sets[index] ?? 0) !== index ||
      names.length === 0 ||
      (spec.method === 'choquet-capacity' && names.length === ids.length),
  )
  if (wrong.length > 0) return [say('CHOQUET_SET', { sets: wrong.map((names) => names.join('+')) })]
  return spec.method === 'choquet' ? pairFaults(branch, spec, say) : setFaults(ids, spec, say)
}

type Say = (code: string, params: Readonly<Record<string, FaultParam>>) => Fault

/** Half of a child's interactions, whatever their signs, may not exceed its weight. */
function pairFaults({ children }: BranchSpec, { interactions }: Pairwise, say: Say): readonly Fault[] {
  return children.flatMap(({ id, weight }) => {
    const half = interactions.reduce(
      (sum, { between, value }) => (between.includes(id) ? sum + Math.abs(value) / 2 : sum),
      0,
    )
    return half <= weight + TOLERANCE ? [] : [say('CHOQUET_NOT_MONOTONE_PAIRS', { child: id, weight, half })]
  })
}

function setFaults(ids: readonly string[], { capacity }: Whole, say: Say): readonly Fault[] {
  const given = new Set(capacity.map(({ of }) => setOf(ids, of)))
  const full = 2 ** ids.length - 1
  const missing = Array.from({ length: full - 1 }, (_, index) => index + 1).filter((set) => !given.has(set))
  if (missing.length > 0) return [say('CAPACITY_INCOMPLETE', { missing: missing.map((set) => nameOf(ids, set)) })]
  const table = capacityOfSets(ids, capacity)
  const outside = capacity.filter(({ value }) => !(value >= 0 && value <= 1))
  if (outside.length > 0)
    return [say('CAPACITY_RANGE', { sets: outside.map(({ of, value }) => `${of.join('+')}: ${value}`) })]
  const falling = Array.from(table.keys()).flatMap((set) =>
    ids.flatMap((_, child) => {
      const larger = set | (1 << child)
      return (table[larger] ?? 0) < (table[set] ?? 0) - TOLERANCE
        ? [`${nameOf(ids, set)} > ${nameOf(ids, larger)}`]
        : []
    }),
  )
  return falling.length === 0 ? [] : [say('CAPACITY_NOT_MONOTONE', { sets: falling })]
}

const nameOf = (ids: readonly string[], set: number): string => ids.filter((_, child) => set & (1 << child)).join('+')
