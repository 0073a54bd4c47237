/** Golden cases that an author types into a workbook: taken over, or refused cell by cell. */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
// The editor that the workbook's own tests use: another program's writer, no part of the product.
// oxlint-disable-next-line no-restricted-imports
import { edit, type Editor } from '@plumbline/workbook/test-edit'
import { plumbline, scratch } from './cli.ts'

const directory = await scratch()
let book: Editor
let drafts = 0

/** Half of every goalpost of the template: 50 by hand, the lowest grade. */
const TYPED: Readonly<Record<string, string | number>> = {
  'case.id': 'own',
  'case.unit': '自填单位（虚构）',
  'case.period': '2025',
  'facts.human-review': '是',
  'values.data-governance': 2,
  'values.system-interop': '４５',
  'values.assisted-share': 40,
  'values.incident-rate': 2.5,
}
const HOLDS = { 'expected.composite': 50, 'expected.grade': 'L1', 'expected.status': '已评级' }

beforeAll(async () => {
  await plumbline(['new', 'own', '--id', 'own'], { directory })
})

/** The workbook of the standard, changed, imported as a draft. */
async function changed(change: (one: Editor) => void, language = 'zh-CN'): ReturnType<typeof plumbline> {
  await plumbline(['excel', 'export', 'own', '--out', 'book.xlsx', '--force'], { directory })
  const file = path.join(directory, 'book.xlsx')
  book = await edit(new Uint8Array(await readFile(file)))
  change(book)
  await writeFile(file, await book.save())
  const draft = `draft-${++drafts}`
  return plumbline(['excel', 'import', 'book.xlsx', '--against', 'own', '--out', draft, '--lang', language], {
    directory,
  })
}

/** The same with one more case. */
const imported = (cells: Readonly<Record<string, string | number>>, language?: string): ReturnType<typeof plumbline> =>
  changed((one) => one.add('用例', cells), language)

/** Cell of the added row. */
const cellOf = (column: string): string =>
  book.address('用例', 'case:#3', column).replace(/\d+$/, (row) => String(Number(row) + 1))

describe('a case that is typed in', () => {
  it('is refused where it does not hold, with what was expected and what came out, in both languages', async () => {
    const wrong = { ...TYPED, 'expected.composite': 51, 'expected.grade': 'L2' }
    const { code, stderr } = await imported(wrong)
    expect(code).toBe(1)
    expect(stderr).toContain(cellOf('expected.composite'))
    expect(stderr).toContain('用例“own”：composite 应为 51，算得 50，相差 -1，允许 0.0001')
    expect(stderr).toContain(cellOf('expected.grade'))
    expect(stderr).toContain('grade 应为 L2，算得 L1')
    expect((await imported(wrong, 'en')).stderr).toContain('composite should be 51, is 50')
  })

  it('is refused where it is incomplete, all of it at once', async () => {
    const { code, stderr } = await imported({
      ...TYPED,
      'case.unit': '',
      'case.period': '',
      'values.data-governance': '八十',
    })
    expect(code).toBe(1)
    for (const [column, words] of [
      ['case.unit', '没有评价对象或期'],
      ['case.period', '没有评价对象或期'],
      ['expected.composite', '没有写应得的结果'],
      ['values.data-governance', '“八十”不是数'],
    ] as const)
      expect(stderr.split('\n').filter((line) => line.includes(cellOf(column)) && line.includes(words))).toHaveLength(1)
  })

  it('is refused at the cell of a value that the standard does not allow', async () => {
    const { code, stderr } = await imported({ ...TYPED, ...HOLDS, 'values.data-governance': 9 })
    expect(code).toBe(1)
    expect(stderr).toContain(cellOf('values.data-governance'))
  })

  it('becomes a golden case of the draft where it holds', async () => {
    const { code, stderr } = await imported({ ...TYPED, ...HOLDS })
    expect([code, stderr]).toEqual([0, ''])
    const { cases } = parse(await readFile(path.join(directory, `draft-${drafts}/cases.yaml`), 'utf8')) as {
      cases: readonly { readonly id: string }[]
    }
    expect(cases).toHaveLength(5)
    expect(cases.find(({ id }) => id === 'own')).toEqual({
      id: 'own',
      unit: '自填单位（虚构）',
      period: '2025',
      facts: { 'human-review': true },
      values: { 'data-governance': 2, 'system-interop': 45, 'assisted-share': 40, 'incident-rate': 2.5 },
      expected: { composite: 50, grade: 'L1', status: 'graded' },
    })
    expect(await plumbline(['check', `draft-${drafts}`], { directory })).toMatchObject({ code: 0 })
    await plumbline(['excel', 'export', `draft-${drafts}`, '--out', 'again.xlsx'], { directory })
    const again = await plumbline(['excel', 'import', 'again.xlsx', '--against', `draft-${drafts}`], { directory })
    expect(again.stdout).toMatch(/^与 own 0\.1\.0 相同/)
  })

  it('warns of the cases that came with the standard, whose rules may have been changed', async () => {
    const { code, stderr } = await changed((one) => one.set('取值规则', 'node:system-interop', { best: 100 }))
    expect(code).toBe(0)
    expect(stderr).toContain('用例“middle”：composite 应为 76.9')
    expect(stderr).toContain(book.address('用例', 'case:#0', 'expected.composite'))
  })
})
