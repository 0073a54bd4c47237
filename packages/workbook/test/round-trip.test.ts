import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentOf, exportWorkbook, importWorkbook, type Json } from '../src/index.ts'
import { everyMethod } from './fixtures/every-method.ts'
import { besideOf, plugins } from './plugins.ts'

describe.each(plugins.map((plugin) => [`${plugin.ref.id} ${plugin.ref.version}`, plugin] as const))(
  '%s',
  (_, plugin) => {
    const beside = besideOf(plugin)

    it.each(['zh-CN', 'en'] as const)('comes back from its workbook as it was (%s)', async (language) => {
      const bytes = await exportWorkbook(plugin, { ...beside, language })
      const draft = await importWorkbook(bytes, { available: plugins })
      const { manifest, cases, changelog } = documentOf(plugin, beside)
      expect(draft.faults).toEqual([])
      expect(draft.document).toEqual({ manifest, cases, changelog })
      expect(draft.plugin?.catalogue.framework).toEqual(plugin.catalogue.framework)
    })
  },
)

const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined })
const word = fc.constantFrom('甲', '单位 1（虚构）', '2025', '007', '是', '未填', 'N/A', '35%', 'L2', 'a; b', '—')
const figure = fc
  .oneof(fc.integer({ min: -5, max: 200 }), fc.double({ min: -1e6, max: 1e6, noNaN: true }))
  .map((one) => one + 0)
const reading = fc.oneof(
  figure,
  fc.boolean(),
  fc.constant(null),
  fc.constant('N/A' as const),
  fc.array(figure, { maxLength: 4 }),
)
const score = fc.oneof(figure, fc.constant(null))
const map = (keys: readonly string[], value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 4, noNullPrototype: true })
const LEAVES = ['arithmetic-a', 'harmonic-b', 'bonus-c', 'no-such-item']

/** Cases as the file may hold them, those that no column holds included. */
const goldenCase = fc
  .record({
    id: optional(word),
    unit: word,
    period: fc.constantFrom('2025', '2025Q1', '1'),
    asOf: optional(fc.constant('2025-06-30')),
    group: optional(fc.constantFrom('甲', null)),
    tolerance: optional(fc.constant(0.01)),
    facts: optional(map(['incidents', 'listed'], reading)),
    values: optional(map(LEAVES, reading)),
    expected: fc.record({
      composite: optional(score),
      nodes: optional(map(LEAVES, score)),
      interval: optional(fc.constant([1, 2.5])),
      gradeByScore: optional(fc.constantFrom('G1', null)),
      grade: optional(fc.constantFrom('G4', null)),
      status: optional(fc.constantFrom('graded', 'vetoed', 'not-admitted', 'no-result', 'screened-out')),
      gates: optional(fc.array(fc.constantFrom('veto-many', 'cap-any'), { maxLength: 2 })),
      limitedBy: optional(fc.constantFrom('arithmetic-a', null)),
      refused: optional(fc.constant(['LEVEL_UNKNOWN'])),
    }),
  })
  .map((one) => JSON.parse(JSON.stringify(one)) as Json)

it('golden cases come back, whatever they hold', async () => {
  const plugin = await everyMethod()
  await fc.assert(
    fc.asyncProperty(
      fc.array(goldenCase, { maxLength: 5 }),
      fc.constantFrom('zh-CN', 'en'),
      async (cases, language) => {
        const given = { synthetic: true, cases }
        const draft = await importWorkbook(await exportWorkbook(plugin, { cases: given, language }), { available: [] })
        expect(draft.faults).toEqual([])
        expect(draft.document.cases).toEqual(given)
      },
    ),
    { numRuns: 40, seed: 20_261_126, endOnFailure: true },
  )
}, 120_000)
