import {
  documentTexts,
  uiMessages,
  type DocumentTexts,
  type Language,
  type Same,
  type UiMessages,
} from '@plumbline/i18n'
import type { Catalogue, CatalogueNode, Text } from '@plumbline/plugin-api'

/** What every part of a document is written from. */
export interface Writing {
  readonly catalogue: Catalogue
  readonly texts: DocumentTexts
  readonly ui: Same<UiMessages>
  /** A text in the language of the document. */
  readonly of: (text: Text) => string
  readonly other: (text: Text) => string
  /** Counts the tables: the number of the next. */
  readonly nextTable: () => number
  /** A name in a vocabulary; the id where it is not known. */
  readonly nameOf: (terms: readonly (Text & { readonly id: string })[], id: string) => string
}

export function writing(catalogue: Catalogue, language: Language): Writing {
  let tables = 0
  const of = (text: Text): string => (language === 'en' ? text.en : text.zh)
  return {
    catalogue,
    texts: documentTexts[language],
    ui: uiMessages[language],
    of,
    other: (text) => (language === 'en' ? text.zh : text.en),
    nextTable: () => ++tables,
    nameOf: (terms, id) => {
      const found = terms.find((term) => term.id === id)
      return found ? of(found) : id
    },
  }
}

/** Numbers as a reader writes them: a true minus, six digits at most. */
export const plain = (value: number): string => String(Number(value.toFixed(6))).replace('-', '\u2212')

export const childrenOf = ({ nodes }: Catalogue, id: string): readonly CatalogueNode[] =>
  nodes.filter((node) => node.parent === id)

/** Leaves below a node, in order; the node itself where it is one. */
export function leavesOf(catalogue: Catalogue, node: CatalogueNode): readonly CatalogueNode[] {
  return node.kind === 'indicator'
    ? [node]
    : childrenOf(catalogue, node.id).flatMap((child) => leavesOf(catalogue, child))
}

export const rootOf = ({ nodes }: Catalogue): CatalogueNode | undefined => nodes[0]
