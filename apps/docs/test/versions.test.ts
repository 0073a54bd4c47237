/** The page on versions, followed to the letter in both languages. */
import { describe, expect, it } from 'vitest'
import { follow } from './follow.ts'
import { LANGUAGES, pageOf } from './page.ts'

describe.each(LANGUAGES)('versions.md, %s', (language) => {
  it('does what it says', async () => {
    const { commands, differences } = await follow(pageOf('versions.md', language), language)
    expect(differences).toEqual([])
    expect(commands).toHaveLength(1)
  })
})
