import { ruleText, uiMessages } from '@plumbline/i18n'
import type { NormaliseSpec } from '@plumbline/kernel'
import { plain } from './format.ts'
import { useWords } from './use-language.ts'

/** Says a value rule in one phrase: what scores 0, what scores 100, and what lies between. */
export function useRuleText(): (spec: NormaliseSpec) => string {
  const { language } = useWords()
  const { formula, common } = uiMessages[language]
  return (spec) => ruleText(spec, { formula, separator: common.listSeparator, plain })
}
