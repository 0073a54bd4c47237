/** Data items in place of indicators that a formula works out. */
import { Blank } from '@plumbline/kernel'
import type { Catalogue, CatalogueInput } from '@plumbline/plugin-api'
import { describe, expect, it } from 'vitest'
import { readDataFile, type IntakeReport } from '../src/index.ts'
import { catalogue } from './catalogue.ts'
import { utf8 } from './files.ts'
import { blanksOf, firstFault, valuesOf } from './reports.ts'

const input = (id: string, zh: string, more: Partial<CatalogueInput>): CatalogueInput => ({
  id,
  zh,
  en: `${id} input`,
  type: 'number',
  unitOfMeasure: null,
  options: [],
  min: null,
  max: null,
  subject: false,
  from: 'tests',
  ...more,
})

const options = [
  { id: 't3', zh: '三级', en: 'Tertiary' },
  { id: 'c', zh: '社区', en: 'Community' },
]

const computed: Catalogue = {
  ...catalogue,
  inputs: [
    input('tier', '级别', { type: 'choice', options, subject: true }),
    input('cases', '病例', { type: 'integer', min: 0, max: 1000, unitOfMeasure: { zh: '例', en: 'cases' } }),
    input('open', '开放', { type: 'boolean' }),
    input('share', '占比', { unitOfMeasure: { zh: '%', en: '%' } }),
  ],
  nodes: catalogue.nodes.map((node) =>
    node.id === 'on-time' && node.kind === 'indicator'
      ? { ...node, formula: { text: '100 * cases / 1000', inputs: ['cases'], params: [] } }
      : node,
  ),
}

const read = (text: string): Promise<IntakeReport> => readDataFile({ name: 'x.csv', bytes: utf8(text) }, computed)

describe('inputs', () => {
  it('are columns by id or name, with their unit of measure in brackets', async () => {
    const report = await read(
      'unit,period,级别,病例（例）,open input,share\nA,2025,三级,"1,000",是,85%\nB,2025,community,N/A,,无数据\n',
    )
    expect(firstFault(report)).toBeUndefined()
    expect(valuesOf(report, 'tier')).toEqual([0, 1])
    expect(valuesOf(report, 'cases')).toEqual([1000, NaN])
    expect(valuesOf(report, 'share')).toEqual([85, NaN])
    expect(blanksOf(report, 'cases')).toEqual([Blank.none, Blank.notApplicable])
    expect(blanksOf(report, 'open')).toEqual([Blank.none, Blank.unanswered])
    expect(report.table?.items).toEqual(['tier', 'cases', 'open', 'share'])
  })

  it('take the place of the indicator: its own column is not asked for, and refused', async () => {
    const absent = (await read('unit,period\nA,2025\n')).faults.find(({ code }) => code === 'COLUMNS_ABSENT')
    expect(absent?.params['items']).toContain('cases')
    expect(absent?.params['items']).not.toContain('on-time')
    for (const header of ['on-time', '准时率', 'On-time rate'])
      expect(firstFault(await read(`unit,period,${header}\nA,2025,5\n`)), header).toEqual({
        code: 'COLUMN_COMPUTED',
        cell: 'C1',
        id: 'on-time',
      })
  })

  it.each([
    ['级别', '二级', 'CELL_NOT_AN_OPTION'],
    ['病例', '1.5', 'CELL_NOT_WHOLE'],
    ['病例', '-1', 'CELL_BELOW_LEAST'],
    ['病例', '1001', 'CELL_ABOVE_MOST'],
    ['病例', '约30', 'CELL_APPROXIMATE'],
    ['open', '3', 'CELL_NOT_A_BOOLEAN'],
    ['病例（件）', '3', 'COLUMN_UNIT_OF_MEASURE'],
  ])('%s: %s is refused as %s', async (header, cell, code) => {
    expect(firstFault(await read(`unit,period,${header}\nA,2025,${cell}\n`))).toMatchObject({ code })
  })
})
