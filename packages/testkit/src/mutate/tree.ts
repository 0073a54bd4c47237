import type { BranchSpec, Framework, NodeSpec } from '@plumbline/kernel'

/** All nodes with their parents, parents first. */
export function nodesOf({
  root,
}: Framework): readonly { readonly spec: NodeSpec; readonly parent: BranchSpec | null }[] {
  const visit = (
    spec: NodeSpec,
    parent: BranchSpec | null,
  ): readonly { spec: NodeSpec; parent: BranchSpec | null }[] => [
    { spec, parent },
    ...(spec.kind === 'branch' ? spec.children.flatMap((child) => visit(child, spec)) : []),
  ]
  return visit(root, null)
}

/** The framework with one node put in the place of another of its id. */
export function withNode(framework: Framework, id: string, change: (spec: NodeSpec) => NodeSpec): Framework {
  const visit = (spec: NodeSpec): NodeSpec => {
    const own = spec.id === id ? change(spec) : spec
    return own.kind === 'branch' ? { ...own, children: own.children.map(visit) } : own
  }
  const root = visit(framework.root)
  return root.kind === 'branch' ? { ...framework, root } : framework
}

/** A number inside a rule, with the way to it. */
export interface NumberLeaf {
  readonly path: readonly (string | number)[]
  readonly value: number
}

/** Every number of a rule, in its order. */
export function numbersOf(rule: unknown, path: readonly (string | number)[] = []): readonly NumberLeaf[] {
  if (typeof rule === 'number') return [{ path, value: rule }]
  if (Array.isArray(rule)) return rule.flatMap((one: unknown, index) => numbersOf(one, [...path, index]))
  if (typeof rule !== 'object' || rule === null) return []
  return Object.entries(rule).flatMap(([key, one]) => numbersOf(one, [...path, key]))
}

/** The rule with another number at a path. */
export function withNumber<T>(rule: T, path: readonly (string | number)[], value: number): T {
  const copy = structuredClone(rule)
  let here: unknown = copy
  for (const step of path.slice(0, -1)) here = isRecord(here) ? here[step] : undefined
  const last = path.at(-1)
  if (isRecord(here) && last !== undefined) here[last] = value
  return copy
}

const isRecord = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null
