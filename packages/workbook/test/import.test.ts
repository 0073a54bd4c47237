import { faultLine } from '@plumbline/i18n'
import { FaultError } from '@plumbline/kernel'
import { beforeEach, describe, expect, it } from 'vitest'
import { differences, documentOf, exportWorkbook, importWorkbook, isStale, type Draft } from '../src/index.ts'
import { edit, type Editor } from './edit.ts'
import { besideOf, pluginNamed, plugins } from './plugins.ts'

const plugin = pluginNamed('smart-healthcare')
const exported = await exportWorkbook(plugin, besideOf(plugin))
const before = documentOf(plugin, besideOf(plugin))
let book: Editor

beforeEach(async () => {
  book = await edit(exported)
})

const read = async (options: { readonly allowGone?: boolean } = {}): Promise<Draft> =>
  importWorkbook(await book.save(), { available: plugins, ...options })
const codes = ({ faults }: Draft): readonly string[] => faults.map(({ code }) => code)
const changed = (draft: Draft): readonly string[] =>
  differences(before.manifest, draft.document.manifest).map(
    ({ path, kind, before: was, after }) => `${kind} ${path} ${JSON.stringify(was)} ${JSON.stringify(after)}`,
  )

describe('an edited workbook', () => {
  it.each(['shared', 'inline'] as const)('is read from a file with %s strings', async (strings) => {
    const draft = await importWorkbook(await book.save(strings), { available: plugins })
    expect(draft.faults).toEqual([])
    expect(draft.document).toEqual(before)
  })

  it('gives a draft with just what was edited', async () => {
    book.set('指标树', 'node:imaging-ai-share', { weight: 0.6 })
    book.set('指标树', 'node:imaging-ai-sensitivity', { weight: '40%' })
    book.set('取值规则', 'node:imaging-ai-share', { best: 75, basic: '是' })
    book.set('基本信息', 'standard/ics', { name: '35.240.99' })
    const draft = await read()
    expect(draft.faults).toEqual([])
    expect(changed(draft)).toEqual([
      'changed standard/ics "35.240.80" "35.240.99"',
      'changed tree/hc-clinical/hc-imaging/imaging-ai-share/weight 0.5 0.6',
      'changed tree/hc-clinical/hc-imaging/imaging-ai-share/normalise/best 70 75',
      'added tree/hc-clinical/hc-imaging/imaging-ai-share/basic null true',
      'changed tree/hc-clinical/hc-imaging/imaging-ai-sensitivity/weight 0.5 0.4',
    ])
    expect(draft.plugin?.ref.id).toBe('smart-healthcare')
    expect(isStale(draft.base, before.manifest)).toBe(false)
    expect(isStale(draft.base, draft.document.manifest)).toBe(true)
  })

  it('keeps the id and the English of a renamed row', async () => {
    book.set('指标树', 'node:cdss-coverage', { name: '决策支持覆盖率' })
    const draft = await read()
    expect(draft.faults).toEqual([])
    expect(changed(draft)).toEqual([
      'changed tree/hc-clinical/hc-cdss/cdss-coverage/zh "临床决策支持覆盖临床科室比例" "决策支持覆盖率"',
    ])
  })

  it('takes a new indicator, with an id made of its English name', async () => {
    book.add('指标树', { level: 3, name: '随访完成率', type: '比率', weight: '0%' }, 'node:cdss-adoption')
    book.add('取值规则', {
      name: '随访完成率',
      unit: '%',
      direction: '正向',
      method: '标杆值线性',
      worst: '50%',
      best: '100%',
      calc: '完成数 ÷ 应随访数 × 100%',
      source: '系统数据〔system〕',
      evidence: 'system-export',
    })
    book.add('翻译', { chinese: '随访完成率', english: 'Follow-up completion rate' })
    book.add('翻译', { chinese: '完成数 ÷ 应随访数 × 100%', english: 'completed ÷ due × 100%' })
    const draft = await read()
    expect(draft.faults).toEqual([])
    expect(differences(before.manifest, draft.document.manifest)).toMatchObject([
      {
        path: 'tree/hc-clinical/hc-cdss/follow-up-completion-rate',
        kind: 'added',
        after: {
          en: 'Follow-up completion rate',
          unit: { zh: '%', en: '%' },
          weight: 0,
          source: 'system',
          evidence: ['system-export'],
          normalise: { method: 'goalposts', worst: 50, best: 100 },
        },
      },
    ])
  })

  it('reads full-width digits, a percentage as text and a condition by name', async () => {
    book.set('取值规则', 'node:imaging-ai-share', { best: '７５' })
    book.set('指标树', 'node:core', { weight: '35%' })
    const veto = before.manifest['gates'] as readonly {
      readonly id: string
      readonly when: { readonly fact: string }
    }[]
    const gate = veto.find(({ when }) => 'fact' in when)
    const fact = plugin.catalogue.facts.find(({ id }) => id === gate?.when.fact)
    book.set('等级与门槛', `gate:${gate?.id}`, {
      condition: `全部满足（事项 ${fact?.zh} ≥ 2；不满足（得分 core ＜ 50））`,
    })
    const draft = await read()
    expect(draft.faults).toEqual([])
    expect(changed(draft).filter((one) => !one.includes(` gates/${gate?.id}/when/`))).toEqual([
      'changed tree/hc-clinical/hc-imaging/imaging-ai-share/normalise/best 70 75',
    ])
    const gates = draft.document.manifest['gates'] as readonly { readonly id: string; readonly when: unknown }[]
    expect(gates.find(({ id }) => id === gate?.id)?.when).toEqual({
      all: [{ fact: fact?.id, op: '>=', value: 2 }, { not: { node: 'core', op: '<', value: 50 } }],
    })
  })
})

describe('faults', () => {
  it('are all given at once, each at its cell, in both languages', async () => {
    book.set('指标树', 'node:hc-foundation', { weight: '8%' })
    book.set('取值规则', 'node:imaging-ai-share', { best: '七十' })
    book.set('取值规则', 'node:emr-level', { 'pointScore.3': null })
    book.set('取值规则', 'node:cdss-coverage', { basic: '也许', source: 'nobody' })
    book.set('等级与门槛', 'gate:cap-emr', { condition: '电子病历低于四级' })
    book.add('主体', { kind: '同类组', name: '四级医院' })
    book.add('基本信息', { item: '没有这一项', name: 'x' })
    const { faults, plugin: none } = await read()
    expect(none).toBeNull()
    const lines = faults.map((one) => faultLine(one, 'zh-CN'))
    const has = (address: string, words: string): void =>
      expect(
        lines.filter((line) => line.startsWith(address) && line.includes(words)),
        lines.join('\n'),
      ).toHaveLength(1)
    has(book.address('指标树', 'node:root', 'name'), '下级权重合计 95%，应为 100%')
    has(book.address('取值规则', 'node:imaging-ai-share', 'best'), '“七十”不是数')
    has(book.address('取值规则', 'node:emr-level', 'pointScore.3'), '只填了')
    has(book.address('取值规则', 'node:cdss-coverage', 'basic'), '“也许”')
    has(book.address('取值规则', 'node:cdss-coverage', 'source'), 'nobody')
    has(book.address('等级与门槛', 'gate:cap-emr', 'condition'), '读不懂')
    has('主体!', '“四级医院”没有英文')
    has('基本信息!', '没有这一项')
    for (const one of faults)
      expect(faultLine(one, 'en').replaceAll(/“[^”]*”|\([^)]*\)|[^ ]*![A-Z]+\d+/g, '')).toMatch(/[a-z]{3}/)
  })

  it('say that a row is gone, until it is marked or confirmed', async () => {
    book.remove('指标树', 'node:imaging-ai-sensitivity')
    book.remove('取值规则', 'node:imaging-ai-sensitivity')
    book.set('指标树', 'node:imaging-ai-share', { weight: 1 })
    const draft = await read()
    expect(codes(draft)).toEqual(['WORKBOOK_ROW_GONE'])
    expect(draft.plugin).toBeNull()
    expect(draft.faults[0]).toMatchObject({
      severity: 'error',
      params: { name: 'AI辅助检出灵敏度（院内验证）' },
      at: { sheet: '指标树' },
    })
    const confirmed = await read({ allowGone: true })
    expect(confirmed.faults).toMatchObject([{ code: 'WORKBOOK_ROW_GONE', severity: 'warning' }])
    expect(confirmed.plugin).not.toBeNull()
  })

  it('take a row away that is marked as deleted, and its value rule with it', async () => {
    book.set('指标树', 'node:imaging-ai-sensitivity', { deleted: '删除' })
    book.set('指标树', 'node:imaging-ai-share', { weight: 1 })
    const draft = await read()
    expect(draft.faults).toEqual([])
    expect(draft.deleted).toEqual(['AI辅助检出灵敏度（院内验证）'])
    expect(changed(draft)[1]).toMatch(/^removed tree\/hc-clinical\/hc-imaging\/imaging-ai-sensitivity/)
  })

  it('say that a copied row has got an id of its own', async () => {
    book.add(
      '指标树',
      { _id: 'node:hc-imaging', level: 2, name: '影像与检查辅助', type: '分支', weight: 0 },
      'node:imaging-ai-sensitivity',
    )
    book.add('指标树', { level: 3, name: '某指标', type: '数值', weight: 1 }, 'node:imaging-ai-sensitivity')
    const draft = await read()
    expect(codes(draft)).toContain('WORKBOOK_ROW_COPIED')
    expect(codes(draft)).toContain('WORKBOOK_RULE_MISSING')
  })

  it('say where the depth does not fit', async () => {
    book.set('指标树', 'node:emr-level', { level: 5 })
    const draft = await read()
    const [first] = draft.faults
    expect(first).toMatchObject({ code: 'WORKBOOK_LEVEL', params: { level: 5, most: 3 } })
    expect(`${first?.at.sheet}!${first?.at.cell}`).toBe(book.address('指标树', 'node:emr-level', 'level'))
  })

  it.each([
    ['a text file', new TextEncoder().encode('a,b\n1,2\n'), ['XLSX_EXPECTED']],
    ['an empty file', new Uint8Array(), ['WORKBOOK_EMPTY']],
  ])('refuse %s', async (_, bytes, expected) => {
    const error = await importWorkbook(bytes, { available: [] }).catch((one: unknown) => one)
    expect(error).toBeInstanceOf(FaultError)
    expect((error as FaultError).faults.map(({ code }) => code)).toEqual(expected)
  })

  it('refuse a workbook of something else', async () => {
    const { writeXlsx } = await import('hucre/xlsx')
    const other = new Uint8Array(await writeXlsx({ sheets: [{ name: '指标树', rows: [['甲']] }] }))
    await expect(importWorkbook(other, { available: [] })).rejects.toMatchObject({
      faults: [{ code: 'WORKBOOK_NOT_OURS' }],
    })
  })
})
