import type { NormaliseDetail, SampleNormaliseSpec, TracePreparation } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { preparationLines, sampleFormula, screenedUnitLine } from './index.ts'

const NOTHING: TracePreparation = {
  value: 4,
  normalise: { method: 'goalposts', worst: 0, best: 10 },
  screened: null,
  denominated: null,
  imputed: null,
  treated: null,
}
const zh = { language: 'zh-CN', name: (id: string) => `名${id}`, plain: String } as const
const en = { language: 'en', name: (id: string) => `name ${id}`, plain: String } as const

describe('steps of a cell', () => {
  it('says nothing where nothing was done', () => {
    expect(preparationLines(NOTHING, zh)).toEqual([])
  })

  it('says each step with its numbers, in order', () => {
    const all: TracePreparation = {
      ...NOTHING,
      denominated: { by: 'people', per: 1000, denominator: 2000, before: 50, after: 25 },
      imputed: { method: 'carry-forward', value: 25, donors: [{ unit: 'U-1', period: '2024' }] },
      treated: { before: 25, after: 4, held: false, transforms: [{ kind: 'clamp', low: null, high: 4 }] },
    }
    expect(preparationLines(all, zh)).toEqual([
      '折算：50 ÷ (2000 ÷ 1000)（名people） = 25',
      '插补：沿用上期，得 25，依据U-1 (2024)',
      '异常值处理：缩尾，25 → 4',
    ])
    expect(preparationLines(all, en)).toEqual([
      'divided: 50 ÷ (2000 ÷ 1000) (name people) = 25',
      'imputed: carried forward, 25, from U-1 (2024)',
      'outlier treatment: winsorised, 25 → 4',
    ])
  })

  it('counts donors where there are many, and names indicators', () => {
    const donors = Array.from({ length: 6 }, (_, place) => ({ indicator: `i${place}` }))
    const imputed = { method: 'row-mean', value: 1, donors } as const
    expect(preparationLines({ ...NOTHING, imputed }, zh)).toEqual([
      '插补：本对象同类指标均值，得 1，依据名i0、名i1、名i2、名i3等 6 个',
    ])
    expect(preparationLines({ ...NOTHING, imputed: { ...imputed, donors: null } }, zh)).toEqual([
      '插补：本对象同类指标均值，得 1',
    ])
  })

  it('says why an indicator, or a unit, was left out', () => {
    const because = (reason: 'availability' | 'zeros' | 'forced') => ({
      reasons: [reason],
      available: 0.333333,
      nonZero: 0.5,
    })
    expect(preparationLines({ ...NOTHING, screened: because('availability') }, en)).toEqual([
      'screened: only 33.3% of the units have it, less than the standard asks; left out',
    ])
    expect(preparationLines({ ...NOTHING, screened: because('zeros') }, zh)).toEqual([
      '筛选：非零取值只占 50%，低于标准规定，本指标不计入',
    ])
    expect(preparationLines({ ...NOTHING, screened: because('forced') }, zh)).toEqual(['筛选：标准规定本指标不计入'])
    expect(screenedUnitLine(because('availability'), 'zh-CN')).toBe('填报率 33.3% 低于标准规定，未参评。')
    expect(screenedUnitLine(because('forced'), 'en')).toBe('Left out by the standard.')
  })
})

describe('sums of sample methods', () => {
  const detail = (over: Partial<Extract<NormaliseDetail, { kind: 'sample' }>> = {}) => ({
    kind: 'sample' as const,
    direction: 'positive' as const,
    count: 5,
    minimum: 2,
    maximum: 10,
    mean: 6,
    deviation: 2,
    beaten: 2,
    equal: 1,
    referenceValue: 8,
    ...over,
  })
  const plain = (value: number | null) => String(value)
  const sums: readonly (readonly [SampleNormaliseSpec, string, string])[] = [
    [{ method: 'min-max', low: 1, high: 100 }, '1 + 99 × (6 − 2) ÷ (10 − 2)', '1 + 99 × (6 − 10) ÷ (2 − 10)'],
    [{ method: 'z-score', mean: 50, deviation: 10 }, '50 + 10 × (6 − 6) ÷ 2', '50 − 10 × (6 − 6) ÷ 2'],
    [{ method: 'scaled', lower: 0, upper: 10 }, '100 × (6 − 0) ÷ (10 − 0)', '100 × (6 − 10) ÷ (0 − 10)'],
    [{ method: 'rank', ties: 'min' }, '100 × 3 ÷ 5', '100 × 3 ÷ 5'],
    [{ method: 'borda', ties: 'max' }, '100 × (3 − 1) ÷ (5 − 1)', '100 × (3 − 1) ÷ (5 − 1)'],
    [{ method: 'percentile-rank', ties: 'average' }, '100 × (3 − 1) ÷ (5 − 1)', '100 × (3 − 1) ÷ (5 − 1)'],
    [{ method: 'mid-percentile' }, '100 × (2 + 1 ÷ 2) ÷ 5', '100 × (2 + 1 ÷ 2) ÷ 5'],
    [{ method: 'fraction-of-maximum', lessIsBetter: 'reciprocal' }, '100 × 6 ÷ 10', '100 × 2 ÷ 6'],
    [{ method: 'fraction-of-maximum', lessIsBetter: 'complement' }, '100 × 6 ÷ 10', '100 × (1 − 6 ÷ 10)'],
    [{ method: 'distance-to-maximum' }, '100 × (6 − 2) ÷ (10 − 2)', '100 × (6 − 10) ÷ (2 − 10)'],
    [{ method: 'distance-to-reference', reference: 'U-1' }, '100 × (6 − 2) ÷ (8 − 2)', '100 × (6 − 10) ÷ (8 − 10)'],
    [{ method: 'distance-to-reference', reference: 9 }, '100 × (6 − 2) ÷ (9 − 2)', '100 × (6 − 10) ÷ (9 − 10)'],
    [{ method: 'distance-to-target', target: 7, sides: 'one' }, '100 × (6 − 2) ÷ (7 − 2)', '100 × (6 − 10) ÷ (7 − 10)'],
    [{ method: 'distance-to-target', target: 7, sides: 'two' }, '100 × (1 − |6 − 7| ÷ 5)', '100 × (1 − |6 − 7| ÷ 5)'],
    [
      { method: 'efficacy', satisfactory: 9, base: 60, span: 40, outside: 'extend' },
      '60 + 40 × (6 − 2) ÷ (9 − 2)',
      '60 + 40 × (6 − 10) ÷ (9 − 10)',
    ],
    [{ method: 'categorical', categories: [[0, 0]] }, '2 ÷ 5', '2 ÷ 5'],
    [{ method: 'sigmoid', steepness: 1 }, '100 ÷ (1 + e^(−1 × (6 − 6) ÷ 2))', '100 ÷ (1 + e^(1 × (6 − 6) ÷ 2))'],
  ]
  it.each(sums)('%o', (spec, positive, negative) => {
    expect(sampleFormula(spec, { value: 6, detail: detail(), plain })).toBe(positive)
    expect(sampleFormula(spec, { value: 6, detail: detail({ direction: 'negative' }), plain })).toBe(negative)
  })

  it('puts negative numbers in brackets', () => {
    expect(
      sampleFormula({ method: 'min-max', low: 0, high: 100 }, { value: -1, detail: detail({ minimum: -2 }), plain }),
    ).toBe('0 + 100 × ((-1) − (-2)) ÷ (10 − (-2))')
  })
})
