/** The reference names every key of the manifest, with its default, and no other. */
import { describe, expect, it } from 'vitest'
import { manifestKeys } from './manifest-keys.ts'
import { LANGUAGES, pageOf } from './page.ts'

/** Parts of the manifest that are written the same way in two places, and described in one. */
const SAME = [
  [/^(subject|tree\.inputs)\./, 'inputs.'],
  [/^tree\.pipeline\.(?!screen$)/, 'pipeline.'],
] as const

const described = (key: string): string => SAME.reduce((name, [from, to]) => name.replace(from, to), key)

const keys = Array.from(manifestKeys())
const wanted = new Set(keys.map(([key]) => described(key)))

describe.each(LANGUAGES)('manifest.md, %s', (language) => {
  const rows = pageOf('manifest.md', language)
    .split('\n')
    .flatMap((line) => {
      const [, key, , standard, , example] = line.split(/(?<!\\)\|/).map((cell) => cell.trim())
      const name = /^`([\w.]+)`$/.exec(key ?? '')?.[1]
      return name === undefined ? [] : [{ name, standard: standard ?? '', example: example ?? '' }]
    })

  it('has a row for every key, once, and none for what is no key', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...wanted].toSorted())
  })

  it('says every default', () => {
    const said = new Map(rows.map(({ name, standard }) => [name, standard.match(/`[^`]*`/g) ?? []]))
    const meant = keys.filter(([key]) => said.has(key))
    expect(meant.map(([key]) => [key, said.get(key)])).toEqual(
      meant.map(([key, defaults]) => [key, [...defaults].map((json) => `\`${json}\``)]),
    )
  })

  it('has an example for every key', () => {
    expect(rows.filter(({ example }) => !/^`.*\S.*`$/.test(example))).toEqual([])
  })
})
