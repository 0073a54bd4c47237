import { paramAt, type Dataset, type Framework, type NodeSpec, type ParamSpec } from '@plumbline/kernel'

/** A version of a framework with the rows as it reads them. */
export interface Side {
  readonly framework: Framework
  /** What programs work out is in it, marked as computed; migrated where the version's own migration does so. */
  readonly dataset: Dataset
}

/** Every node of a framework with its parent's id. */
export type NodesById = ReadonlyMap<string, { readonly spec: NodeSpec; readonly parent: string | null }>

export function nodesById({ root }: Framework): NodesById {
  const found = new Map<string, { spec: NodeSpec; parent: string | null }>()
  const visit = (spec: NodeSpec, parent: string | null): void => {
    found.set(spec.id, { spec, parent })
    if (spec.kind === 'branch') for (const child of spec.children) visit(child, spec.id)
  }
  visit(root, null)
  return found
}

/** Things with an id, by it. */
export const byId = <T extends { readonly id: string }>(items: readonly T[] = []): ReadonlyMap<string, T> =>
  new Map(items.map((item) => [item.id, item]))

/**
 * The parameters of a framework, each with the one value that counts: two versions may be read as of two dates.
 *
 * @returns As they are where the framework has no date, or a parameter no value yet.
 */
export function paramsInForce({ params = [], asOf }: Framework): ReadonlyMap<string, ParamSpec> {
  if (asOf === undefined) return byId(params)
  return byId(
    params.map((param) => {
      const inForce = paramAt(param, asOf)
      return inForce ? { id: param.id, values: [{ from: ALWAYS, value: inForce.value }] } : param
    }),
  )
}

const ALWAYS = '0001-01-01'
