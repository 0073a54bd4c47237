/**
 * Every key that the manifest's JSON Schema knows survives the way through a workbook: a manifest is made for each branch
 * of the schema mechanically, so that a key added later is tried without a change here.
 */
import { encodeStandard } from '../src/tables.ts'
import { manifestJsonSchema } from '@plumbline/plugin-api'
import { workbookTexts } from '@plumbline/i18n'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeStandard } from '../src/decode.ts'
import { readWorkbookFile } from '../src/file/read.ts'
import { writeWorkbook } from '../src/file/write.ts'
import type { Json, JsonObject } from '../src/json.ts'
import type { Terms } from '../src/names-of.ts'
import { TRANSLATION_COLUMNS } from '../src/sheets/translations.ts'
import { SHEETS } from '../src/table.ts'
import { dataOf, keysOf } from './schema-data.ts'

const schema = manifestJsonSchema() as JsonObject

/** Through the file and back, without the checks of the host. */
async function through(manifest: JsonObject): Promise<Json> {
  const texts = workbookTexts['zh-CN']
  const { tables, translations } = encodeStandard(
    { manifest, cases: null, changelog: '' },
    { terms: termsIn(manifest), texts, items: { facts: [], values: [], expected: [] } },
  )
  const rows = translations.map(({ key, zh, en }) => ({ id: key, cells: { chinese: zh, english: en } }))
  const all = { ...tables, translations: { key: 'translations' as const, columns: TRANSLATION_COLUMNS, rows } }
  const bytes = await writeWorkbook({
    tables: SHEETS.map((key) => all[key]),
    texts,
    lists: new Map(),
    live: new Map(),
    hidden: [['head', 'schema', '1']],
  })
  const decoded = decodeStandard(await readWorkbookFile(bytes))
  expect(decoded.faults).toEqual([])
  return decoded.document.manifest
}

const said = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** The manifest's own vocabularies, as the catalogue would give them. */
function termsIn(manifest: JsonObject): Terms {
  const pairs = (key: string): Terms['nodes'] =>
    (Array.isArray(manifest[key]) ? (manifest[key] as JsonObject[]) : []).map(({ id, zh }) => [said(id), said(zh)])
  const nodes = (node: JsonObject): Terms['nodes'] => [
    [said(node['id']), said(node['zh'] ?? node['id'])],
    ...(Array.isArray(node['children']) ? (node['children'] as JsonObject[]) : []).flatMap(nodes),
  ]
  return {
    sources: pairs('sources'),
    evidenceKinds: pairs('evidenceKinds'),
    ladders: pairs('ladders'),
    grades: pairs('grades'),
    groups: pairs('groups'),
    facts: pairs('facts'),
    nodes: nodes(manifest['tree'] as JsonObject),
  }
}

const known = keysOf(schema)

describe('a manifest by the schema', () => {
  it('has the keys that this test was written for, and more', () => {
    expect(known.size).toBeGreaterThan(80)
    for (const key of [
      'notApplicableWhen',
      'minCoverage',
      'ratersMin',
      'lookbackMonths',
      'normativeReferences',
      'modelledOn',
    ])
      expect([...known]).toContain(key)
  })

  it('comes back whatever it holds, and every key of the schema has been in one', async () => {
    const met = new Set<string>()
    await fc.assert(
      fc.asyncProperty(dataOf(schema), async (data) => {
        const manifest = distinct(data as JsonObject)
        for (const key of keysIn(manifest)) met.add(key)
        expect(await through(manifest)).toEqual(manifest)
      }),
      { numRuns: 60, seed: 20_261_126, endOnFailure: true },
    )
    // Keys deep in rare branches: data are drawn until each has been in one.
    for (const data of fc.sample(dataOf(schema), { numRuns: 3000, seed: 4 })) {
      const manifest = distinct(data as JsonObject)
      const keys = [...keysIn(manifest)]
      if (keys.every((key) => met.has(key))) continue
      expect(await through(manifest)).toEqual(manifest)
      for (const key of keys) met.add(key)
    }
    expect([...known].filter((key) => !met.has(key))).toEqual([])
  }, 120_000)
})

/** Ids apart, as the host demands; a workbook knows rows by them. */
function distinct(manifest: JsonObject): JsonObject {
  let count = 0
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((one: Json) => walk(one))
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(value as JsonObject).map(([key, one]) =>
      key === 'id' && typeof one === 'string'
        ? ([key, `${one.slice(0, 12)}-${count++}`] as const)
        : ([key, walk(one)] as const),
    )
    return Object.fromEntries(entries)
  }
  return walk(manifest) as JsonObject
}

function* keysIn(value: Json): Generator<string> {
  if (Array.isArray(value)) for (const one of value as readonly Json[]) yield* keysIn(one)
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value as JsonObject)) {
      yield key
      yield* keysIn(one)
    }
}
