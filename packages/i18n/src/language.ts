/** A language spoken. */
export type Language = 'zh-CN' | 'en'
/** The languages spoken, Chinese first. */
export const LANGUAGES: readonly Language[] = ['zh-CN', 'en']
