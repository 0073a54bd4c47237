import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { loadPlugins } from '@plumbline/plugin-host'
import { describe, expect, it } from 'vitest'
import { standardDocument, toDocx, toHtml, type Block } from '../src/index.ts'

const { plugins } = await loadPlugins(path.resolve(import.meta.dirname, '../../../plugins'))
const LANGUAGES = ['zh-CN', 'en'] as const

const numbers = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((one) => (one.kind === 'heading' ? [one.number] : one.kind === 'annex' ? [one.letter] : []))

/** The running text of a DOCX, without its marks. */
async function docxText(bytes: Uint8Array): Promise<string> {
  const parts = unzipSync(bytes)
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(['word/document.xml', 'word/styles.xml', '[Content_Types].xml']),
  )
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
}

const htmlText = (html: string): string =>
  html
    .replaceAll(/<style>.*<\/style>/gs, '')
    .replaceAll(/<[^>]+>/g, '\n')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')

describe.each(plugins.map((plugin) => [`${plugin.ref.id} ${plugin.ref.version}`, plugin] as const))(
  '%s',
  (_, { catalogue }) => {
    it.each(LANGUAGES)('says everything of the standard, in both files (%s)', async (language) => {
      const document = standardDocument(catalogue, language)
      const of = ({ zh, en }: { readonly zh: string; readonly en: string }): string => (language === 'en' ? en : zh)
      const said = [
        ...catalogue.nodes.slice(1).map(of),
        ...catalogue.nodes.flatMap((node) =>
          node.kind === 'indicator' ? [of(node.calc), of(node.unitOfMeasure)] : [],
        ),
        ...catalogue.gates.map(of),
        ...catalogue.grades.map(of),
        ...catalogue.facts.map(of),
        ...(catalogue.standard
          ? [of(catalogue.standard.scope), of(catalogue.standard.title), ...catalogue.standard.normativeReferences]
          : []),
      ]
      for (const text of [await docxText(await toDocx(document)), htmlText(toHtml(document, language))]) {
        for (const one of said) expect(text).toContain(one)
        expect(text).not.toMatch(/\{\{|undefined|NaN/)
        if (catalogue.example) expect(text).toContain(language === 'en' ? 'EXAMPLE' : '示例')
      }
    })
  },
)

describe('the outline', () => {
  const healthcare = plugins.find(({ ref }) => ref.id === 'smart-healthcare')
  if (!healthcare) throw new Error('no smart-healthcare')
  const document = standardDocument(healthcare.catalogue, 'zh-CN')

  it('has the clauses of GB/T 1.1 in their order, then the annexes', () => {
    const heads = document.body.flatMap((one) => (one.kind === 'heading' && one.level === 1 ? [one.text] : []))
    expect(heads).toEqual(['范围', '规范性引用文件', '术语和定义', '评价指标体系', '取值规则', '评价结果的形成'])
    expect(numbers(document.body).filter((number) => /^\d+$|附录/.test(number))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
      '附录 A',
      '附录 B',
      '附录 C',
      '附录 D',
    ])
    expect(new Set(numbers(document.body)).size).toBe(numbers(document.body).length)
  })

  it('gives each weight and its share of the whole, which sum to one', () => {
    const table = document.body.find((one) => one.kind === 'table' && one.caption.includes('权重'))
    if (table?.kind !== 'table') throw new Error('no table of weights')
    const rowOf = (name: string) => table.rows.find(([first]) => typeof first === 'string' && first.trim() === name)
    // 0.22 x 0.35 x 0.5 = 0.0385, by hand from the manifest.
    expect(rowOf('AI辅助判读检查占比')?.slice(1)).toEqual(['0.5', '3.85%'])
    expect(rowOf('人工智能赋能共性指标')?.slice(1)).toEqual(['0.35', '35%'])
    const leaves = new Set(healthcare.catalogue.nodes.flatMap((node) => (node.kind === 'indicator' ? [node.zh] : [])))
    const sum = table.rows
      .filter(([first]) => typeof first === 'string' && leaves.has(first.trim()))
      .reduce((total, row) => total + Number.parseFloat(typeof row[2] === 'string' ? row[2] : ''), 0)
    // 40 shares, each rounded to 0.01 %.
    expect(Math.abs(sum - 100)).toBeLessThanOrEqual(40 * 0.005)
  })

  it('covers as many rows with a branch as it has leaves', () => {
    const table = document.body.find((one) => one.kind === 'table')
    if (table?.kind !== 'table') throw new Error('no table')
    expect(table.rows).toHaveLength(healthcare.catalogue.nodes.filter(({ kind }) => kind === 'indicator').length)
    const tops = table.rows.flatMap(([first]) => (typeof first === 'object' && table.head.length === 3 ? [first] : []))
    expect(tops.find(({ text }) => text === '医疗数字底座')).toEqual({ text: '医疗数字底座', rows: 5 })
  })

  it('carries no number and no mark of a published standard on its cover', async () => {
    const text = await docxText(await toDocx(document))
    const cover = text.slice(0, text.indexOf('前言'))
    expect(cover).not.toMatch(/GB\/T|国家标准|T\/[A-Z]|发布$|实施/m)
    expect(cover).toContain('不是已发布的标准')
  })

  it('escapes what HTML would read', () => {
    const tricky = { ...healthcare.catalogue, title: { zh: '<b>&"', en: 'x' }, standard: null }
    expect(toHtml(standardDocument(tricky, 'zh-CN'), 'zh-CN')).toContain('<h1>&lt;b&gt;&amp;&quot;</h1>')
  })
})
