import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { manifestJsonSchema, parseManifest } from '../src/index.ts'

const file = new URL('../schema/plugin.schema.json', import.meta.url)

describe('JSON Schema for editors', () => {
  it('is the one that the manifest schema gives; if not, run scripts/schema.ts', () => {
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(manifestJsonSchema())))
  })

  it('asks for what has no default and refuses unknown keys', () => {
    expect(manifestJsonSchema()).toMatchObject({
      additionalProperties: false,
      required: [
        'apiVersion',
        'kind',
        'id',
        'version',
        'kernel',
        'semantics',
        'publisher',
        'status',
        'title',
        'unitOfAssessment',
        'tree',
      ],
    })
  })
})

const LEAST = {
  apiVersion: 'plumbline/v1',
  kind: 'IndicatorPlugin',
  id: 'least',
  version: '0.1.0',
  kernel: '*',
  semantics: 1,
  publisher: 'test',
  status: 'draft',
  title: { zh: '最小', en: 'Least' },
  unitOfAssessment: { kind: 'unit', zh: '对象', en: 'unit', periodMonths: 12 },
  tree: {
    id: 'root',
    zh: '总',
    en: 'All',
    children: [
      {
        id: 'one',
        zh: '一',
        en: 'One',
        type: 'number',
        unit: { zh: '个', en: 'items' },
        direction: 'positive',
        weight: 1,
        normalise: { method: 'goalposts', worst: 0, best: 10 },
        calc: { zh: '计数', en: 'count' },
        source: 'self',
        evidence: ['paper'],
      },
    ],
  },
}

describe('manifest', () => {
  it('fills in the defaults that the documentation names', () => {
    const { manifest } = parseManifest(LEAST)
    expect(manifest).toMatchObject({
      role: 'standard',
      example: false,
      display: { digits: 2, full: 100 },
      uses: {},
      groups: [],
      gates: [],
      grades: [],
    })
    expect(manifest?.tree.aggregate).toEqual({ method: 'arithmetic' })
    expect(manifest?.tree.children[0]).toMatchObject({ basic: false })
  })

  it.each([
    ['goalposts-log without offset', { method: 'goalposts-log', worst: 1, best: 10 }, true],
    ['band', { method: 'band', low: 0, ideal: [1, 2], high: 3 }, true],
    [
      'percentile with fallback',
      { method: 'percentile', minGroup: 20, fallback: { method: 'goalposts', worst: 0, best: 1 } },
      true,
    ],
    [
      'percentile with another fallback',
      { method: 'percentile', minGroup: 20, fallback: { method: 'band', low: 0, ideal: [1, 2], high: 3 } },
      false,
    ],
    ['infinite goalpost', { method: 'goalposts', worst: 0, best: Infinity }, false],
    ['unknown method', { method: 'min-maxx' }, false],
    ['min-max', { method: 'min-max' }, true],
    ['efficacy coefficient', { method: 'efficacy', satisfactory: 9, unacceptable: 1 }, true],
    ['distance to a unit', { method: 'distance-to-reference', reference: 'average' }, true],
    ['frozen values', { method: 'rank', sample: { values: [1, 2] } }, true],
    ['half of the frozen statistics', { method: 'min-max', sample: { minimum: 1, maximum: 2 } }, false],
    ['key of another method', { method: 'goalposts', worst: 0, best: 1, offset: 1 }, false],
  ])('normalise: %s', (_, normalise, accepted) => {
    const [leaf] = LEAST.tree.children
    const { manifest } = parseManifest({ ...LEAST, tree: { ...LEAST.tree, children: [{ ...leaf, normalise }] } })
    expect(manifest !== null).toBe(accepted)
  })

  it('aggregates: fills in what custom gives', () => {
    const of = (aggregate: object) =>
      parseManifest({ ...LEAST, tree: { ...LEAST.tree, aggregate } }).manifest?.tree.aggregate
    expect(of({ method: 'topsis' })).toEqual({
      method: 'topsis',
      within: 'period',
      scaling: 'vector',
      distance: 'euclidean',
    })
    expect(of({ method: 'vikor', within: 'group' })).toEqual({ method: 'vikor', within: 'group', v: 0.5 })
    expect(of({ method: 'promethee' })).toEqual({
      method: 'promethee',
      within: 'period',
      preference: { shape: 'usual' },
    })
    expect(of({ method: 'grey-relation', rho: 0.3 })).toEqual({ method: 'grey-relation', within: 'period', rho: 0.3 })
    expect(of({ method: 'mazziotta-pareto' })).toEqual({ method: 'mazziotta-pareto', variant: 'adjusted' })
    expect(of({ method: 'choquet', interactions: [{ between: ['one', 'two'], value: 0.1 }] })).toBeDefined()
    expect(of({ method: 'choquet', interactions: [{ between: ['one'], value: 0.1 }] })).toBeUndefined()
    expect(of({ method: 'promethee', preference: { shape: 'v-shape', q: 1 } })).toBeUndefined()
    expect(of({ method: 'copeland', within: 'sector' })).toBeUndefined()
  })

  it.each([
    ['geometric', true],
    ['staircase', false],
  ])('aggregate %s without further settings: %s', (method, accepted) => {
    const { manifest } = parseManifest({ ...LEAST, tree: { ...LEAST.tree, aggregate: { method } } })
    expect(manifest !== null).toBe(accepted)
  })
})
