/** `plumbline change`, on a standard of two indicators: 0 to 100 each, its score their weighted mean. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indicatorYaml, manifestYaml } from '@plumbline/plugin-host/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { plumbline, scratch } from './cli.ts'

const directory = await scratch()

const manifest = (version: string, weight: number, normalise = '{ method: goalposts, worst: 0, best: 100 }'): string =>
  manifestYaml({
    id: 'pair',
    version,
    status: 'draft',
    publisher: 'test-association',
    title: { zh: '两项', en: 'Pair' },
    root: { id: 'root', zh: '总分', en: 'Total' },
    indicators: [
      indicatorYaml({ id: 'a', zh: '甲项', en: 'A', unit: { zh: '分', en: 'points' }, weight, normalise }),
      indicatorYaml({ id: 'b', zh: '乙项', en: 'B', unit: { zh: '分', en: 'points' }, weight: 1 - weight, normalise }),
    ],
    grades: ['low', 'high'],
  })

const HEADER = 'unit,name,period,a,b\n'
const EARLIER = 'u,甲单位（虚构）,2024,40,60\nv,乙单位（虚构）,2024,10,10\n'
const LATER = 'u,甲单位（虚构）,2025,80,60\nv,乙单位（虚构）,2025,10,30\nw,丙单位（虚构）,2025,5,5\n'
const files: Readonly<Record<string, string>> = {
  'old/plugin.yaml': manifest('1.0.0', 0.5),
  'new/plugin.yaml': manifest('2.0.0', 0.75),
  'ranked/plugin.yaml': manifest('3.0.0', 0.5, '{ method: min-max, low: 0, high: 100 }'),
  'both.csv': HEADER + EARLIER + LATER,
  'earlier.csv': HEADER + EARLIER,
  'later.csv': HEADER + LATER,
  'first.csv': `${HEADER}u,甲单位（虚构）,2024,30,60\nv,乙单位（虚构）,2024,10,10\n`,
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(directory, name)
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  }
})

const run = (...args: readonly string[]) => plumbline(['change', ...args], { directory })
const told = async (...args: readonly string[]) => {
  const { code, stdout, stderr } = await run(...args, '--json')
  expect([code, stderr]).toEqual([0, ''])
  return JSON.parse(stdout) as unknown
}

describe('a unit in two periods', () => {
  it('of one file: all of it is the unit’s own', async () => {
    // (40 + 60) / 2 = 50, (80 + 60) / 2 = 70.
    expect(await told('old', 'both.csv', 'u')).toMatchObject({
      plugin: { id: 'pair', version: '1.0.0' },
      unit: 'u',
      name: '甲单位（虚构）',
      period: '2025',
      earlier: { period: '2024', plugin: { version: '1.0.0' } },
      methodFirst: false,
      from: 50,
      to: 70,
      own: 20,
      others: 0,
      method: 0,
      revision: 0,
    })
  })

  it('under two versions: data and standard share by both orders', async () => {
    // 50; data alone 70, weights alone 0.75 x 40 + 0.25 x 60 = 45; both 75. Own (20 + 30) / 2, standard (−5 + 5) / 2.
    expect(await told('new', 'later.csv', 'u', '--earlier', 'earlier.csv', '--earlier-version', 'old')).toMatchObject({
      from: 50,
      to: 75,
      own: 25,
      others: 0,
      method: 0,
      revision: 0,
      earlier: { plugin: { version: '1.0.0' } },
    })
  })

  it('with earlier data that have been corrected since: that is a part of its own', async () => {
    // Published 0.5 x 30 + 0.5 x 60 = 45, corrected 50.
    expect(await told('old', 'both.csv', 'u', '--published', 'first.csv')).toMatchObject({
      from: 45,
      to: 70,
      own: 20,
      others: 0,
      method: 0,
      revision: 5,
    })
  })

  it('scored among others: what they did counts as theirs', async () => {
    // v in 2024, against u 40 and 60: a and b worst, 0. In 2025 b 30 between 5 and 60, a 10 between 5 and 80.
    const change = (await told('ranked', 'both.csv', 'v')) as Readonly<Record<string, number>>
    expect(change['from']).toBe(0)
    expect(change['to']).toBeCloseTo(((5 / 75) * 100 + (25 / 55) * 100) / 2, 9)
    // Own first: a 10 and b 30 against u 40, 60 of 2024: 0 and, being the worst still, 0. So others have all but what
    // both orders leave: own against the others of 2025 is a 10 and b 10 to 30.
    const othersFirst = ((5 / 75) * 100 + (5 / 55) * 100) / 2
    expect(change['others']).toBeCloseTo((othersFirst + (change['to'] ?? Number.NaN)) / 2, 9)
    expect(change['own']).toBeCloseTo(((change['to'] ?? Number.NaN) - othersFirst) / 2, 9)
  })

  it('in words, in both languages, adding up', async () => {
    const zh = await run('new', 'later.csv', '甲单位（虚构）', '--earlier', 'earlier.csv', '--earlier-version', 'old')
    expect(zh.stdout).toContain('与上一期相比')
    expect(zh.stdout).toContain('2025 年 75.00 分，2024 年公布 50.00 分：变动 +25.00 分')
    expect(zh.stdout).toMatch(/自身数据变化 +\+25\.00\n/)
    expect(zh.stdout).toMatch(/标准变化（1\.0\.0 → 2\.0\.0） +0\.00\n/)
    const en = await run('old', 'both.csv', 'u', '--lang', 'en')
    expect(en.stdout).toMatch(/own data +\+20\.00\n/)
    expect(en.stdout).toMatch(/The standard, unchanged \(1\.0\.0\) +0\.00\n/)
  })
})

describe('what cannot be told', () => {
  it('is said with what there is: no such unit, no earlier period, no such file', async () => {
    const unit = await run('old', 'both.csv', 'uu')
    expect([unit.code, unit.stderr.includes('u')]).toEqual([2, true])
    const earlier = await run('old', 'later.csv', 'u')
    expect([earlier.code, earlier.stderr.includes('--earlier')]).toEqual([2, true])
    expect((await run('old', 'both.csv', 'u', '--period', '2023')).code).toBe(2)
    expect((await run('old', 'none.csv', 'u')).code).toBe(2)
    expect((await run('old', 'both.csv')).code).toBe(2)
  })

  it('is a fault where the unit has no row in the earlier period, or the versions are of two standards', async () => {
    const late = await run('old', 'both.csv', 'w', '--json')
    expect(late.code).toBe(1)
    expect(JSON.parse(late.stdout)).toMatchObject({
      faults: [{ code: 'UNIT_NOT_IN_PERIOD', at: { unit: 'w', period: '2024' } }, { code: 'UNIT_NOT_IN_PERIOD' }],
    })
    const other = await run('old', 'both.csv', 'u', '--earlier-version', 'smart-retail', '--json')
    expect([other.code, JSON.parse(other.stdout)]).toMatchObject([
      1,
      { faults: [{ code: 'VERSIONS_OF_DIFFERENT_PLUGINS' }] },
    ])
  })
})
