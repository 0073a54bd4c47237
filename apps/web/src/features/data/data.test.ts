import type { Catalogue, Preview, StandardSummary } from '@plumbline/api/contract'
import { fault } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { faultsByCell, fileSize, withCorrection } from './cells.ts'
import { importForm } from './form.ts'
import { templateHeader } from './template.ts'

const preview: Preview = {
  header: [
    { letter: 'A', text: 'unit', item: 'unit' },
    { letter: 'B', text: '得分', item: 'x' },
  ],
  rows: [{ row: 3, cells: ['u1', '12O'] }],
  totalRows: 400,
}

describe('faults by cell', () => {
  it('finds the cells in sight, several faults to one cell', () => {
    const faults = [
      fault('A', {}, { cell: 'B3' }),
      fault('B', {}, { cell: 'B3' }),
      fault('C', {}, { cell: 'B99' }),
      fault('D'),
    ]
    const found = faultsByCell(faults, preview)
    expect([...found.keys()]).toEqual(['B3'])
    expect(found.get('B3')?.map(({ code }) => code)).toEqual(['A', 'B'])
  })
})

const STANDARD: StandardSummary = {
  plugin: { id: 'p', version: '1.0.0', digest: 'sha256:p' },
  core: null,
  title: { zh: '示例', en: 'Sample' },
  status: 'draft',
  example: true,
  indicators: 1,
  preferred: true,
  faults: [],
}

describe('corrections', () => {
  it('replace one another and go when the cell is put back', () => {
    const one = withCorrection([], { cell: 'B3', value: '12' }, '12O')
    expect(one).toEqual([{ cell: 'B3', value: '12' }])
    expect(withCorrection(one, { cell: 'B3', value: '120' }, '12O')).toEqual([{ cell: 'B3', value: '120' }])
    expect(withCorrection(one, { cell: 'B3', value: '12O' }, '12O')).toEqual([])
  })

  it('travel with the file', async () => {
    const form = importForm(STANDARD, new File(['unit\n'], '数据.csv'), [{ cell: 'B3', value: '12' }])
    const request = form.get('request')
    expect(JSON.parse(typeof request === 'string' ? request : '')).toEqual({
      plugin: 'p',
      fileName: '数据.csv',
      corrections: [{ cell: 'B3', value: '12' }],
    })
    const chosen = importForm({ ...STANDARD, preferred: false }, new File([''], 'a.csv'), []).get('request')
    expect(JSON.parse(typeof chosen === 'string' ? chosen : '')).toMatchObject({ plugin: 'p', version: '1.0.0' })
    const file = form.get('file')
    expect(file instanceof File ? await file.text() : '').toBe('unit\n')
  })
})

describe('the template', () => {
  const item = (id: string, zh: string) => ({ id, zh, en: `${id} in English`, kind: 'indicator', formula: null })
  // Only what the header reads.
  const catalogue = {
    inputs: [{ id: 'cases', zh: '病例', en: 'Cases' }],
    nodes: [
      { ...item('root', '总指数'), kind: 'branch' },
      item('a', '覆盖率'),
      item('b', '同名'),
      item('c', '同名'),
      { ...item('d', '算出'), formula: { text: '病例 / 2', inputs: ['cases'], params: [] } },
    ],
    facts: [{ id: 'f', zh: '处罚次数', en: 'Penalties' }],
  } as unknown as Catalogue

  it('names columns, by id where a name would say two; inputs in place of what is worked out', () => {
    expect(templateHeader(catalogue, 'zh-CN')).toEqual([
      'unit',
      'name',
      'period',
      'group',
      '病例',
      '覆盖率',
      'b',
      'c',
      '处罚次数',
    ])
    expect(templateHeader(catalogue, 'en').at(-1)).toBe('Penalties')
  })
})

describe('file sizes', () => {
  it('are short', () => {
    expect([fileSize(500), fileSize(1536), fileSize(3 * 1024 * 1024)]).toEqual(['500 B', '1.5 KB', '3.0 MB'])
  })
})
