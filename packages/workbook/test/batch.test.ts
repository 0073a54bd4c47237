/** Scores that depend on other units, as LibreOffice computes them from the steps of the batch, against the kernel. */
import { readFileSync } from 'node:fs'
import { readSheets, cellText } from '@plumbline/intake'
import { NodeState, score } from '@plumbline/kernel'
import { loadBundle } from '@plumbline/plugin-host'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook, type Json } from '../src/index.ts'
import { batchOf, compareBatch } from './batch-check.ts'
import { batchFixtures, type BatchFixture } from './batches.ts'
import { retyped } from './edit.ts'
import { hasLibreOffice, resaved } from './libreoffice.ts'
import { pluginNamed } from './plugins.ts'

const FIXTURES = batchFixtures(0)
const saved = ({ name }: BatchFixture): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`fixtures/libreoffice/batch-${name}.xlsx`, import.meta.url)))
/** The workbooks have some ten thousand formulas. */
const PATIENCE = 60_000
const exported = ({ plugin, cases, trial }: BatchFixture): Promise<Uint8Array> =>
  exportWorkbook(plugin, { cases: cases as unknown as Json, trial })

describe('the steps of a batch, computed by LibreOffice', () => {
  it.each(FIXTURES.map((fixture) => [fixture.name, fixture] as const))(
    'give every score of the kernel: %s',
    async (_, fixture) => {
      const { compared, apart } = await compareBatch(fixture, saved(fixture))
      expect(apart).toEqual([])
      expect(compared).toBeGreaterThan(30)
    },
    PATIENCE,
  )

  it('meet units that are alone, gaps, cells that do not apply and units that are screened out', () => {
    const results = [...FIXTURES, ...batchFixtures(1)].map((fixture) => score(fixture.plugin.plan, batchOf(fixture)))
    const states = new Set(results.flatMap(({ nodes }) => nodes.flatMap(({ state }) => [...state])))
    for (const state of [
      NodeState.alone,
      NodeState.excluded,
      NodeState.zeroed,
      NodeState.notApplicable,
      NodeState.screened,
      NodeState.belowCoverage,
    ])
      expect(states).toContain(state)
    expect(results.some(({ prepared }) => (prepared?.droppedUnits.size ?? 0) > 0)).toBe(true)
  })

  it('are those of today: computed anew', async () => {
    if (!hasLibreOffice()) {
      console.info('LibreOffice (soffice) is not installed: only the workbooks that it saved before were compared.')
      return
    }
    for (const fixture of batchFixtures(1)) {
      const { apart } = await compareBatch(fixture, await resaved(await exported(fixture)))
      expect(apart, fixture.name).toEqual([])
    }
  }, 300_000)

  it('follow a value that is typed, and a case that is taken away', async () => {
    if (!hasLibreOffice()) return
    const [fixture] = FIXTURES
    if (!fixture) throw new Error('no fixture')
    const [first, gone, ...others] = fixture.cases.cases
    if (!first || !gone) throw new Error('no cases')
    const values = { ...first.values, 'copeland-a': 3, 'vikor-b': 99 }
    const changed: BatchFixture = {
      ...fixture,
      cases: { synthetic: true, cases: [{ ...first, values }, ...others] },
      trial: { ...fixture.trial, values: { ...first.facts, ...values } },
    }
    const bytes = await retyped(await exported(fixture), [
      ['指标树', 'node:copeland-a', 'trial', 3],
      ['指标树', 'node:vikor-b', 'trial', 99],
      ['用例', 'case:#1', 'deleted', '删除'],
    ])
    const { apart, compared } = await compareBatch(changed, await resaved(bytes), (row) => `@peer:${row + 1}`)
    expect(apart).toEqual([])
    expect(compared).toBeGreaterThan(500)
  }, 120_000)
})

describe('a workbook with a batch', () => {
  it.each(['zh-CN', 'en'] as const)(
    'comes back as the standard that it was (%s)',
    async (language) => {
      for (const { plugin, cases, trial } of FIXTURES) {
        const beside = { cases: cases as unknown as Json }
        const draft = await importWorkbook(await exportWorkbook(plugin, { ...beside, language, trial }), {
          available: [],
        })
        expect(draft.faults).toEqual([])
        expect(draft.document).toEqual(documentOf(plugin, beside))
      }
    },
    PATIENCE,
  )

  it('is written for a standard with a percentile, and not where every score stands alone', async () => {
    const names = async (id: string): Promise<readonly string[]> =>
      (await readSheets(await exportWorkbook(pluginNamed(id)))).map(({ name }) => name)
    expect(await names('smart-retail')).toContain('同批对象')
    expect(await names('smart-healthcare')).not.toContain('同批对象')
  })

  it(
    'comes back after LibreOffice has saved it',
    async () => {
      for (const fixture of FIXTURES) {
        const draft = await importWorkbook(saved(fixture), { available: [] })
        expect(draft.faults).toEqual([])
        const { manifest, cases } = documentOf(fixture.plugin, { cases: fixture.cases as unknown as Json })
        expect(draft.document).toMatchObject({ manifest, cases })
      }
    },
    PATIENCE,
  )
})

describe('what no sheet works out', () => {
  const model = FIXTURES.find(({ name }) => name === 'prepared')
  const manifest = (pipeline: Json): string => {
    const { manifest: own } = documentOf(model?.plugin ?? pluginNamed('ai-core'))
    return JSON.stringify({ ...own, pipeline })
  }

  it.each([
    ['em', [{ method: 'em' }], '最大期望法', 'expectation maximisation'],
    ['neighbours', [{ method: 'neighbours', k: 2 }], '最相近', 'nearest units'],
    ['carry-forward', [{ method: 'carry-forward' }], '其他期', 'other periods'],
  ] as const)('says so, with the reason in a note: %s', async (_, impute, zh, en) => {
    const plugin = loadBundle({ files: { 'plugin.yaml': manifest({ impute }) } }, [])
    for (const [language, tree, word, reason] of [
      ['zh-CN', '指标树', '由准绳计算', zh],
      ['en', 'Tree', 'by Plumbline', en],
    ] as const) {
      const workbook = await readXlsx(await exportWorkbook(plugin, { language }))
      const sheet = workbook.sheets.find(({ name }) => name === tree)
      const keys = (sheet?.rows[1] ?? []).map(String)
      const row = (sheet?.rows ?? []).findIndex((cells) => cells[0] === 'node:clamped')
      const cell = sheet?.cells?.get(`${row},${keys.indexOf('score')}`)
      expect(cell?.formula).toBe(`"${word}"`)
      expect(cell?.comment?.text).toContain(reason)
      const root = sheet?.rows.findIndex((cells) => cells[0] === 'node:root') ?? -1
      expect(sheet?.cells?.get(`${root},${keys.indexOf('score')}`)?.formula).toBe(`"${word}"`)
    }
  })

  it('leaves status and grade to Plumbline too', async () => {
    if (!hasLibreOffice()) return
    const plugin = loadBundle({ files: { 'plugin.yaml': manifest({ impute: [{ method: 'em' }] }) } }, [])
    const bytes = await resaved(await exportWorkbook(plugin))
    const rows = (await readSheets(bytes)).find(({ name }) => name === '等级与门槛')?.rows ?? new Map<number, []>()
    const at = (rows.get(2) ?? []).map(cellText).indexOf('result')
    const said = [...rows.values()].filter((cells) => cellText(cells[0]).startsWith('@'))
    expect(said.map((cells) => cellText(cells[at]))).toEqual(['由准绳计算', '由准绳计算', '由准绳计算'])
  }, 60_000)
})
