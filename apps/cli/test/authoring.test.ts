import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { plumbline, scratch } from './cli.ts'

const directory = await scratch()

describe('plumbline new', () => {
  it('makes a standard that passes check and test at once', async () => {
    const made = await plumbline(
      ['new', 'port', '--id', 'smart-port', '--title', '智慧“港口”: 试', '--title-en', 'Smart "port": trial'],
      { directory },
    )
    expect(made).toMatchObject({ code: 0, stderr: '' })
    expect(await readdir(path.join(directory, 'port'))).toEqual([
      'CHANGELOG.md',
      'METHOD.en.md',
      'METHOD.zh-CN.md',
      'cases.yaml',
      'package.json',
      'plugin.yaml',
    ])
    const checked = await plumbline(['check', 'port', '--json'], { directory })
    expect(JSON.parse(checked.stdout)).toMatchObject({
      plugin: { id: 'smart-port', version: '0.1.0' },
      indicators: 4,
      cases: 4,
      faults: [],
      differences: [],
    })
    expect(JSON.parse(checked.stdout)).toMatchObject({ warnings: [] })
    expect(await plumbline(['test', 'port'], { directory })).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(await readFile(path.join(directory, 'port/package.json'), 'utf8'))).toMatchObject({
      name: '@plumbline-plugins/smart-port',
    })
  })

  it('takes the id from the folder, and says when that gives none', async () => {
    expect(await plumbline(['new', 'Smart Sensors'], { directory })).toMatchObject({ code: 0 })
    expect(await readFile(path.join(directory, 'Smart Sensors/plugin.yaml'), 'utf8')).toMatch(/^id: smart-sensors$/m)
    const none = await plumbline(['new', '智慧港口', '--lang', 'en'], { directory })
    expect(none.code).toBe(2)
    expect(none.stderr).toContain('is no id of a standard')
  })

  it('overwrites nothing', async () => {
    await plumbline(['new', 'kept'], { directory })
    await writeFile(path.join(directory, 'kept/plugin.yaml'), 'mine')
    const again = await plumbline(['new', 'kept'], { directory })
    expect(again.code).toBe(1)
    expect(again.stderr).toContain('kept 里已有 6 个文件')
    expect(await readFile(path.join(directory, 'kept/plugin.yaml'), 'utf8')).toBe('mine')
  })
})

describe('plumbline excel', () => {
  it('goes there and back: new, new --from, export, import', async () => {
    expect(
      await plumbline(['excel', 'new', 'sensors.xlsx', '--id', 'sensors', '--title', '智能传感器'], { directory }),
    ).toMatchObject({ code: 0 })
    expect(await plumbline(['new', 'sensors', '--from', 'sensors.xlsx'], { directory })).toMatchObject({ code: 0 })
    expect(await plumbline(['check', 'sensors'], { directory })).toMatchObject({ code: 0, stderr: '' })
    expect(
      await plumbline(['excel', 'export', 'sensors', '--out', 'back.xlsx', '--case', 'capped', '--lang', 'en'], {
        directory,
      }),
    ).toMatchObject({ code: 0 })
    const same = await plumbline(['excel', 'import', 'back.xlsx', '--against', 'sensors'], { directory })
    expect(same).toMatchObject({ code: 0, stdout: '与 sensors 0.1.0 相同。\n', stderr: '' })
  })

  it('imports a draft beside the standard, with what differs, and leaves the standard as it is', async () => {
    await plumbline(['new', 'live', '--id', 'live'], { directory })
    await plumbline(['excel', 'export', 'live', '--out', 'live.xlsx'], { directory })
    const manifest = path.join(directory, 'live/plugin.yaml')
    await writeFile(manifest, (await readFile(manifest, 'utf8')).replace('best: 90', 'best: 95'))
    const text = await readFile(manifest, 'utf8')
    const { code, stdout } = await plumbline(
      ['excel', 'import', 'live.xlsx', '--against', 'live', '--out', 'draft', '--json'],
      { directory },
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      folder: 'draft',
      against: { id: 'live' },
      differences: [{ path: 'tree/foundation/system-interop/normalise/best', kind: 'changed', before: 95, after: 90 }],
      faults: [{ code: 'WORKBOOK_STALE', severity: 'warning' }],
    })
    expect(await readFile(manifest, 'utf8')).toBe(text)
    expect(await readdir(path.join(directory, 'draft'))).toContain('METHOD.zh-CN.md')
    expect(await plumbline(['check', 'draft'], { directory })).toMatchObject({ code: 0 })
  })

  it('says what is no workbook, and replaces a file only when told to', async () => {
    await writeFile(path.join(directory, 'no.xlsx'), 'no')
    const refused = await plumbline(['excel', 'import', 'no.xlsx', '--json'], { directory })
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.stdout)).toMatchObject({ plugin: null, faults: [{ code: 'XLSX_EXPECTED' }] })
    const exported = ['excel', 'export', 'ai-core', '--out', 'core.xlsx']
    await plumbline(exported, { directory })
    const { mtimeMs } = await stat(path.join(directory, 'core.xlsx'))
    const again = await plumbline(exported, { directory })
    expect([again.code, again.stderr]).toEqual([1, '文件 core.xlsx 已存在。请换一个文件名，或加 --force 覆盖。\n'])
    expect((await stat(path.join(directory, 'core.xlsx'))).mtimeMs).toBe(mtimeMs)
    expect(await plumbline([...exported, '--force'], { directory })).toMatchObject({ code: 0 })
    const unknown = await plumbline(['excel', 'export', 'ai-core', '--case', 'none'], { directory })
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('没有用例“none”，有：')])
  })
})

describe('plumbline doc', () => {
  it('writes four files, marked as an example', async () => {
    const { code, stdout } = await plumbline(['doc', 'ai-core', '--out', 'text', '--json'], { directory })
    expect(code).toBe(0)
    const files = ['ai-core.zh-CN.docx', 'ai-core.zh-CN.html', 'ai-core.en.docx', 'ai-core.en.html']
    expect(JSON.parse(stdout)).toMatchObject({ plugin: { id: 'ai-core' }, folder: 'text', files })
    expect((await readdir(path.join(directory, 'text'))).toSorted()).toEqual(files.toSorted())
    expect(await readFile(path.join(directory, 'text/ai-core.en.html'), 'utf8')).toContain('EXAMPLE')
  })
})
