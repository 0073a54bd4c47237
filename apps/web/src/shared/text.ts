import type { Language } from '@plumbline/i18n'
import type { Text } from '@plumbline/api/contract'

export const pick = (text: Text, language: Language): string => (language === 'en' ? text.en || text.zh : text.zh)

const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin', { numeric: true })

/** Names in the order of a Chinese register: by pinyin, numbers by size. */
export const byName = (a: string, b: string): number => pinyin.compare(a, b)

/** Ends a quoted rule without doubling its full stop. */
export const withoutStop = (sentence: string): string => sentence.replace(/[。.]$/, '')

/** Language of a name that stands in a page of either language: names are not translated. */
export const langOf = (name: string): 'zh-CN' | undefined => (/\p{Script=Han}/u.test(name) ? 'zh-CN' : undefined)
