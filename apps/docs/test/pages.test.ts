/** Both languages have the same pages, and no link between pages is dead. */
import { existsSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, pageOf } from './page.ts'

const AUTHORS = join(import.meta.dirname, '../authors')
const pages = (language: string): readonly string[] => readdirSync(join(AUTHORS, language)).toSorted()

it('has every page in both languages', () => {
  expect(pages('en')).toEqual(pages('zh-CN'))
  expect(pages('en').length).toBeGreaterThan(5)
})

describe.each(LANGUAGES)('%s', (language) => {
  it('lists every page in its index', () => {
    const index = pageOf('README.md', language)
    expect(pages(language).filter((page) => page !== 'README.md' && !index.includes(`(${page})`))).toEqual([])
  })

  it.each(pages(language))('%s leads nowhere that is not there', (page) => {
    const links = [...pageOf(page, language).matchAll(/\]\(([^)#]+)(#[^)]*)?\)/g)].map(([, target = '']) => target)
    const dead = links.filter((target) => !existsSync(join(dirname(join(AUTHORS, language, page)), target)))
    expect(dead).toEqual([])
  })

  it.each(pages(language))('%s speaks its language', (page) => {
    const prose = pageOf(page, language)
      .replaceAll(/```[\s\S]*?```/g, '')
      .replaceAll(/`[^`]*`/g, '')
    const han = prose.match(/\p{Script=Han}/gu)?.length ?? 0
    const latin = prose.match(/\p{Script=Latin}/gu)?.length ?? 0
    // Examples are in Chinese in either language.
    if (language === 'en') expect(han).toBeLessThan(latin / 20)
    else expect(han).toBeGreaterThan(latin / 5)
  })
})
