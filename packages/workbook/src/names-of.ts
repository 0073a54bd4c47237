import type { Catalogue } from '@plumbline/plugin-api'
import { namesOf, VOCABULARIES, type NameBook, type Vocabulary } from './cells/names.ts'

export type Terms = Readonly<Record<Vocabulary, readonly (readonly [id: string, name: string])[]>>

/** Everything that a standard can name, what it takes over included. */
export function termsOf(catalogue: Catalogue): Terms {
  const pairs = (terms: readonly { readonly id: string; readonly zh: string }[]): Terms['nodes'] =>
    terms.map(({ id, zh }) => [id, zh] as const)
  return {
    sources: pairs(catalogue.sources),
    evidenceKinds: pairs(catalogue.evidenceKinds),
    ladders: pairs(catalogue.ladders),
    grades: pairs(catalogue.grades),
    groups: pairs(catalogue.groups),
    facts: pairs(catalogue.facts),
    nodes: pairs(catalogue.nodes),
  }
}

export const nameBook = (terms: Terms): NameBook => ({
  sources: namesOf(terms.sources),
  evidenceKinds: namesOf(terms.evidenceKinds),
  ladders: namesOf(terms.ladders),
  grades: namesOf(terms.grades),
  groups: namesOf(terms.groups),
  facts: namesOf(terms.facts),
  nodes: namesOf(terms.nodes),
})

export const noTerms: Terms = Object.fromEntries(VOCABULARIES.map((key) => [key, []])) as unknown as Terms
