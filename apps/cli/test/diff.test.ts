import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { plumbline, repository, scratch } from './cli.ts'
import { csvOf, sampleOf, sampleRows } from './samples.ts'

const directory = await scratch()

/** Another version of smart-retail, with one weight moved. */
async function next(version: string): Promise<string> {
  const target = path.join(directory, version)
  await cp(path.join(repository, 'plugins', 'smart-retail'), target, { recursive: true })
  const manifest = path.join(target, 'plugin.yaml')
  const text = (await readFile(manifest, 'utf8'))
    .replace('version: 0.1.0', `version: ${version}`)
    .replace('weight: 0.4\n', 'weight: 0.45\n')
    .replace('weight: 0.35\n              basic', 'weight: 0.3\n              basic')
  await writeFile(manifest, text)
  return target
}

it('says what changed, who moves and the share of each change, in both languages', async () => {
  const data = path.join(directory, 'data.csv')
  await writeFile(data, csvOf(sampleRows(await sampleOf('smart-retail'), 'id')))
  const zh = await plumbline(['diff', 'smart-retail', await next('0.2.0'), '--data', data])
  expect([zh.code, zh.stderr]).toEqual([0, ''])
  expect(zh.stdout).toContain(
    'smart-retail  0.1.0 → 0.2.0\n至少：修订 MAJOR（结构 修订 MAJOR，回放 修订 MAJOR）；实际：修订 MAJOR\n',
  )
  expect(zh.stdout).toContain('[修订 MAJOR] “数字会员销售占比”的权重：0.4 → 0.45。')
  expect(zh.stdout).toMatch(/回放数据文件 \d+ 行：结果变动 \d+ 行/)
  expect(zh.stdout).toMatch(/“会员与商品数据”之下的权重 +-?\d/)
  const en = await plumbline(['diff', 'smart-retail', path.join(directory, '0.2.0'), '--lang', 'en'])
  expect(en.stdout).toContain('[major] Weight of “Sales from digital members”: 0.4 → 0.45.')
  expect(en.stdout).toMatch(/weights below “Member and product data” +-?\d/)
})

it('fails where the version was raised too little, and says how far it must be', async () => {
  const { code, stdout, stderr } = await plumbline([
    'diff',
    'smart-retail',
    await next('0.1.1'),
    '--json',
    '--lang',
    'en',
  ])
  expect(code).toBe(1)
  expect(stderr).toContain('Make it 0.2.0 or higher.')
  const found = JSON.parse(stdout)
  expect(found).toMatchObject({ least: 'major', raised: 'minor', enough: false, leastVersion: '0.2.0' })
  expect(found.faults).toMatchObject([{ code: 'VERSION_RAISED_TOO_LITTLE' }])
  expect(found.shares[0].rows[0]).toEqual({ row: expect.any(Number), share: expect.any(Number) })
})

it('takes packed versions, and versions by number wherever plugins lie', async () => {
  const folder = path.join(directory, 'packed')
  await mkdir(path.join(folder, 'plugins'), { recursive: true })
  const source = await next('0.3.0')
  const packed = path.join(folder, 'plugins/other-name.plb')
  expect((await plumbline(['pack', source, '--out', packed])).code).toBe(0)
  const changes = async (from: string, to: string) => {
    const { code, stdout } = await plumbline(['diff', from, to, '--json', '--generated', '20'], { directory: folder })
    const found = JSON.parse(stdout)
    return [code, found.from.version, found.to.version, found.changes.length]
  }
  const expected = [0, '0.1.0', '0.3.0', 2]
  expect(await changes('smart-retail', 'plugins/other-name.plb')).toEqual(expected)
  expect(await changes('smart-retail@0.1.0', 'smart-retail@0.3.0')).toEqual(expected)
  const absent = await plumbline(['diff', 'smart-retail@0.1.0', 'smart-retail@9.0.0', '--lang', 'en'], {
    directory: folder,
  })
  expect(absent.code).toBe(1)
  expect(absent.stderr).toContain('no version 9.0.0 of “smart-retail”. Versions found: 0.3.0, 0.1.0.')
})

it('refuses two standards that are not one', async () => {
  const { code, stderr } = await plumbline(['diff', 'smart-retail', 'ai-core'])
  expect(code).toBe(1)
  expect(stderr).toContain('smart-retail 和 ai-core 不是同一个标准的两个版本。')
})
