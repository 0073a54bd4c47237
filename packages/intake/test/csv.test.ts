import { Blank } from '@plumbline/kernel'
import type { Catalogue } from '@plumbline/plugin-api'
import { describe, expect, it } from 'vitest'
import { readDataFile, type IntakeReport } from '../src/index.ts'
import { catalogue, groupedCatalogue } from './catalogue.ts'
import { gb18030, utf16, utf8 } from './files.ts'
import { blanksOf, firstFault, valuesOf } from './reports.ts'

const HEADER = 'unit,name,period,group,on-time,growth,wait,depth,certified,panel,incidents,listed'
const ROW = 'A1,甲（虚构）,2025,大型,85.5,-3,12,2,是,78,0,否'

const read = (bytes: Uint8Array): Promise<IntakeReport> => readDataFile({ name: 'data.csv', bytes }, catalogue)
describe('a clean file', () => {
  it('gives the dataset with names, rows and items', async () => {
    const report = await read(utf8(`${HEADER}\n${ROW}\n\nA2,,2024年,small,"1,085",不适用,,全面应用,no,无数据,1,TRUE\n`))
    const { table, faults, preview, sha256 } = report
    expect(faults).toEqual([])
    expect(table).toMatchObject({
      dataset: { size: 2, units: ['A1', 'A2'], periods: ['2025', '2024'], groups: ['large', 'small'] },
      names: ['甲（虚构）', 'A2'],
      rows: [2, 4],
    })
    expect(table?.items).toEqual(['on-time', 'growth', 'wait', 'depth', 'certified', 'panel', 'incidents', 'listed'])
    expect(valuesOf(report, 'on-time')).toEqual([85.5, 1085])
    expect(valuesOf(report, 'growth')).toEqual([-3, Number.NaN])
    expect(blanksOf(report, 'growth')).toEqual([Blank.none, Blank.notApplicable])
    expect(blanksOf(report, 'wait')).toEqual([Blank.none, Blank.unanswered])
    expect(valuesOf(report, 'depth')).toEqual([2, 3])
    expect(valuesOf(report, 'certified')).toEqual([1, 0])
    expect(blanksOf(report, 'panel')).toEqual([Blank.none, Blank.notAvailable])
    expect(valuesOf(report, 'listed')).toEqual([0, 1])
    expect(preview.totalRows).toBe(2)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('knows columns by Chinese and English names, full width, case, unit of measure in brackets', async () => {
    const header =
      '评价对象编码,名称,年度,分组,准时率（％）, ＧＲＯＷＴＨ ,等候时间（院内验证）(分钟),Depth of Use,通过认证,Expert  panel,事件数,列入名单,备注,#作废'
    const { table, faults } = await read(utf8(`${header}\n${ROW},好,x\n`))
    expect(faults).toEqual([])
    expect(table?.items).toEqual(['on-time', 'growth', 'wait', 'depth', 'certified', 'panel', 'incidents', 'listed'])
  })

  it.each([
    ['UTF-8', utf8(`${HEADER}\n${ROW}\n`)],
    ['UTF-8 with a mark', utf8(`\ufeff${HEADER}\r\n${ROW}\r\n`)],
    ['GB18030', gb18030(`${HEADER}\r\n${ROW}\r\n`)],
    ['UTF-16 little-endian', utf16(`${HEADER}\n${ROW}`, 'le')],
    ['UTF-16 big-endian', utf16(`${HEADER}\n${ROW}`, 'be')],
    ['semicolons', utf8(`${HEADER}\n${ROW}\n`.replaceAll(',', ';'))],
    ['tabs', utf8(`${HEADER}\n${ROW}\n`.replaceAll(',', '\t'))],
    ['old line ends', utf8(`${HEADER}\r${ROW}\r`)],
    ['quotes', utf8(`${HEADER}\n${ROW}\n`.replaceAll(/[^,\n]+/g, '"$&"'))],
  ])('is read from %s', async (_, bytes) => {
    const { table, faults } = await read(bytes)
    expect(faults).toEqual([])
    expect(table?.names).toEqual(['甲（虚构）'])
    expect(table?.dataset.columns.get('on-time')?.values[0]).toBe(85.5)
  })

  it('keeps a character that a chunk border cuts in two', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, n) => `U${n},${'甲乙丙丁'.slice(n % 4)}（虚构）,2025,大型,50,1,12,2,是,78,0,否`,
    )
    for (const bytes of [utf8([HEADER, ...rows].join('\n')), gb18030([HEADER, ...rows].join('\n'))]) {
      const { table, faults } = await read(bytes)
      expect(faults).toEqual([])
      expect(table?.names.every((name, n) => name === `${'甲乙丙丁'.slice(n % 4)}（虚构）`)).toBe(true)
    }
  })

  it('takes several ratings of a panel, and says when they are too few', async () => {
    const { table, faults } = await read(
      utf8(`${HEADER}\nA1,甲,2025,大型,1,1,1,1,1,80；90;85、70|60,0,0\nA2,乙,2025,大型,1,1,1,1,1,80;90,0,0\n`),
    )
    const column = table?.dataset.columns.get('panel')
    expect(column?.ratings).toEqual(
      new Map([
        [0, [80, 90, 85, 70, 60]],
        [1, [80, 90]],
      ]),
    )
    expect(column?.values[0]).toBe(77)
    expect(faults).toEqual([
      expect.objectContaining({
        code: 'RATINGS_TOO_FEW',
        severity: 'warning',
        at: { cell: 'J3', unit: 'A2', period: '2025', id: 'panel' },
      }),
    ])
  })

  it('lists the items without a column in one warning', async () => {
    const { table, faults } = await read(utf8('unit,period,on-time\nA1,2025,50\n'))
    expect(faults.map((one) => [one.code, one.severity, one.params['items']])).toEqual([
      ['COLUMNS_ABSENT', 'warning', ['growth', 'wait', 'depth', 'certified', 'panel', 'incidents', 'listed']],
    ])
    expect(table?.items).toEqual(['on-time'])
  })
})

describe('a bad file', () => {
  it('gives every bad cell at once, by address, unit, period and item, and no table', async () => {
    const { table, faults, preview } = await read(
      utf8(
        [
          HEADER,
          ROW,
          'A2,乙,2025,中型,12O,约30,30-40,7,maybe,101,N/A,2',
          ',丙,2025,大型,1.2.3,#N/A,85%,2.5,√,90;x,-1,否',
          'A1,丁,2025年,大型,2025-03-01,#DIV/0!,12分钟,2,是,-,0,否',
        ].join('\n'),
      ),
    )
    expect(table).toBeNull()
    expect(faults.map((one) => [one.at.cell, one.code])).toEqual([
      ['D3', 'GROUP_UNKNOWN'],
      ['E3', 'CELL_NOT_A_NUMBER'],
      ['F3', 'CELL_APPROXIMATE'],
      ['G3', 'CELL_IS_A_RANGE'],
      ['H3', 'CELL_NOT_A_LEVEL'],
      ['I3', 'CELL_NOT_A_BOOLEAN'],
      ['J3', 'RATING_OFF_SCALE'],
      ['K3', 'FACT_NOT_APPLICABLE'],
      ['L3', 'CELL_NOT_A_BOOLEAN'],
      ['A4', 'UNIT_EMPTY'],
      ['E4', 'CELL_NOT_A_NUMBER'],
      ['F4', 'CELL_SPREADSHEET_ERROR'],
      ['G4', 'CELL_PERCENT_SIGN'],
      ['H4', 'CELL_NOT_A_LEVEL'],
      ['J4', 'CELL_NOT_A_NUMBER'],
      ['K4', 'FACT_NEGATIVE'],
      ['A5', 'FILE_ROW_TWICE'],
      ['E5', 'CELL_IS_A_DATE'],
      ['F5', 'CELL_SPREADSHEET_ERROR'],
      ['G5', 'CELL_UNIT_IN_NUMBER'],
      ['J5', 'CELL_PLACEHOLDER'],
    ])
    expect(faults.find((one) => one.at.cell === 'E3')?.at).toEqual({
      cell: 'E3',
      unit: 'A2',
      period: '2025',
      id: 'on-time',
    })
    expect(faults.find((one) => one.code === 'FILE_ROW_TWICE')?.params).toEqual({ row: 5, first: 2 })
    expect(faults.find((one) => one.code === 'GROUP_UNKNOWN')?.params['allowed']).toEqual(['大型', '小型'])
    expect(preview.rows.map((row) => row.row)).toEqual([2, 3, 4, 5])
  })

  it('gives every fault of the header at once', async () => {
    const { table, faults } = await read(utf8('on-time,准时率,ontime,完全无关的一列,增长率（万元）\n1,2,3,4,5\n'))
    expect(table).toBeNull()
    expect(
      faults.map((one) => [
        one.at.cell,
        one.code,
        one.params['nearest'] ?? one.params['said'] ?? one.params['first'] ?? null,
      ]),
    ).toEqual([
      ['B1', 'COLUMN_TWICE', 'A1'],
      ['C1', 'COLUMN_UNKNOWN_NEAR', 'on-time'],
      ['D1', 'COLUMN_UNKNOWN', null],
      ['E1', 'COLUMN_UNIT_OF_MEASURE', '万元'],
      ['A1', 'COLUMN_UNIT_MISSING', null],
      ['A1', 'COLUMN_PERIOD_MISSING', null],
      ['A1', 'COLUMNS_ABSENT', null],
    ])
  })

  it.each([
    ['a row with a comma too many', `${HEADER}\n${ROW},9\n`, { code: 'CELL_WITHOUT_HEADER', cell: 'M2' }],
    ['a row cut short', `${HEADER}\n${ROW}\nA2,乙,2025\n`, { code: 'ROW_TOO_SHORT', cell: 'D3' }],
    ['an open quote', `${HEADER}\n"${ROW}\n`, { code: 'CSV_QUOTES', line: 2 }],
    ['no row', `${HEADER}\n\n`, { code: 'NO_ROWS' }],
    ['nothing', '', { code: 'FILE_EMPTY' }],
    ['empty lines only', '\n,,\n', { code: 'FILE_EMPTY' }],
    ['an empty period', `${HEADER}\n${ROW.replace('2025', '')}\n`, { code: 'PERIOD_EMPTY', cell: 'C2' }],
    [
      'a decimal comma in a file of semicolons',
      `${HEADER}\n${ROW}`.replaceAll(',', ';').replace('85.5', '85,5'),
      { code: 'CELL_COMMA_UNCLEAR' },
    ],
    ['thousands in fours', `${HEADER}\n${ROW.replace('85.5', '"1,2345"')}`, { code: 'CELL_COMMA_UNCLEAR' }],
    ['a number without end', `${HEADER}\n${ROW.replace('85.5', '1e999')}`, { code: 'CELL_NUMBER_TOO_LARGE' }],
  ])('%s', async (_, text, expected) => {
    const report = await read(utf8(text))
    expect(report.table).toBeNull()
    expect(firstFault(report)).toMatchObject(expected)
  })

  it('says which byte fits no encoding', async () => {
    const bytes = Buffer.concat([gb18030(`${HEADER}\nA1,甲`), Uint8Array.of(0xff), gb18030(',2025\n')])
    const [found] = (await read(bytes)).faults
    expect(found).toMatchObject({ code: 'ENCODING_UNKNOWN', params: { byte: HEADER.length + 1 + 3 + 2 + 1, line: 2 } })
  })

  it('does not take damaged UTF-8 for GB18030', async () => {
    const good = utf8(`${HEADER}\n${ROW}\nA2,示例单位乙丙丁戊（虚构）`)
    const [found] = (await read(Buffer.concat([good, Uint8Array.of(0xe4, 0x2c), utf8('2025\n')]))).faults
    // The cut-off lead byte could still begin a character; the one after it cannot go on.
    expect(found).toMatchObject({ code: 'ENCODING_DAMAGED', params: { byte: good.length + 2, line: 3 } })
  })

  it('refuses bytes that are no text', async () => {
    const [found] = (await read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 10))).faults
    expect(found?.code).toBe('FILE_NOT_A_TABLE')
  })

  it('lists a thousand faults and counts the rest', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => `U${n},甲,2025,大型,x,x,x,9,是,78,0,否`)
    const { faults, preview } = await read(utf8([HEADER, ...rows].join('\n')))
    expect(faults).toHaveLength(1001)
    expect(faults.at(-1)).toMatchObject({
      code: 'TOO_MANY_FAULTS',
      severity: 'error',
      params: { more: 600, shown: 1000 },
    })
    expect(preview.rows).toHaveLength(200)
    expect(preview.totalRows).toBe(400)
  })
})

describe('doubts', () => {
  it.each([
    ['on-time', 'E', '-5', 'CELL_NEGATIVE_UNLIKELY'],
    ['on-time', 'E', '96000', 'CELL_FAR_BEYOND'],
    ['wait', 'G', '60001', 'CELL_FAR_BEYOND'],
  ])('%s in column %s: %s gives %s, and the file is taken', async (id, letter, value, code) => {
    const cells = ROW.split(',')
    cells[letter.charCodeAt(0) - 65] = value
    const report = await read(utf8(`${HEADER}\n${cells.join(',')}\n`))
    expect(report.faults.map((one) => [one.code, one.severity, one.at.cell])).toEqual([[code, 'warning', `${letter}2`]])
    expect(valuesOf(report, id)).toEqual([Number(value)])
  })

  it('leaves what is beyond the goalposts alone', async () => {
    const report = await read(utf8(`${HEADER}\n${ROW.replace('85.5', '140').replace('-3', '-80')}\n`))
    expect(report.faults).toEqual([])
  })

  it('asks when a whole per-cent column lies between 0 and 1', async () => {
    const rows = [0.85, 0.9, 1].map((value, n) => ROW.replace('A1', `A${n}`).replace('85.5', String(value)))
    const report = await read(utf8([HEADER, ...rows].join('\n')))
    expect(report.faults.map((one) => [one.code, one.at.id])).toEqual([['COLUMN_OF_FRACTIONS', 'on-time']])
    expect(valuesOf(report, 'on-time')).toEqual([0.85, 0.9, 1])
  })
})

describe('corrections', () => {
  const bad = utf8(`${HEADER}\n${ROW.replace('85.5', '8S.5')}\n`)

  it('are applied over the file, whose digest stays', async () => {
    const before = await read(bad)
    const after = await readDataFile({ name: 'data.csv', bytes: bad }, catalogue, {
      corrections: [{ cell: 'E2', value: '85.5' }],
    })
    expect(before.table).toBeNull()
    expect(valuesOf(after, 'on-time')).toEqual([85.5])
    expect(after.preview.rows[0]?.cells[4]).toBe('85.5')
    expect(after.sha256).toBe(before.sha256)
  })

  it('can be wrong too', async () => {
    const corrections = [
      { cell: 'E2', value: '约85' },
      { cell: 'E99', value: '1' },
      { cell: '??', value: '1' },
    ]
    const { faults } = await readDataFile({ name: 'data.csv', bytes: bad }, catalogue, { corrections })
    expect(faults.map((one) => [one.code, one.params['text']])).toEqual([
      ['CELL_APPROXIMATE', '约85'],
      ['CORRECTION_WITHOUT_CELL', 'E99'],
      ['CORRECTION_WITHOUT_CELL', '??'],
    ])
  })
})

describe('the group', () => {
  const grouped = (text: string): Promise<IntakeReport> =>
    readDataFile({ name: 'x', bytes: utf8(text) }, groupedCatalogue)
  const ungrouped: Catalogue = { ...catalogue, groups: [] }

  it('is needed where a gate depends on it', async () => {
    expect(firstFault(await grouped('unit,period,on-time\nA,2025,1\n'))).toEqual({
      code: 'COLUMN_GROUP_MISSING',
      cell: 'A1',
    })
    const report = await grouped('unit,period,group,on-time\nA,2025,,1\nB,2025,大型,1\n')
    expect(report.faults.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'GROUP_EMPTY', at: { cell: 'C2' }, params: { allowed: ['大型', '小型'], allowedEn: ['Large', 'Small'] } },
    ])
  })

  it('is free where nothing depends on it, and any text where the standard names none', async () => {
    expect((await read(utf8('unit,period,group,on-time\nA,2025,,1\n'))).table?.dataset.groups).toEqual([null])
    const free = await readDataFile({ name: 'x', bytes: utf8('unit,period,group\nA,2025,任意\n') }, ungrouped)
    expect(free.table?.dataset.groups).toEqual(['任意'])
  })
})
