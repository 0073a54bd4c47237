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
    if (language === 'en') expect(han).toBeLessThan(40)
    else expect(han).toBeGreaterThan(100)
  })
})
