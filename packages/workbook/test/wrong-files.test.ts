/** Workbooks as they come back from other hands: every one is read, or refused with a reason at its cell. */
import { faultLine } from '@plumbline/i18n'
import { FaultError, type Fault } from '@plumbline/kernel'
import { readXlsx, writeXlsx, type Cell, type CellValue, type WriteSheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook, type Draft } from '../src/index.ts'
import { edit } from './edit.ts'
import { besideOf, pluginNamed, plugins } from './plugins.ts'

const plugin = pluginNamed('smart-healthcare')
const exported = await exportWorkbook(plugin, besideOf(plugin))
const read = (bytes: Uint8Array): Promise<Draft> => importWorkbook(bytes, { available: plugins })

async function refused(bytes: Uint8Array): Promise<readonly Fault[]> {
  const error = await read(bytes).catch((one: unknown) => one)
  if (!(error instanceof FaultError)) throw new Error('not refused')
  return error.faults
}

interface OpenSheet {
  name: string
  rows: CellValue[][]
  merges?: WriteSheet['merges']
  cells?: Map<string, Partial<Cell>>
}

/** The workbook with its sheets changed, saved by another writer. */
async function resaved(change: (sheets: OpenSheet[]) => OpenSheet[]): Promise<Uint8Array> {
  const { sheets } = await readXlsx(exported)
  const open = change(sheets.map(({ name, rows }) => ({ name, rows })))
  return new Uint8Array(await writeXlsx({ sheets: open }))
}

/** One sheet, and the place of a cell by row id and column key. */
function placeIn(sheets: readonly OpenSheet[], name: string, [id, column]: readonly [string, string]) {
  const sheet = sheets.find((one) => one.name === name)
  const row = sheet?.rows.findIndex((cells) => cells[0] === id) ?? -1
  const at = sheet?.rows[1]?.indexOf(column) ?? -1
  if (!sheet || row < 0 || at < 0) throw new Error(`no cell ${name} ${id} ${column}`)
  return { sheet, row, at }
}

/** A fault in both languages: each names the cell and says what to do. */
function worded(fault: Fault): void {
  for (const language of ['zh-CN', 'en'] as const) {
    const line = faultLine(fault, language)
    if (fault.at.cell !== undefined) expect(line).toContain(`${fault.at.sheet}!${fault.at.cell}`)
    expect(line.length).toBeGreaterThan(20)
    expect(line).not.toMatch(/\{\w+\}/)
  }
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const compound = (content: string): Uint8Array =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      Buffer.from(content, 'utf16le'),
      Buffer.alloc(600),
    ]),
  )

describe('a file that is no workbook of a standard', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'WORKBOOK_EMPTY'],
    ['a CSV under the name of an XLSX', ascii('名称,权重\n甲,0.5\n'), 'XLSX_EXPECTED'],
    ['a PDF', ascii('%PDF-1.7 '), 'XLSX_EXPECTED'],
    ['an XLS under the name of an XLSX', compound('Workbook'), 'XLS_OLD_FORMAT'],
    ['a workbook with a password', compound('EncryptedPackage'), 'XLSX_ENCRYPTED'],
    ['half of a workbook', exported.subarray(0, 2000), 'FILE_DAMAGED'],
  ])('%s is refused with its reason', async (_, bytes, code) => {
    const faults = await refused(bytes)
    expect(faults.map((one) => one.code)).toEqual([code])
    for (const one of faults) worded(one)
  })

  it('without its hidden sheet of ids is refused', async () => {
    const faults = await refused(await resaved((sheets) => sheets.filter(({ name }) => name !== '_ids')))
    expect(faults).toMatchObject([{ code: 'WORKBOOK_NOT_OURS' }])
    expect(faults.map((one) => faultLine(one, 'zh-CN')).join('')).toContain('_ids')
  })

  it('with sheets renamed names each of them, all at once', async () => {
    const faults = await refused(
      await resaved((sheets) =>
        sheets.map((one) => (['指标树', '取值规则'].includes(one.name) ? { ...one, name: `${one.name}（改）` } : one)),
      ),
    )
    expect(faults.map(({ code, params }) => [code, params['sheet']])).toEqual([
      ['WORKBOOK_SHEET_MISSING', '指标树'],
      ['WORKBOOK_SHEET_MISSING', '取值规则'],
    ])
    for (const one of faults) worded(one)
  })

  it('with the hidden row of keys deleted still knows columns by their titles, or names those it misses', async () => {
    const faults = await refused(
      await resaved((sheets) =>
        sheets.map((one) => (one.name === '取值规则' ? { ...one, rows: one.rows.map((row) => row.slice(2)) } : one)),
      ),
    )
    expect(faults).toMatchObject([{ code: 'WORKBOOK_COLUMN_MISSING', at: { sheet: '取值规则' } }])
  })
})

describe('a workbook that was worked on', () => {
  it('takes its rows in any order where order means nothing', async () => {
    const bytes = await resaved((sheets) =>
      sheets.map((one) =>
        ['取值规则', '翻译', '用例'].includes(one.name)
          ? { ...one, rows: [...one.rows.slice(0, 2), ...one.rows.slice(2).toReversed()] }
          : one,
      ),
    )
    const draft = await read(bytes)
    const before = documentOf(plugin, besideOf(plugin))
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest).toEqual(before.manifest)
    const { cases } = before.cases as { readonly cases: readonly unknown[] }
    expect(draft.document.cases).toEqual({ ...before.cases, cases: cases.toReversed() })
  })

  it('tells every merged range and every cell that is no number, all at once', async () => {
    const bytes = await resaved((sheets) => {
      const merged = placeIn(sheets, '指标树', ['node:hc-imaging', 'weight'])
      merged.sheet.merges = [
        { startRow: merged.row, endRow: merged.row + 2, startCol: merged.at, endCol: merged.at },
        { startRow: 0, endRow: 0, startCol: 1, endCol: 2 },
      ]
      const put = (id: string, column: string, value: CellValue): void => {
        const { sheet, row, at } = placeIn(sheets, '取值规则', [id, column])
        const cells = sheet.rows[row]
        if (cells) cells[at] = value
      }
      put('node:imaging-ai-share', 'best', '约七成')
      put('node:cdss-coverage', 'worst', new Date('2025-06-01'))
      put('node:cdss-adoption', 'best', '９０％')
      return sheets
    })
    const { faults, plugin: none } = await read(bytes)
    expect(none).toBeNull()
    expect(faults.filter(({ code }) => code === 'WORKBOOK_MERGED')).toHaveLength(1)
    const numbers = faults.filter(({ code }) => code === 'WORKBOOK_NUMBER')
    expect(numbers.map(({ params }) => params['text'])).toEqual(
      expect.arrayContaining(['约七成', expect.stringMatching(/^2025-0[56]/)]),
    )
    expect(numbers).toHaveLength(2)
    for (const one of faults) worded(one)
  })

  it('takes the result of a formula, and tells one whose result was not saved', async () => {
    const withFormula = async (result: number | null): Promise<Draft> => {
      const { sheets } = await readXlsx(exported)
      const open: OpenSheet[] = sheets.map(({ name, rows }) => ({ name, rows }))
      const { sheet, row, at } = placeIn(open, '取值规则', ['node:imaging-ai-share', 'best'])
      sheet.cells = new Map([
        [`${row},${at}`, { value: null, type: 'formula', formula: '30+45', formulaResult: result }],
      ])
      return read(new Uint8Array(await writeXlsx({ sheets: open })))
    }
    const taken = await withFormula(75)
    expect(taken.faults).toEqual([])
    const told = await withFormula(null)
    expect(told.faults).toMatchObject([{ code: 'WORKBOOK_CELL_ERROR', at: { sheet: '取值规则' } }])
    for (const one of told.faults) worded(one)
  })

  it('reads full-width digits and percentages as a person means them', async () => {
    const book = await edit(exported)
    book.set('取值规则', 'node:imaging-ai-share', { best: '７０．０' })
    book.set('指标树', 'node:imaging-ai-share', { weight: '５０％' })
    const draft = await read(await book.save())
    expect(draft.faults).toEqual([])
    expect(draft.document.manifest).toEqual(documentOf(plugin).manifest)
  })
})
