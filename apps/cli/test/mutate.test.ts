import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indicatorYaml, manifestYaml, PERCENT, TRAINING } from '@plumbline/plugin-host/testing'
import { expect, it } from 'vitest'
import { plumbline, scratch } from './cli.ts'

it('names what no case protects, with the case that would, in both languages', async () => {
  const zh = await plumbline(['mutate', 'ai-core'])
  const en = await plumbline(['mutate', 'ai-core', '--lang', 'en'])
  expect([zh.code, zh.stderr, en.code, en.stderr]).toEqual([1, '', 1, ''])
  expect(zh.stdout).toMatch(
    /等级“.+”的分数线由 \d+ 改为 \d+，没有用例察觉。请增加能察觉它的用例。\n {2}可增加用例：得分在 \d+ 与 \d+ 之间。/,
  )
  expect(zh.stdout).toMatch(/\n改动 \d+ 处：用例察觉 \d+ 处，未察觉 \d+ 处，不可能察觉 \d+ 处。\n$/)
  expect(en.stdout).toMatch(
    /A case that would: “.+” with [a-z-]+ [\d.]+; [\d.]+, grade \S+; after the change [\d.]+, grade \S+\.\n/,
  )
  const json = JSON.parse((await plumbline(['mutate', 'ai-core', '--json'])).stdout)
  expect(json.killed + json.survived.length + json.equivalent.length).toBe(json.mutants)
})

it('names a number in a formula by its place in the text', async () => {
  const directory = await scratch()
  await mkdir(path.join(directory, 'ratio'))
  const normalise = '{ method: goalposts, worst: 0, best: 100 }'
  const more = 'inputs: [{ id: part, zh: 甲, en: Part, type: integer, min: 0 }]\nvalue: 甲 / 250 * 100\n'
  const share = indicatorYaml({ id: 'share', zh: '占比', en: 'Share', unit: PERCENT, weight: 0.5, normalise, more })
  const title = { zh: '占比', en: 'Ratio' }
  const manifest = manifestYaml({ id: 'ratio', title, indicators: [share, indicatorYaml(TRAINING)] })
  await writeFile(path.join(directory, 'ratio/plugin.yaml'), manifest)
  const zh = await plumbline(['mutate', 'ratio'], { directory })
  const en = await plumbline(['mutate', 'ratio', '--lang', 'en'], { directory })
  expect([zh.code, zh.stderr, en.code, en.stderr]).toEqual([1, '', 1, ''])
  expect(zh.stdout).toContain('“占比”的公式（value）第 5 个字符处的数由 250 改为 275，没有用例察觉。')
  expect(en.stdout).toContain('Formula of “Share” (value), the number at character 5, 250 made 275: no case notices.')
})
