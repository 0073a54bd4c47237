import type { Language } from '@plumbline/i18n'

/**
 * The language of the output: what the user asked for, else that of the environment, else Chinese.
 *
 * @param asked - Value of `--lang`.
 * @returns null where something was asked for that is not spoken.
 */
export function chooseLanguage(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | null {
  if (asked !== undefined) return byName(asked)
  const said = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? ''
  return /^en/i.test(said) ? 'en' : 'zh-CN'
}

function byName(name: string): Language | null {
  if (/^zh(?:[-_].*)?$/i.test(name)) return 'zh-CN'
  return /^en(?:[-_].*)?$/i.test(name) ? 'en' : null
}
