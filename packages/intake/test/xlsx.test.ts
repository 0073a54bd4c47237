import { describe, expect, it } from 'vitest'
import { readDataFile, type IntakeReport } from '../src/index.ts'
import { catalogue } from './catalogue.ts'
import { utf8, workbookParts, xlsx, zip } from './files.ts'
import { valuesOf } from './reports.ts'

const HEADER = [
  'unit',
  'name',
  'period',
  'group',
  'on-time',
  'growth',
  'wait',
  'depth',
  'certified',
  'panel',
  'incidents',
  'listed',
]
const ROW = ['A1', '甲（虚构）', 2025, '大型', 85.5, -3, 12, 2, true, 78, 0, false]

const read = (bytes: Uint8Array): Promise<IntakeReport> => readDataFile({ name: 'data.xlsx', bytes }, catalogue)
const codes = (report: IntakeReport): readonly unknown[] =>
  report.faults.map((one) => [one.at.sheet ?? null, one.at.cell ?? null, one.code])

describe('a workbook by another program', () => {
  it('gives numbers, booleans and text as they stand', async () => {
    const report = await read(
      await xlsx({
        Sheet1: [
          HEADER,
          ROW,
          [],
          ['A2', null, '2024年', 'small', '85%', 'N/A', null, '全面应用', '否', '80;90;85;70;60', 1, 1],
        ],
      }),
    )
    const { table, faults } = report
    expect(faults).toEqual([])
    expect(table?.dataset.units).toEqual(['A1', 'A2'])
    expect(table?.dataset.periods).toEqual(['2025', '2024'])
    expect(table?.rows).toEqual([2, 4])
    expect(valuesOf(report, 'on-time')).toEqual([85.5, 85])
    expect(valuesOf(report, 'certified')).toEqual([1, 0])
    expect(valuesOf(report, 'wait')).toEqual([12, Number.NaN])
    expect(table?.dataset.columns.get('panel')?.ratings?.get(1)).toEqual([80, 90, 85, 70, 60])
  })

  it('reads a cell shown as a percentage as what is shown', async () => {
    const cells: Parameters<typeof xlsx>[0][string][number] = [
      ...ROW.slice(0, 4),
      { value: 0.0976, format: '0.00%' },
      ...ROW.slice(5),
    ]
    const good = await read(await xlsx({ Sheet1: [HEADER, cells] }))
    expect(valuesOf(good, 'on-time')).toEqual([9.76])
    const elsewhere = [...ROW.slice(0, 6), { value: 0.12, format: '0%' }, ...ROW.slice(7)]
    const bad = await read(await xlsx({ Sheet1: [HEADER, elsewhere] }))
    expect(bad.faults).toMatchObject([
      { code: 'CELL_PERCENT_SIGN', at: { sheet: 'Sheet1', cell: 'G2' }, params: { text: '12%' } },
    ])
  })

  it('refuses a date where a number or a period belongs', async () => {
    const day = new Date(Date.UTC(2025, 2, 1))
    const report = await read(await xlsx({ Sheet1: [HEADER, ['A1', '甲', day, '大型', day, ...ROW.slice(5)]] }))
    expect(codes(report)).toEqual([
      ['Sheet1', 'C2', 'PERIOD_IS_A_DATE'],
      ['Sheet1', 'E2', 'CELL_IS_A_DATE'],
    ])
    expect(report.faults[0]?.params['text']).toBe('2025-03-01')
  })

  it('takes the sheet named for data, else the first with the header', async () => {
    const cover = [['2025年数据表（虚构）'], ['填报说明']]
    const named = await read(await xlsx({ 封面: cover, 旧: [HEADER, ROW], 数据: [HEADER, ['B1', ...ROW.slice(1)]] }))
    expect(named.table?.dataset.units).toEqual(['B1'])
    const unnamed = await read(await xlsx({ 封面: cover, 第二张: [HEADER, ROW] }))
    expect(unnamed.table?.dataset.units).toEqual(['A1'])
    const neither = await read(await xlsx({ 封面: cover }))
    expect(codes(neither)).toContainEqual(['封面', 'A1', 'COLUMN_UNIT_MISSING'])
  })
})

describe('a workbook by hand', () => {
  const cell = (address: string, inner: string, attributes = ''): string =>
    `<c r="${address}" ${attributes}>${inner}</c>`
  const text = (address: string, value: string): string => cell(address, `<is><t>${value}</t></is>`, 't="inlineStr"')
  const header = `<row r="1">${HEADER.map((name, n) => text(`${String.fromCharCode(65 + n)}1`, name)).join('')}</row>`
  const keys = (row: number): string =>
    text(`A${row}`, `A${row}`) +
    text(`B${row}`, '甲&amp;乙') +
    cell(`C${row}`, '<v>2025</v>') +
    text(`D${row}`, 'large')
  const sheet = (rows: string, after = ''): string =>
    `<worksheet><sheetData>${header}${rows}</sheetData>${after}</worksheet>`

  it('says which formula failed and which was never calculated', async () => {
    const row = `<row r="2">${keys(2)}${cell('E2', '<f>1/0</f><v>#DIV/0!</v>', 't="e"')}${cell('F2', '<f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>', 't="e"')}${cell('G2', '<f>SUM(A1:A2)</f>')}${cell('H2', '<f>1+1</f><v>2</v>')}</row>`
    const report = await read(zip(workbookParts(sheet(row))))
    expect(report.table).toBeNull()
    expect(codes(report)).toEqual([
      ['表1', 'E2', 'CELL_SPREADSHEET_ERROR'],
      ['表1', 'F2', 'CELL_SPREADSHEET_ERROR'],
      ['表1', 'G2', 'CELL_FORMULA_WITHOUT_RESULT'],
    ])
    expect(report.preview.rows[0]?.cells[1]).toBe('甲&乙')
  })

  it('takes the cached value of a formula, rich text without its phonetic guide, and gaps as blanks', async () => {
    const name = '<is><r><t>甲</t></r><r><t>院</t></r><rPh sb="0" eb="1"><t>jia</t></rPh></is>'
    const row = `<row r="3">${text('A3', 'A3')}${cell('B3', name, 't="inlineStr"')}${cell('C3', '<f>2024+1</f><v>2025</v>')}${text('D3', '小型')}${cell('H3', '<v>3</v>')}</row>`
    const { table, faults } = await read(zip(workbookParts(sheet(row))))
    expect(faults).toEqual([])
    expect(table?.names).toEqual(['甲院'])
    expect(table?.dataset.periods).toEqual(['2025'])
    expect(table?.rows).toEqual([3])
    expect([...(table?.dataset.columns.get('depth')?.values ?? [])]).toEqual([3])
    expect([...(table?.dataset.columns.get('on-time')?.blanks ?? [])]).toEqual([1])
  })

  it('refuses cells merged over rows', async () => {
    const rows = `<row r="2">${keys(2)}</row><row r="3">${keys(3)}</row>`
    const report = await read(
      zip(workbookParts(sheet(rows, '<mergeCells><mergeCell ref="E2:E3"/><mergeCell ref="F2:G2"/></mergeCells>'))),
    )
    expect(codes(report)).toEqual([['表1', 'E2:E3', 'CELLS_MERGED']])
  })

  it('knows the East Asian date formats and colours from percentages', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="177" formatCode="[Red]0.0"/><numFmt numFmtId="178" formatCode="0&quot;% of h&quot;"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/><xf numFmtId="178"/><xf numFmtId="10"/></cellXfs></styleSheet>'
    const row = `<row r="2">${text('A2', 'A2')}${text('B2', '甲')}${cell('C2', '<v>45717</v>', 's="1"')}${text('D2', 'large')}${cell('E2', '<v>0.5</v>', 's="5"')}${cell('F2', '<v>45717</v>', 's="3"')}${cell('G2', '<v>12</v>', 's="2"')}${cell('K2', '<v>3</v>', 's="4"')}</row>`
    const report = await read(zip(workbookParts(sheet(row), styles)))
    expect(codes(report)).toEqual([
      ['表1', 'C2', 'PERIOD_IS_A_DATE'],
      ['表1', 'F2', 'CELL_IS_A_DATE'],
    ])
    expect(report.preview.rows[0]?.cells).toEqual([
      'A2',
      '甲',
      '2025-03-01',
      'large',
      '50%',
      '2025-03-01',
      '12',
      '',
      '',
      '',
      '3',
    ])
  })
})

describe('a file that is no good workbook', () => {
  const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600))
  const parts = workbookParts('<worksheet><sheetData/></worksheet>')

  it.each([
    ['the old format', () => compound, 'XLS_OLD_FORMAT'],
    ['a password', () => Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]), 'XLSX_ENCRYPTED'],
    ['an encrypted entry', () => zip(parts.map((part) => ({ ...part, flags: 1 }))), 'XLSX_ENCRYPTED'],
    ['another kind of ZIP', () => zip([{ name: 'word/document.xml', text: '<w/>' }]), 'FILE_NOT_A_TABLE'],
    [
      'sizes that say too much',
      () => zip([...parts, { name: 'xl/bomb.xml', text: 'x', claims: 3_000_000_000 }]),
      'XLSX_UNPACKS_TOO_LARGE',
    ],
    [
      'sizes that say too little',
      () =>
        zip(workbookParts(' '.repeat(1_000_000)).map((part) => ({ ...part, claims: Math.min(999, part.text.length) }))),
      'FILE_DAMAGED',
    ],
    ['a cut file', () => zip(parts).subarray(0, 300), 'FILE_DAMAGED'],
    ['XML that does not close', () => zip(workbookParts('<worksheet><sheetData><row>')), 'FILE_DAMAGED'],
    ['no rows', () => zip(parts), 'FILE_EMPTY'],
    ['only a signature', () => utf8('PK\u0003\u0004'), 'FILE_DAMAGED'],
  ])('%s', async (_, bytes, code) => {
    const report = await read(bytes())
    expect(report.table).toBeNull()
    expect(report.faults.map((one) => one.code)).toEqual([code])
  })
})
