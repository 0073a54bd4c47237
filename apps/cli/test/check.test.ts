import { cp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { plumbline, repository, scratch } from './cli.ts'
import { PLUGINS, sampleOf } from './samples.ts'

const directory = await scratch()

/** A copy of a supplied plugin that a test may spoil. */
async function copyOf(id: string, spoil: (text: string) => string, file = 'plugin.yaml'): Promise<string> {
  const target = path.join(directory, `${id}-${Math.floor(performance.now() * 1000)}`)
  await cp(path.join(repository, 'plugins', id), target, { recursive: true })
  const manifest = path.join(target, file)
  await writeFile(manifest, spoil(await readFile(manifest, 'utf8')))
  return target
}

describe.each(PLUGINS)('%s', (id) => {
  it('is usable, and its golden cases hold', async () => {
    const { plugin, cases } = await sampleOf(id)
    const { code, stdout } = await plumbline(['check', `plugins/${id}`, '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ plugin: plugin.ref, cases: cases.length, faults: [], differences: [] })
    expect(cases.length).toBeGreaterThan(0)
  })
})

describe('a plugin', () => {
  it('is found by folder, manifest and id', async () => {
    const outputs = await Promise.all(
      ['plugins/ai-core', 'plugins/ai-core/plugin.yaml', 'ai-core', path.join(repository, 'plugins/ai-core')].map(
        (name) => plumbline(['check', name, '--lang', 'en']),
      ),
    )
    for (const { code, stdout } of outputs) {
      expect(code).toBe(0)
      expect(stdout).toMatch(
        /^ai-core 0\.\d+\.\d+ is usable: 12 indicators, 5 facts, 7 gates\.\ndigest sha256:[0-9a-f]{64}\n9 golden cases, all recomputed alike\.\nwarning \[[a-z-]+\] plugins\/ai-core\/plugin\.yaml:\d+:\d+/,
      )
    }
  })

  it('that is not there is said, with what to give', async () => {
    const { code, stderr } = await plumbline(['check', 'no-such-plugin'])
    expect(code).toBe(1)
    expect(stderr).toContain('没有找到插件“no-such-plugin”。请给出插件文件夹')
  })

  it('outside the repository finds the core among the supplied plugins', async () => {
    const copy = await copyOf('smart-retail', (text) => text)
    expect(await plumbline(['check', copy])).toMatchObject({ code: 0, stderr: '' })
  })

  it('with faults gives all of them as file:line:column, with what to do, in both languages', async () => {
    const copy = await copyOf('smart-retail', (text) =>
      text.replace('direction: positive', 'direction: upwards').replace('status: draft', 'status: finished'),
    )
    const lineOf = async (word: string): Promise<number> =>
      (await readFile(path.join(copy, 'plugin.yaml'), 'utf8')).split('\n').findIndex((line) => line.includes(word)) + 1
    const zh = await plumbline(['check', '.'], { directory: copy })
    const en = await plumbline(['check', path.basename(copy), '--lang', 'en'], { directory })
    for (const word of ['upwards', 'finished']) {
      expect(zh.stderr).toMatch(new RegExp(`错误 .*plugin\\.yaml:${await lineOf(word)}:\\d+.*`))
      expect(en.stderr).toMatch(new RegExp(`error ${path.basename(copy)}/plugin\\.yaml:${await lineOf(word)}:\\d+.*`))
    }
    expect(zh.stderr).toContain('共 2 处错误')
    expect([zh.code, zh.stdout, en.code]).toEqual([1, '', 1])
    const json: unknown = JSON.parse((await plumbline(['check', copy, '--json'])).stdout)
    expect(json).toMatchObject({ plugin: null, faults: [{ severity: 'error' }, { severity: 'error' }] })
  })

  it('whose golden cases no longer hold says where, and fails', async () => {
    const copy = await copyOf(
      'smart-retail',
      (text) => text.replace('gradeByScore: L1', 'gradeByScore: L2').replace(/composite: (\d)/, 'composite: 9$1'),
      'cases.yaml',
    )
    const { code, stdout } = await plumbline(['check', copy])
    expect(code).toBe(1)
    expect(stdout).toMatch(/cases\.yaml:\d+:\d+：用例“weak”：composite 应为 9\d+\.\d+，算得 28\.7\d+，相差 -\d+/)
    expect(stdout).toContain('用例“weak”：gradeByScore 应为 L2，算得 L1。')
    expect(stdout).toContain('2 处')
  })

  it('whose cases cannot be read says the line', async () => {
    const copy = await copyOf('smart-retail', (text) => text.replace("period: '2025'", 'period: [2025'), 'cases.yaml')
    const { code, stderr } = await plumbline(['check', copy])
    expect(code).toBe(1)
    expect(stderr).toMatch(/cases\.yaml:\d+:\d+/)
  })
})

describe('the version', () => {
  it('that was raised too little over the one before is refused, and what the linter says does not fail', async () => {
    const copy = await copyOf('smart-retail', (text) =>
      text.replace('version: 0.1.0', 'version: 0.1.1').replace('worst: 10, best: 85', 'worst: 10, best: 80'),
    )
    const { code, stderr, stdout } = await plumbline(['check', copy, '--against', 'smart-retail', '--lang', 'en'])
    expect(code).toBe(1)
    expect(stderr).toContain('The version goes from 0.1.0 to 0.1.1, which is too little')
    expect(stdout).toMatch(/\d+ warnings, 0 waived\.\n$/)
    const raised = await copyOf('smart-retail', (text) =>
      text.replace('version: 0.1.0', 'version: 0.2.0').replace('worst: 10, best: 85', 'worst: 10, best: 80'),
    )
    const json = JSON.parse((await plumbline(['check', raised, '--against', 'smart-retail', '--json'])).stdout)
    expect(json).toMatchObject({ faults: [], waived: [] })
    expect(json.warnings).toContainEqual(expect.objectContaining({ rule: 'gate-never-fired', severity: 'warning' }))
  })
})
