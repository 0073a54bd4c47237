import { expect, it } from 'vitest'
import { plumbline } from './cli.ts'

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
