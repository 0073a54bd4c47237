import { expect, it } from 'vitest'
import { follow } from './follow.ts'
import { LANGUAGES, pageOf } from './page.ts'

it.each(LANGUAGES)('the page about code indicators does what it says (%s)', async (language) => {
  const { differences, commands } = await follow(pageOf('code-indicators.md', language), language)
  expect(differences).toEqual([])
  expect(commands).toHaveLength(4)
})
