/** The guide for a published index, followed to the letter; its figures are those that UNDP published. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { follow } from './follow.ts'
import { LANGUAGES, pageOf } from './page.ts'

const EXAMPLE = join(import.meta.dirname, '../examples/human-development')
const read = (file: string): string => readFileSync(join(EXAMPLE, file), 'utf8')

describe.each(LANGUAGES)('published-index.md, %s', (language) => {
  it('does what it says, and leaves the example of this repository', async () => {
    const { files, differences } = await follow(pageOf('published-index.md', language), language)
    expect(differences).toEqual([])
    expect(files.get('plugins/human-development/plugin.yaml')).toBe(read('plugin.yaml'))
    expect(files.get('hdi.csv')).toBe(read('data.csv'))
  })
})

it('gives every published value to its last digit', async () => {
  const cli = join(import.meta.dirname, '../../cli/plumbline.mjs')
  const args = [cli, 'score', EXAMPLE, join(EXAMPLE, 'data.csv'), '--json']
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { units } = JSON.parse(stdout) as {
    readonly units: readonly { readonly unit: string; readonly period: string; readonly published: number }[]
  }
  const [, ...published] = read('published.csv').trimEnd().split('\n')
  expect(published).toHaveLength(21)
  expect(units.map(({ unit, period, published: hdi }) => `${unit},${period},${hdi.toFixed(3)}`)).toEqual(published)
})
