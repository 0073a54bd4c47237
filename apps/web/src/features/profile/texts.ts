import type {
  Catalogue,
  CatalogueFact,
  CatalogueIndicator,
  CatalogueNode,
  DerivedNote,
  Text,
} from '@plumbline/api/contract'

/** Looks a standard's texts up by id. */
export interface Texts {
  readonly node: (id: string) => CatalogueNode | undefined
  readonly fact: (id: string) => CatalogueFact | undefined
  /** A data item that formulas read. */
  readonly input: (id: string) => Catalogue['inputs'][number] | undefined
  readonly param: (id: string) => Catalogue['params'][number] | undefined
  /** Whether the values of an input, fact or indicator are yes and no. */
  readonly isBoolean: (id: string) => boolean
  readonly grade: (id: string | null) => Text | undefined
  /** The sentence of a gate. */
  readonly gate: (id: string) => Text | undefined
  readonly group: (id: string | null) => Text | undefined
  readonly source: (id: string) => Text | undefined
  readonly evidence: (id: string) => Text | undefined
  readonly ladder: (id: string | null) => Catalogue['ladders'][number] | undefined
  /** What a shared outcome indicator means in this standard. */
  readonly binding: (indicator: CatalogueIndicator) => Text | undefined
  /** Where the platform took the value from. */
  readonly derived: (id: string) => DerivedNote | undefined
}

export function textsOf(catalogue: Catalogue, derived: readonly DerivedNote[] = []): Texts {
  const nodes = new Map(catalogue.nodes.map((node) => [node.id, node]))
  const facts = new Map(catalogue.facts.map((fact) => [fact.id, fact]))
  const gates = new Map(catalogue.gates.map((gate) => [gate.gate.id, gate]))
  const byId = <T extends { readonly id: string }>(items: readonly T[], id: string | null) =>
    items.find((item) => item.id === id)
  return {
    node: (id) => nodes.get(id),
    fact: (id) => facts.get(id),
    input: (id) => byId(catalogue.inputs, id),
    param: (id) => byId(catalogue.params, id),
    isBoolean: (id) => {
      const node = nodes.get(id)
      return [byId(catalogue.inputs, id), facts.get(id), node?.kind === 'indicator' ? node : undefined].some(
        (item) => item?.type === 'boolean',
      )
    },
    gate: (id) => gates.get(id),
    grade: (id) => byId(catalogue.grades, id),
    group: (id) => byId(catalogue.groups, id),
    source: (id) => byId(catalogue.sources, id),
    evidence: (id) => byId(catalogue.evidenceKinds, id),
    ladder: (id) => byId(catalogue.ladders, id),
    derived: (id) => derived.find(({ item }) => item === id),
    // The keys are the first word of the shared indicators' ids.
    binding: (indicator) =>
      indicator.from === catalogue.core?.id ? catalogue.coreBindings[indicator.id.split('-')[0] ?? ''] : undefined,
  }
}
