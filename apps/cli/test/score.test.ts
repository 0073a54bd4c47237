import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { indicatorYaml, manifestYaml } from '@plumbline/plugin-host/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ScoreOutput } from '../src/output/score-json.ts'
import { plumbline, scratch } from './cli.ts'
import { csvOf, PLUGINS, sampleOf, sampleRows, writeGb18030, writeXlsxFile, type Sample } from './samples.ts'

const TOLERANCE = 1e-4
const directory = await scratch()

const parse = (text: string): ScoreOutput => JSON.parse(text) as ScoreOutput

describe.each(PLUGINS)('%s', (id) => {
  let sample: Sample
  beforeAll(async () => {
    sample = await sampleOf(id)
  })

  const forms: readonly (readonly [string, (file: string) => Promise<void>])[] = [
    ['CSV by ids', (file) => writeFile(file, csvOf(sampleRows(sample, 'id')))],
    ['CSV by Chinese names, GB18030', (file) => writeGb18030(file, csvOf(sampleRows(sample, 'zh')))],
    ['CSV by English names, with a mark', (file) => writeFile(file, `\ufeff${csvOf(sampleRows(sample, 'en'))}`)],
    ['XLSX by Chinese names', (file) => writeXlsxFile(file, sampleRows(sample, 'zh'))],
  ]

  it.each(forms)('gives the expected figures from %s', async (form, write) => {
    const file = path.join(directory, `${id} ${form}`)
    await write(file)
    const { code, stdout, stderr } = await plumbline(['score', id, file, '--json'])
    expect(stderr).toBe('')
    expect(code).toBe(0)
    const { plugin, units } = parse(stdout)
    expect(plugin).toEqual(sample.plugin.ref)
    expect(units.map(({ unit }) => unit)).toEqual(sample.cases.map((one) => one.id))

    expect(differencesOf(sample, units)).toEqual([])
  })
})

/** Where the output is not what the cases say: scores to 1e-4, everything else exactly. */
function differencesOf({ cases }: Sample, units: ScoreOutput['units']): readonly string[] {
  return cases.flatMap(({ id, unit, period, expected }, index) => {
    const got = units[index]
    const scores: readonly (readonly [string, number | null | undefined, number | null | undefined])[] = [
      ['composite', expected.composite, got?.score],
      ['core', expected.core, got?.core],
      ...Object.entries(expected.nodes).map(([node, score]) => [node, score, got?.nodes[node]] as const),
    ]
    const words = [
      ['name', unit, got?.name],
      ['period', period, got?.period],
      ['status', expected.status, got?.status],
      ['grade', expected.grade, got?.grade],
      ['gradeByScore', expected.gradeByScore, got?.gradeByScore],
      ['limitedBy', expected.limitedBy, got?.limitedBy],
      ['gates', expected.gates?.toSorted().join(' '), got?.gates.toSorted().join(' ')],
    ] as const
    const off = [
      ...scores.filter(
        ([, wanted, is]) => wanted !== undefined && !(Math.abs((is ?? NaN) - (wanted ?? NaN)) <= TOLERANCE),
      ),
      ...words.filter(([, wanted, is]) => wanted !== undefined && wanted !== is),
    ]
    return off.map(([item, wanted, is]) => `${id} ${item}: ${wanted} expected, ${is}`)
  })
}

describe('the JSON object', () => {
  it('has the promised keys, ids of every node, and full precision', async () => {
    const sample = await sampleOf('smart-healthcare')
    const file = path.join(directory, 'keys.csv')
    await writeFile(file, csvOf(sampleRows(sample, 'id')))
    const { stdout } = await plumbline(['score', 'plugins/smart-healthcare', file, '--json'])
    const output = parse(stdout)
    expect(Object.keys(output)).toEqual(['plugin', 'core', 'kernel', 'semantics', 'units'])
    expect(Object.keys(output.units[0] ?? {})).toEqual([
      'unit',
      'name',
      'period',
      'group',
      'score',
      'published',
      'core',
      'grade',
      'gradeByScore',
      'status',
      'gates',
      'limitedBy',
      'cappedBy',
      'rank',
      'groupRank',
      'nodes',
    ])
    expect(Object.keys(output.units[0]?.nodes ?? {})).toEqual(sample.plugin.catalogue.nodes.map(({ id }) => id))
    expect(output.core).toMatchObject({
      id: 'ai-core',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    })
    expect(String(output.units[0]?.score).split('.')[1]?.length).toBeGreaterThan(4)
    const vetoed = output.units.find(({ status }) => status === 'vetoed')
    expect(vetoed).toMatchObject({ grade: null, rank: null, groupRank: null })
    expect(vetoed?.score).not.toBeNull()
  })

  it('takes the root for the core of the core itself', async () => {
    const file = path.join(directory, 'core.csv')
    await writeFile(file, csvOf(sampleRows(await sampleOf('ai-core'), 'id')))
    const { units, core, plugin } = parse((await plumbline(['score', 'ai-core', file, '--json'])).stdout)
    expect(core).toEqual(plugin)
    expect(units.every((unit) => unit.core === unit.score)).toBe(true)
  })
})

describe('what a person sees', () => {
  const file = path.join(directory, 'people.csv')
  beforeAll(async () => {
    const [header = [], first = [], ...rest] = sampleRows(await sampleOf('smart-retail'), 'id')
    const lastYear = first.map((cell, index) => (index === 2 ? '2024' : cell))
    await writeFile(file, csvOf([header, lastYear, first, ...rest]))
  })

  it('is a table, aligned by what it shows, best first, in the language asked for', async () => {
    const { code, stdout } = await plumbline(['score', 'smart-retail', file])
    expect(code).toBe(0)
    const lines = stdout.split('\n')
    expect(lines[0]).toMatch(/^智慧商业 smart-retail /)
    expect(lines[1]).toContain('示例')
    expect(lines[5]).toMatch(/^na-and-missing +示例机构己（虚构） +2025 +78\.65 +领先级 \(L4\) +1 +已评级/)
    const english = await plumbline(['score', 'smart-retail', file, '--lang', 'en', '--period', '2024'])
    expect(english.stdout).toMatch(/weak .* 28\.75 +Starting \(L1\) +1 +Graded/)
    expect(english.stdout).not.toContain('typical')
  })

  it('follows LANG where nothing is asked for', async () => {
    expect((await plumbline(['--help'], { env: { LANG: 'en_GB.UTF-8' } })).stdout).toContain('Exit codes')
    expect((await plumbline(['--help'], { env: { LANG: 'C' } })).stdout).toContain('退出码')
  })

  it('opens a unit from raw value to grade, the newest period first', async () => {
    const { code, stdout } = await plumbline(['score', 'smart-retail', file, '--trace', 'weak'])
    expect(code).toBe(0)
    expect(stdout).toContain('weak  期 2025')
    expect(stdout).toMatch(/取值 0\.\d+ %  .* = /)
    expect(stdout).toContain('● 触发')
    const { trace } = parse(
      (await plumbline(['score', 'smart-retail', file, '--trace', '示例机构乙（虚构）', '--json'])).stdout,
    )
    expect(trace).toMatchObject({ unit: 'typical', period: '2025', root: { id: 'root', kind: 'branch' } })
  })

  it('can be written to a file beside the caller, and then prints nothing', async () => {
    const { code, stdout } = await plumbline(
      ['score', 'smart-retail', 'people.csv', '--json', '--out', 'result.json'],
      { directory },
    )
    expect([code, stdout]).toEqual([0, ''])
    expect(parse(await readFile(path.join(directory, 'result.json'), 'utf8')).units).toHaveLength(5)
  })

  it('takes paths from where the package manager was called', async () => {
    const env = { npm_lifecycle_event: 'plumbline', INIT_CWD: directory }
    expect((await plumbline(['score', 'smart-retail', 'people.csv'], { env })).code).toBe(0)
  })
})

describe('a data file with bad cells', () => {
  it('gives every one with its address and what to do, and no result', async () => {
    const [header = [], ...rows] = sampleRows(await sampleOf('smart-healthcare'), 'id')
    const bad = rows.map((row, index) =>
      row.map((cell, column) => (index === 1 && column === 5 ? '三' : index === 2 && column === 4 ? '12O' : cell)),
    )
    const file = path.join(directory, 'bad.csv')
    await writeFile(file, csvOf([header, ...bad]))

    const people = await plumbline(['score', 'smart-healthcare', file])
    expect([people.code, people.stdout]).toEqual([1, ''])
    expect(people.stderr).toMatch(/错误 F3，.*“三”不是.*可填：0、1、2、3、4、5/)
    expect(people.stderr).toMatch(/错误 E4，.*“12O”不是数字。请/)
    expect(people.stderr).toContain('共 2 处错误')

    const script = await plumbline(['score', 'smart-healthcare', file, '--json', '--lang', 'en'])
    expect(script.code).toBe(1)
    expect(JSON.parse(script.stdout)).toMatchObject({
      faults: [
        { code: 'CELL_NOT_A_LEVEL', at: { cell: 'F3', id: 'data-readiness' } },
        { code: 'CELL_NOT_A_NUMBER', at: { cell: 'E4', id: 'ai-investment-intensity' } },
      ],
    })
    expect(script.stderr).toContain('“12O” is not a number.')
  })
})

describe('wrong usage', () => {
  it.each([
    [['chek', 'ai-core'], /是否要用 check/],
    [['frobnicate'], /check.*score.*import/],
    [['score', 'ai-core'], /plumbline score <插件> <数据文件>/],
    [['check', 'ai-core', '--trace', 'x'], /check 没有选项 --trace/],
    [['score', 'ai-core', 'x.csv', '--nonsense'], /--nonsense/],
    [['score', 'ai-core', 'not-there.csv'], /没有文件 not-there\.csv/],
    [['score', 'ai-core', 'plugins'], /plugins 是文件夹/],
    [
      ['score', 'smart-retail', path.join(directory, 'people.csv'), '--period', '1999'],
      /没有“1999”这一期，有：2024, 2025/,
    ],
    [['score', 'smart-retail', path.join(directory, 'people.csv'), '--trace', 'nobody'], /没有评价对象“nobody”/],
    [['check', 'ai-core', '--lang', 'fr'], /不支持语言“fr”/],
    [[], /用法/],
  ])('%j exits 2 with a sentence', async (args, sentence) => {
    const { code, stdout, stderr } = await plumbline(args)
    expect(stderr).toMatch(sentence)
    expect([code, stdout]).toEqual([2, ''])
  })

  it('says the version', async () => {
    expect((await plumbline(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

it('says of a unit with too few data that it was screened out', async () => {
  const leaf = (id: string, weight: number): string =>
    indicatorYaml({
      id,
      zh: `指标${id}`,
      en: `Indicator ${id}`,
      unit: { zh: '分', en: 'points' },
      weight,
      normalise: '{ method: goalposts, worst: 0, best: 100 }',
    })
  const manifest = manifestYaml({
    id: 'sparse',
    title: { zh: '疏', en: 'Sparse' },
    indicators: [leaf('a', 0.5), leaf('b', 0.5)],
    sections: 'pipeline: { screen: { units: { available: 0.6 } } }\n',
  })
  const folder = path.join(directory, 'sparse')
  await mkdir(folder)
  await writeFile(path.join(folder, 'plugin.yaml'), manifest)
  const file = path.join(directory, 'sparse.csv')
  await writeFile(file, 'unit,name,period,a,b\nU-1,One,2025,40,60\nU-2,Two,2025,40,\n')
  const { code, stdout, stderr } = await plumbline(['score', folder, file, '--json'])
  expect([code, stderr]).toEqual([0, ''])
  expect(parse(stdout).units.map(({ unit, status, score }) => [unit, status, score])).toEqual([
    ['U-1', 'graded', 50],
    ['U-2', 'screened-out', null],
  ])
})
