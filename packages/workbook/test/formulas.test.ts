import path from 'node:path'
import { workbookTexts } from '@plumbline/i18n'
import { cellText, readSheets, type Cell } from '@plumbline/intake'
import { Blank, type Dataset } from '@plumbline/kernel'
import { loadPlugin } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook, trialOf } from '../src/index.ts'
import { edit } from './edit.ts'

const plugin = await loadPlugin(path.resolve(import.meta.dirname, 'fixtures/formulas'), [], { name: 'formulas' })
const given: Dataset = {
  size: 1,
  units: ['a'],
  periods: ['2026'],
  groups: [null],
  columns: new Map(
    [['covered-count', 30] as const, ['all-count', 100] as const, ['incidents', 1] as const].map(([id, value]) => [
      id,
      { values: Float64Array.of(value), blanks: Uint8Array.of(Blank.none) },
    ]),
  ),
}

/** Rows of a sheet by id, cells by column. */
async function rowsOf(
  bytes: Uint8Array,
  name: string,
): Promise<ReadonlyMap<string, (column: string) => Cell | undefined>> {
  const rows =
    (await readSheets(bytes)).find((sheet) => sheet.name === name)?.rows ??
    new Map<number, readonly (Cell | undefined)[]>()
  const keys = (rows.get(2) ?? []).map(cellText)
  return new Map(
    [...rows.values()].map((cells) => [cellText(cells[0]), (column: string) => cells[keys.indexOf(column)]] as const),
  )
}

describe('a standard with formulas and dated parameters', () => {
  it('shows them as text and dates in rows, and comes back', async () => {
    const bytes = await exportWorkbook(plugin)
    const rules = await rowsOf(bytes, '取值规则')
    expect(rules.get('node:covered')?.('formula')).toBe('已覆盖数 / 总数 * 100 / 覆盖目标 * 100')
    const params = await rowsOf(bytes, '参数')
    expect(
      [...params]
        .slice(2)
        .map(([id, cell]) => [id, cellText(cell('name')), cellText(cell('from')), cellText(cell('number'))]),
    ).toEqual([
      ['param:target', '覆盖目标', '2026-01-01', '60'],
      ['param:target/2028-01-01', '', '2028-01-01', '80'],
    ])
    expect(cellText((await rowsOf(bytes, '等级与门槛')).get('gate:veto-incidents')?.('condition'))).toBe(
      '公式：事故数 > 2',
    )
    const draft = await importWorkbook(bytes, { available: [] })
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest).toEqual(documentOf(plugin).manifest)
  })

  it('takes a new date, and says which row of a parameter is not whole', async () => {
    const book = await edit(await exportWorkbook(plugin))
    book.add('参数', { from: '2030-01-01', number: 90 }, 'param:target/2028-01-01')
    const draft = await importWorkbook(await book.save(), { available: [] })
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest['params']).toMatchObject([
      { id: 'target', values: { '2026-01-01': 60, '2028-01-01': 80, '2030-01-01': 90 } },
    ])
    book.set('参数', 'param:target/2028-01-01', { number: null })
    const { faults } = await importWorkbook(await book.save(), { available: [] })
    expect(faults).toMatchObject([{ code: 'WORKBOOK_PARAM_ROW', at: { sheet: '参数' } }])
    expect(`参数!${faults[0]?.at.cell}`).toBe(book.address('参数', 'param:target/2028-01-01', 'number'))
  })

  it('puts on trial what the formula gives on the date', async () => {
    // 30 of 100 is half of the target of 60, and three eighths of that of 80.
    expect(trialOf(given, plugin, '2026-06-01').values).toMatchObject({ covered: 50, incidents: 1 })
    expect(trialOf(given, plugin, '2028-06-01').values['covered']).toBe(37.5)
    const trial = trialOf(given, plugin, '2026-06-01')
    const tree = await rowsOf(await exportWorkbook(plugin, { trial }), '指标树')
    expect(tree.get('node:covered')?.('trial')).toMatchObject({ value: 50 })
    expect(tree.get('node:root')?.('score')).toMatchObject({ value: 50 })
  })
})

it('no two words of a group are alike, in either language, so that a cell means one thing', () => {
  const { 'zh-CN': zh, en } = workbookTexts
  for (const group of ['sheets', 'columns', 'words', 'kinds', 'basics'] as const) {
    const pairs = [...Object.entries(zh[group]), ...Object.entries(en[group])]
    for (const [key, text] of pairs)
      expect(
        pairs.filter(([other, same]) => other !== key && same === text).map(([other]) => `${group} ${key} ${other}`),
      ).toEqual([])
  }
  const codes = [...Object.entries(zh.codes), ...Object.entries(en.codes)]
  for (const [key, text] of codes) {
    const prefix = key.slice(0, key.indexOf('.') + 1)
    expect(codes.filter(([other, same]) => other !== key && other.startsWith(prefix) && same === text)).toEqual([])
  }
})
