import type { Language } from '@plumbline/i18n'
import type { Text } from '@plumbline/api/contract'
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { pick } from './text.ts'

/** The language of the address; Chinese where it names none. */
function useLanguage(): Language {
  const { lang } = useSearch({ from: '__root__' })
  return lang === 'en' ? 'en' : 'zh-CN'
}

/** The words of the screens and, for texts of a standard, the half in the reader's language. */
export function useWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  return { t, language, of: (text: Text) => pick(text, language) }
}
