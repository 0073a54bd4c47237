import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { plumbline, repository, scratch } from './cli.ts'

const directory = await scratch()

it('recomputes the cases and tries the laws, in both languages', async () => {
  const zh = await plumbline(['test', 'ai-core', '--runs', '10'])
  const en = await plumbline(['test', 'ai-core', '--runs', '10', '--lang', 'en'])
  expect([zh.code, zh.stderr, en.code, en.stderr]).toEqual([0, '', 0, ''])
  expect(zh.stdout).toContain('取值改善，得分和等级不降：成立\n')
  expect(zh.stdout).toMatch(/申报不适用不得利：成立，但有代价\n {2}[a-z-]+：把“/)
  expect(zh.stdout).toMatch(/\nai-core 0\.\d+\.\d+：用例和性质全部成立。\n$/)
  expect(en.stdout).toContain('a better value never lowers score or grade: holds\n')
  expect(en.stdout).toMatch(/\nai-core 0\.\d+\.\d+: all cases and laws hold\.\n$/)
})

it('fails with a shrunk counterexample where a law is broken', async () => {
  const copy = path.join(directory, 'turned')
  await cp(path.join(repository, 'plugins', 'smart-retail'), copy, { recursive: true })
  const manifest = path.join(copy, 'plugin.yaml')
  const text = await readFile(manifest, 'utf8')
  const turned = text.replace(
    "{ leaf: human-handover, op: '<', value: 80 }",
    "{ leaf: human-handover, op: '>', value: 80 }",
  )
  expect(turned).not.toBe(text)
  await writeFile(manifest, turned.replace('maxGrade: L4', 'maxGrade: L1'))
  const { code, stdout } = await plumbline(['test', copy, '--json', '--runs', '20'])
  expect(code).toBe(1)
  const { properties, cases } = JSON.parse(stdout)
  expect(cases.differences.length).toBeGreaterThan(0)
  expect(properties.find((one: { property: string }) => one.property === 'monotone').findings).toMatchObject([
    { code: 'PROPERTY_GRADE_FALLS', severity: 'error', at: { id: 'human-handover' } },
  ])
})

it('refuses a count that is none', async () => {
  const { code, stderr } = await plumbline(['test', 'ai-core', '--runs', 'many', '--lang', 'en'])
  expect(code).toBe(2)
  expect(stderr).toContain('--runs must be a positive whole number, not “many”.')
})
