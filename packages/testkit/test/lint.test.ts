import { describeFault } from '@plumbline/i18n'
import type { Dataset } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { lint, parseCases, ruleOf } from '../src/index.ts'
import { standard, supplied } from './plugins.ts'
import { SMALL } from './small.ts'

/** Cases that reach every grade and fire every gate of the small standard. */
const CASES = `synthetic: true
cases:
  - { id: a, unit: a, period: '2025', facts: { accidents: 0 }, values: { uptime: 100, waiting: 0, plan: 2, audit: true }, expected: {} }
  - { id: b, unit: b, period: '2025', facts: { accidents: 0 }, values: { uptime: 94, waiting: 0, plan: 2, audit: true }, expected: {} }
  - { id: c, unit: c, period: '2025', facts: { accidents: 0 }, values: { uptime: 95, waiting: 10, plan: 1, audit: true }, expected: {} }
  - { id: d, unit: d, period: '2025', facts: { accidents: 0 }, values: { uptime: 91, waiting: 28, plan: 1, audit: false }, expected: {} }
  - { id: e, unit: e, period: '2025', facts: { accidents: 5 }, values: { uptime: 91, waiting: 28, plan: 1, audit: false }, expected: {} }
`
const cases = parseCases(CASES, 'small/cases.yaml')

const look = (manifest: string, data?: Dataset) =>
  lint({ plugin: standard(manifest), cases, name: 'small', ...(data && { data }) })

/** Rules that warn, with the item, beyond those that warn about the small standard as it is. */
function warned(manifest: string, data?: Dataset): readonly string[] {
  expect(manifest === SMALL && !data).toBe(false)
  const usual = new Set(look(SMALL).warnings.map((one) => `${ruleOf(one)} ${one.at.id}`))
  return look(manifest, data)
    .warnings.map((one) => `${ruleOf(one)} ${one.at.id}`)
    .filter((one) => !usual.has(one))
}

const edit = (from: string | RegExp, to: string): string => {
  const text = SMALL.replace(from, to)
  expect(text).not.toBe(SMALL)
  return text
}

/** Real rows: values by indicator, one unit a row. */
const rows = (columns: Readonly<Record<string, readonly number[]>>): Dataset => {
  const size = Object.values(columns)[0]?.length ?? 0
  return {
    size,
    units: Array.from({ length: size }, (_, row) => `u${row}`),
    periods: Array.from({ length: size }, () => '2025'),
    groups: Array.from({ length: size }, () => null),
    columns: new Map(
      Object.entries(columns).map(([id, values]) => [
        id,
        { values: Float64Array.from(values), blanks: new Uint8Array(size) },
      ]),
    ),
  }
}
const spread = Array.from({ length: 20 }, (_, row) => row)

describe('the linter', () => {
  it('warns about a not-applicable without a rule in the small standard, and nothing else', () => {
    expect(look(SMALL).warnings.map((one) => `${ruleOf(one)} ${one.at.id} ${one.at.line}`)).toEqual([
      'not-applicable-pays uptime 25',
      'not-applicable-pays plan 55',
      'not-applicable-pays audit 67',
    ])
  })

  it.each([
    ['translation-same', 'uptime', edit('en: Uptime', 'en: 可用率')],
    ['translation-chinese-left', 'uptime', edit('en: Share of time available', 'en: Share of 时间')],
    ['translation-no-chinese', 'waiting', edit('zh: 等待时间', 'zh: Waiting times')],
    [
      'no-source',
      'uptime',
      edit('{ id: self, zh: 自报, en: Self-reported }', '{ id: self, zh: 待定, en: To be determined }'),
    ],
    [
      'no-evidence',
      'uptime',
      edit('{ id: log, zh: 记录, en: Record, form: file }', '{ id: log, zh: 待补, en: TBD, form: file }'),
    ],
    [
      'weight-zero',
      'waiting',
      edit(/weight: 0.5\n {10}basic: true([\s\S]*?)weight: 0.5/, 'weight: 1\n          basic: true$1weight: 0'),
    ],
    ['gate-polarity', 'cap-uptime', edit("leaf: uptime, op: '<'", "leaf: uptime, op: '>'")],
    ['cliff', 'waiting', edit('[[0, 100], [10, 60], [30, 0]]', '[[0, 100], [10, 95], [10.01, 5], [30, 0]]')],
    ['rule-flat', 'audit', edit('whenTrue: 100, whenFalse: 20', 'whenTrue: 20, whenFalse: 20')],
    ['gate-never-fired', 'veto-accidents', edit("op: '>=', value: 3", "op: '>=', value: 9")],
    ['grade-unprotected', 'C', edit('min: 50', 'min: 69')],
  ])('warns of %s', (rule, id, manifest) => {
    expect(warned(manifest)).toContain(`${rule} ${id}`)
  })

  it('looks at real rows for correlation, scales that hold too many, caps that hit too many, and constants', () => {
    const twins = rows({
      uptime: spread.map((row) => 90 + row / 2),
      waiting: spread.map((row) => 30 - 1.5 * row),
      plan: spread.map((row) => row % 3),
      audit: spread.map(() => 1),
    })
    expect(warned(SMALL, twins)).toEqual(expect.arrayContaining(['correlated uptime', 'constant audit']))
    const held = rows({
      uptime: spread.map(() => 80),
      waiting: spread,
      plan: spread.map((row) => row % 3),
      audit: spread.map((row) => row % 2),
    })
    expect(warned(SMALL, held)).toEqual(expect.arrayContaining(['held-many uptime', 'cap-hits-many cap-uptime']))
  })

  it('compares promised with effective weights: a part that does not vary decides nothing', () => {
    const alike = rows({
      uptime: spread.map((row) => 90 + ((row * 7) % 20) / 2),
      waiting: spread.map((row) => (row * 11) % 30),
      plan: spread.map((row) => row % 3),
      audit: spread.map(() => 1),
    })
    const found = look(SMALL, alike).warnings.find((one) => ruleOf(one) === 'weight-silent' && one.at.id === 'audit')
    expect(found).toMatchObject({ params: { nominal: '30.0%', effective: '0.0%' } })
  })

  it('says that there are no cases', () => {
    const { warnings } = lint({ plugin: standard(SMALL), cases: { ...cases, cases: [] }, name: 'small' })
    expect(warnings.map(ruleOf)).toContain('no-cases')
  })

  it('keeps what the manifest waives apart, with the reason, and warns of a waiver that waives nothing', () => {
    const waived = `${SMALL}waive:\n  - { rule: not-applicable-pays, items: [uptime, plan], reason: 由评审人核定 }\n  - { rule: cliff, reason: none }\n`
    const report = look(waived)
    expect(report.waived.map(({ warning, reason }) => [warning.at.id, reason])).toEqual([
      ['uptime', '由评审人核定'],
      ['plan', '由评审人核定'],
    ])
    expect(report.warnings.map(ruleOf)).toEqual(['not-applicable-pays', 'waiver-unused'])
    const [, unused] = report.warnings
    expect(unused && describeFault(unused, 'en').what).toBe('The waiver of “cliff” waives nothing.')
  })

  it('says nothing about what a mounted core defines', () => {
    const { warnings } = lint({ plugin: supplied('smart-retail'), cases, name: 'x' })
    const core = new Set(supplied('ai-core').catalogue.nodes.map(({ id }) => id))
    expect(warnings.filter(({ at }) => core.has(at.id ?? ''))).toEqual([])
  })
})
