import { FaultError, score, type Fault } from '@plumbline/kernel'
import { bundle, edited, lineOf } from '@plumbline/plugin-host/testing'
import { describe, expect, it } from 'vitest'
import { loadBundle } from '../src/index.ts'
import { CORE, STANDARD } from './manifests.ts'

const core = loadBundle(bundle(CORE), [])
const load = (text: string) => loadBundle(bundle(text), [core], { name: 'plugins/small' })

function faultsOf(text: string): readonly Fault[] {
  try {
    load(text)
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}
const told = (faults: readonly Fault[]) => faults.map(({ at, code }) => [at.line, code])

const FACTS = `facts:
  - { id: people, type: number, zh: 人口, en: People, unit: { zh: 万人, en: 10 000 people } }`

const PIPELINE = `pipeline:
  screen: { units: { available: 0.6 }, indicators: { available: 0.5 } }
  impute: [{ method: carry-forward, most: 2 }, { method: group-median }]
  treat: { skewness: 2 }
  reference: { period: '2024', group: 甲组 }
tree:
  id: root`

const LEAF = 'normalise: { method: goalposts, worst: 0, best: 100 }\n      calc: { zh: 甲 ÷ 乙, en: a ÷ b }'
const leafWith = (normalise: string, more = '') =>
  `normalise: ${normalise}\n      calc: { zh: 甲 ÷ 乙, en: a ÷ b }${more && `\n      ${more}`}`

const withPipeline = (changes: Readonly<Record<string, string>> = {}) =>
  edited(edited(STANDARD, { 'tree:\n  id: root': PIPELINE, 'facts:': FACTS }), changes)

describe('a pipeline in a manifest', () => {
  it('becomes ids and numbers, defaults filled in', () => {
    const text = withPipeline({
      [LEAF]: leafWith(
        '{ method: z-score }',
        'pipeline: { impute: none, denominate: { by: people, measure: { zh: 万人, en: 10 000 people }, unit: { zh: 件每万人, en: items per 10 000 people } } }',
      ),
    })
    const { catalogue } = load(text)
    expect(catalogue.framework.pipeline).toEqual({
      screen: { units: { available: 0.6 }, indicators: { available: 0.5 } },
      impute: [{ method: 'carry-forward', ends: 'leave', most: 2 }, { method: 'group-median' }],
      treat: { skewness: 2 },
      reference: { period: '2024', group: '甲组' },
    })
    expect(catalogue.framework.root.children[1]).toMatchObject({
      id: 'coverage',
      normalise: { method: 'z-score', mean: 50, deviation: 10 },
      pipeline: { impute: 'none', denominate: { by: 'people', per: 1 } },
    })
    expect(catalogue.nodes.find(({ id }) => id === 'coverage')).toMatchObject({
      denominatedUnit: { zh: '件每万人', en: 'items per 10 000 people' },
    })
    expect(catalogue.facts.find(({ id }) => id === 'people')?.unitOfMeasure).toEqual({
      zh: '万人',
      en: '10 000 people',
    })
  })

  it('does nothing to a tree that is mounted, unless its own standard does', () => {
    const { catalogue } = load(withPipeline())
    expect(catalogue.framework.root.children[0]?.pipeline).toEqual({
      denominate: 'none',
      impute: 'none',
      treat: 'none',
      reference: 'none',
      screen: 'keep',
    })
    const plain = load(STANDARD)
    expect(plain.catalogue.framework.root.children[0]).not.toHaveProperty('pipeline')
    expect(plain.catalogue.framework).not.toHaveProperty('pipeline')
    const prepared = loadBundle(
      bundle(edited(CORE, { 'tree:\n': 'pipeline: { impute: { method: mean } }\ntree:\n' })),
      [],
    )
    const mounting = loadBundle(bundle(STANDARD), [prepared])
    expect(mounting.catalogue.framework.root.children[0]?.pipeline).toBeUndefined()
    const both = loadBundle(bundle(withPipeline()), [prepared])
    expect(both.catalogue.framework.root.children[0]?.pipeline).toMatchObject({
      impute: [{ method: 'mean' }],
      treat: 'none',
    })
  })

  it('scores', () => {
    const { plan } = load(edited(STANDARD, { [LEAF]: leafWith('{ method: min-max }') }))
    const values = (...numbers: readonly number[]) => ({
      values: Float64Array.from(numbers),
      blanks: new Uint8Array(numbers.length),
    })
    const result = score(plan, {
      size: 2,
      units: ['u', 'v'],
      periods: ['2025', '2025'],
      groups: [null, null],
      columns: new Map([
        ['readiness', values(2, 2)],
        ['intensity', values(50, 50)],
        ['coverage', values(3, 9)],
      ]),
    })
    expect([...result.score]).toEqual([50, 100])
  })

  it('tells every fault at its line', () => {
    const broken = withPipeline({
      'available: 0.6': 'available: 60',
      'method: group-median': 'method: group-medain',
      'skewness: 2': 'skewnes: 2',
      'group: 甲组 }': 'group: 乙组 }',
      [LEAF]: leafWith(
        '{ method: rank, sample: { count: 3, minimum: 1, maximum: 3, mean: 2, deviation: 1 } }',
        'pipeline: { denominate: { by: people, measure: { zh: 人, en: people } } }',
      ),
    })
    expect(told(faultsOf(broken))).toEqual([
      [lineOf(broken, 'available: 60'), 'MANIFEST_TOO_BIG'],
      [lineOf(broken, 'group-medain'), 'MANIFEST_VALUE'],
      [lineOf(broken, 'skewnes:'), 'MANIFEST_KEY_MISSPELT'],
      [lineOf(broken, '乙组'), 'PLUGIN_GROUP_UNKNOWN'],
      [lineOf(broken, 'sample:'), 'PIPELINE_FROZEN_NEEDS_VALUES'],
      [lineOf(broken, 'sample:'), 'PIPELINE_FROZEN_TREATED'],
      [lineOf(broken, 'measure: { zh: 人,'), 'DENOMINATOR_MEASURE'],
    ])
  })

  it.each([
    ['an unknown denominator', 'denominate: { by: peple, measure: { zh: 人, en: people } }', 'PIPELINE_UNKNOWN_FACT'],
    ['a yes/no denominator', 'denominate: { by: accident, measure: { zh: 人, en: people } }', 'PIPELINE_UNKNOWN_FACT'],
    [
      'a denominator without unit of measure',
      'denominate: { by: fraud, measure: { zh: 次, en: times } }',
      'PLUGIN_DENOMINATOR_UNIT_MISSING',
    ],
    ['a pillar that is nowhere', 'impute: { method: row-mean, pillars: [roof] }', 'PIPELINE_UNKNOWN_PILLAR'],
    ['a treatment both ways', 'treat: { keep: last, transforms: [{ kind: clamp, high: 9 }] }', 'PLUGIN_TREAT_BOTH'],
    ['a treatment in any case, with limits', 'treat: { when: always, skewness: 2 }', 'PLUGIN_TREAT_ALWAYS'],
    ['no such word', 'impute: nothing', 'MANIFEST_VALUE'],
  ])('%s', (_, step, code) => {
    const text = withPipeline({ [LEAF]: leafWith('{ method: min-max }', `pipeline: { ${step} }`) })
    expect(told(faultsOf(text))).toEqual([[lineOf(text, `pipeline: { ${step}`), code]])
  })

  it('a step that the normaliser cannot go with is a fault of the indicator that asks for it', () => {
    const text = withPipeline({
      [LEAF]: leafWith('{ method: band, low: 0, ideal: [1, 2], high: 3 }', 'pipeline: { treat: {} }'),
      "type: ratio\n      unit: { zh: '%', en: '%' }\n      direction: positive":
        "type: ratio\n      unit: { zh: '%', en: '%' }\n      direction: target",
    })
    expect(faultsOf(text).map(({ code, at }) => [code, at.id])).toEqual([['PIPELINE_STEP_UNFIT', 'coverage']])
  })
})
