import { fillText } from '@plumbline/i18n'
import type { Block } from '../model.ts'
import type { Writing } from './context.ts'

/** Clauses 1 to 3: scope, normative references, terms and definitions. */
export function frontClauses({ catalogue, texts, of, other }: Writing): readonly Block[] {
  const { standard } = catalogue
  const references = standard?.normativeReferences ?? []
  const terms = standard?.terms ?? []
  return [
    { kind: 'heading', level: 1, number: '1', text: texts.scope },
    { kind: 'paragraph', text: standard ? of(standard.scope) : texts.scopeMissing },
    { kind: 'heading', level: 1, number: '2', text: texts.references },
    { kind: 'paragraph', text: references.length > 0 ? texts.referencesLead : texts.referencesNone },
    ...references.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'heading', level: 1, number: '3', text: texts.terms },
    { kind: 'paragraph', text: terms.length > 0 ? texts.termsLead : texts.termsNone },
    ...terms.map((term, index): Block => ({
      kind: 'term',
      number: `3.${index + 1}`,
      term: of(term),
      other: other(term),
      definition: of(term.definition),
    })),
  ]
}

export function foreword({ catalogue, texts }: Writing): {
  readonly title: string
  readonly paragraphs: readonly string[]
} {
  return {
    title: texts.foreword,
    paragraphs: [
      texts.forewordText,
      fillText(texts.forewordPublisher, { publisher: catalogue.publisher }),
      ...(catalogue.example ? [texts.draftNote] : []),
    ],
  }
}
