/** The tutorial, followed to the letter in both languages. */
import { describe, expect, it } from 'vitest'
import { follow } from './follow.ts'
import { LANGUAGES, pageOf, stepsOf } from './page.ts'

const PAGE = 'first-standard.md'

describe.each(LANGUAGES)('first-standard.md, %s', (language) => {
  it('does what it says', async () => {
    const { files, commands, differences } = await follow(pageOf(PAGE, language), language)
    expect(differences).toEqual([])
    expect([...files.keys()].toSorted()).toEqual([
      'plugins/smart-sensors/cases.yaml',
      'plugins/smart-sensors/plugin.yaml',
      'sensors.csv',
    ])
    expect(commands).toHaveLength(8)
  })
})

it('has the same files and commands in both languages', () => {
  const [zh, en] = LANGUAGES.map((language) =>
    stepsOf(pageOf(PAGE, language))
      .filter(({ kind }) => kind !== 'output')
      .map(({ kind, of, text }) => ({ kind, of, text })),
  )
  expect(en).toEqual(zh)
})
