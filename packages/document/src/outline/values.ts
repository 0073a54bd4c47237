import type { Block } from '../model.ts'
import type { Writing } from './context.ts'

/** Clause 5: how values are taken and turned into scores. */
export function valuesClause({ catalogue, texts }: Writing): readonly Block[] {
  const { framework } = catalogue
  const missing = {
    zero: texts.missingZero,
    exclude: texts.missingExclude,
    'no-result': texts.missingNoResult,
  }[framework.missing]
  const isPrepared = framework.pipeline !== undefined
  const heads = [texts.collection, texts.missing, ...(isPrepared ? [texts.preparation] : []), texts.scoring]
  const head = (text: string): Block => ({ kind: 'heading', level: 2, number: `5.${heads.indexOf(text) + 1}`, text })
  return [
    { kind: 'heading', level: 1, number: '5', text: texts.values },
    head(texts.collection),
    { kind: 'paragraph', text: texts.collectionText },
    head(texts.missing),
    { kind: 'paragraph', text: missing },
    { kind: 'paragraph', text: texts.notApplicable },
    ...(isPrepared
      ? ([head(texts.preparation), { kind: 'paragraph', text: texts.preparationText }] satisfies readonly Block[])
      : []),
    head(texts.scoring),
    { kind: 'paragraph', text: texts.scoringText },
  ]
}
