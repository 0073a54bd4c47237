import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { plumbline, scratch } from './cli.ts'

const directory = await scratch()
const HEADER = 'unit,name,period,group,structured-rate,data-check-pass,closed-loop,it-complaint-rate,emr-level\n'
const old = path.join(directory, 'old.csv')
await writeFile(old, `${HEADER}a,甲（虚构）,2024,三级医院,80,90,5,1,4\nb,乙（虚构）,2024,二级医院,N/A,70,2,,3\n`)

it('is a dry run, item by item, until told where to write', async () => {
  const zh = await plumbline(['migrate', 'smart-healthcare', old, '--from', '1.0.0'])
  expect([zh.code, zh.stderr]).toEqual([0, ''])
  expect(zh.stdout).toMatch(/合并 +structured-rate \+ data-check-pass +record-data-quality +2\n/)
  expect(zh.stdout).toMatch(/删去 +it-complaint-rate +1 +\S+/)
  expect(zh.stdout).toContain('仅为演练，没有写出文件')
  const out = path.join(directory, 'new.csv')
  const en = await plumbline(['migrate', 'smart-healthcare', old, '--from', '1.0.0', '--out', out, '--lang', 'en'])
  expect(en.stdout).toMatch(/asked afresh +model-register +0\n/)
  const [header = '', first = ''] = (await readFile(out, 'utf8')).split('\n')
  const cells = new Map(header.split(',').map((id, place) => [id, first.split(',')[place]]))
  expect(
    ['unit', 'group', 'record-data-quality', 'closed-loop', 'emr-level', 'model-register'].map((id) => cells.get(id)),
  ).toEqual(['a', '三级医院', '85', '4', '4', ''])
  const scored = await plumbline(['score', 'smart-healthcare', out, '--json'])
  expect([scored.code, scored.stderr]).toEqual([0, ''])
  const again = await plumbline(['migrate', 'smart-healthcare', old, '--from', '1.0.0', '--out', out, '--lang', 'en'])
  expect([again.code, again.stderr.includes('cannot be written')]).toEqual([1, true])
})

it('names item and unit of what cannot be carried over', async () => {
  const bad = path.join(directory, 'bad.csv')
  await writeFile(bad, `${HEADER}a,甲（虚构）,2024,三级医院,80,90,5,1,4\n`.replace('三级医院', ''))
  const wrong = await plumbline(['migrate', 'smart-healthcare', bad, '--from', '9.9.9', '--lang', 'en'])
  expect([wrong.code, wrong.stderr]).toEqual([
    2,
    expect.stringContaining('There is no version 9.9.9 of “smart-healthcare”; there are: 2.0.0, 1.0.0') as string,
  ])
  const none = await plumbline(['migrate', 'smart-healthcare', bad])
  expect([none.code, none.stderr.includes('--from')]).toEqual([2, true])
  const worse = path.join(directory, 'worse.csv')
  await writeFile(worse, `${HEADER}a,甲（虚构）,2024,无此组,80,90,5,1,4\n`)
  const json = await plumbline(['migrate', 'smart-healthcare', worse, '--from', '1.0.0', '--json'])
  expect(json.code).toBe(1)
  const { faults } = JSON.parse(json.stdout)
  expect(faults.filter((fault: { severity: string }) => fault.severity === 'error')).toMatchObject([
    { at: { cell: 'D2' } },
  ])
})
