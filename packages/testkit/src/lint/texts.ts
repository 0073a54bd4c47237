import { caution, type Fault } from '@plumbline/kernel'
import type { LintContext } from './context.ts'

const HAN = /\p{Script=Han}/u
/** A word, not a symbol or an abbreviation: `kWh`, `AI` and `%` may be the same in both languages. */
const WORD = /[a-z]{4}/

/** Texts that are not translated: the same in both languages, Chinese left in the English, no Chinese in the Chinese. */
export function lintTexts({ manifest, at }: LintContext): readonly Fault[] {
  return textsIn(manifest, []).flatMap(({ zh, en, path }) => {
    if (zh === en)
      return WORD.test(en) || HAN.test(zh) ? [caution('LINT_TRANSLATION_SAME', { text: zh }, at([...path, 'en']))] : []
    if (HAN.test(en)) return [caution('LINT_TRANSLATION_CHINESE_LEFT', { text: en }, at([...path, 'en']))]
    if (!HAN.test(zh) && WORD.test(zh))
      return [caution('LINT_TRANSLATION_NO_CHINESE', { text: zh }, at([...path, 'zh']))]
    return []
  })
}

/** Where something comes from is still open. */
const OPEN = /待定|待补|未定|不详|暂无|\bTBD\b|\bTODO\b|to be (determined|decided)|unknown/i

/** Indicators and parameters without a source, and indicators without evidence, or with one that is still open. */
export function lintSources({ manifest, own, of, at, plugin }: LintContext): readonly Fault[] {
  const { sources, evidenceKinds } = plugin.catalogue
  const isOpen = (term: { readonly zh: string; readonly en: string } | undefined): boolean =>
    term === undefined || OPEN.test(`${term.zh} ${term.en}`)
  return [
    ...own.flatMap((indicator) => {
      const { id, zh, en } = indicator
      const evidence = indicator.evidence.map((kind) => evidenceKinds.find((one) => one.id === kind))
      return [
        ...(isOpen(sources.find((one) => one.id === indicator.source))
          ? [caution('LINT_NO_SOURCE', { zh, en }, of(id))]
          : []),
        ...(evidence.every(isOpen) ? [caution('LINT_NO_EVIDENCE', { zh, en }, of(id))] : []),
      ]
    }),
    ...manifest.params.flatMap(({ id, zh, en, source }, index) =>
      isOpen(source) ? [caution('LINT_NO_SOURCE', { zh, en }, { ...at(['params', index]), id })] : [],
    ),
  ]
}

interface PlacedText {
  readonly zh: string
  readonly en: string
  readonly path: readonly (string | number)[]
}

function textsIn(value: unknown, path: readonly (string | number)[]): readonly PlacedText[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown, index) => textsIn(one, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  const below = Object.entries(value).flatMap(([key, one]) => textsIn(one, [...path, key]))
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string'
    ? [{ zh: value.zh, en: value.en, path }, ...below]
    : below
}
