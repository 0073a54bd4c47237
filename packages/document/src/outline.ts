import { fillText, type Language } from '@plumbline/i18n'
import type { Catalogue } from '@plumbline/plugin-api'
import type { StandardDocument } from './model.ts'
import { annexes } from './outline/annexes.ts'
import { writing } from './outline/context.ts'
import { foreword, frontClauses } from './outline/front.ts'
import { resultClause } from './outline/result.ts'
import { systemClause } from './outline/system.ts'
import { valuesClause } from './outline/values.ts'

/**
 * A standard's document, from the same source that scores: clauses as GB/T 1.1 orders them, annexes with every rule.
 *
 * @returns Blocks in reading order; nothing in them that neither the standard nor the fixed frame says.
 * @example standardDocument(plugin.catalogue, 'zh-CN').body[0] // heading 1 范围
 * Source: GB/T 1.1-2020, 7 to 9; GB/T 20001.8-2023.
 */
export function standardDocument(catalogue: Catalogue, language: Language): StandardDocument {
  const write = writing(catalogue, language)
  const { texts, of, other } = write
  const title = catalogue.standard?.title ?? catalogue.title
  const { id, version, digest } = catalogue.plugin
  return {
    title: of(title),
    otherTitle: other(title),
    ics: catalogue.standard?.ics ?? '',
    ccs: catalogue.standard?.ccs ?? '',
    mark: catalogue.example ? texts.draft : '',
    markNote: catalogue.example ? texts.draftNote : '',
    madeFrom: fillText(texts.madeFrom, { id, version, digest: digest.slice(0, 19) }),
    contents: texts.contents,
    foreword: foreword(write),
    body: [
      ...frontClauses(write),
      ...systemClause(write),
      ...valuesClause(write),
      ...resultClause(write),
      ...annexes(write),
    ],
    end: texts.end,
  }
}
