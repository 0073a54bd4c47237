import type { NormaliseSpec, TraceIndicator } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import { normaliseSteps } from './formula.ts'

const indicator = (
  raw: number | null,
  normalise: NormaliseSpec,
  over: Partial<TraceIndicator> = {},
): TraceIndicator => ({
  kind: 'indicator',
  id: 'x',
  state: raw === null ? 'zeroed' : 'scored',
  score: null,
  weight: 0.25,
  effectiveWeight: 0.25,
  contribution: 0,
  contributionToParent: 0,
  basic: false,
  raw,
  blank: 'none',
  normalise,
  held: 0,
  detail: { kind: 'none' },
  ...over,
})

describe('goalposts', () => {
  it('writes the sum with its numbers', () => {
    expect(normaliseSteps(indicator(67.8, { method: 'goalposts', worst: 30, best: 90 }))).toEqual([
      { expression: '(67.8 − 30) ÷ (90 − 30) × 100', result: 63 },
    ])
  })

  it('runs downward where less is better', () => {
    const [step] = normaliseSteps(indicator(3.67, { method: 'goalposts', worst: 5, best: 0 }))
    expect(step?.expression).toBe('(3.67 − 5) ÷ (0 − 5) × 100')
    expect(step?.result).toBeCloseTo(26.6, 10)
  })

  it('says where a value is held', () => {
    expect(normaliseSteps(indicator(30, { method: 'goalposts', worst: 0, best: 25 }))).toEqual([
      { expression: '(30 − 0) ÷ (25 − 0) × 100', result: 120 },
      { result: 100, note: { key: 'heldHigh', values: {} } },
    ])
    expect(normaliseSteps(indicator(-6, { method: 'goalposts', worst: 0, best: 15 }))).toEqual([
      { expression: '((−6) − 0) ÷ (15 − 0) × 100', result: -40 },
      { result: 0, note: { key: 'heldLow', values: {} } },
    ])
  })

  it('takes logarithms of value plus offset', () => {
    const [step] = normaliseSteps(indicator(10, { method: 'goalposts-log', worst: 0, best: 120, offset: 1 }))
    expect(step?.expression).toBe('(ln(10 + 1) − ln(0 + 1)) ÷ (ln(120 + 1) − ln(0 + 1)) × 100')
    // ln 11 / ln 121 is one half.
    expect(step?.result).toBeCloseTo(50, 10)
  })
})

describe('piecewise', () => {
  const spec: NormaliseSpec = {
    method: 'piecewise',
    points: [
      [0, 0],
      [0.5, 30],
      [1.5, 60],
      [3, 85],
      [5, 100],
    ],
  }

  it('writes the segment the value lies in', () => {
    const detail = { kind: 'segment', from: [1.5, 60], to: [3, 85] } as const
    const [step] = normaliseSteps(indicator(1.8, spec, { detail }))
    expect(step?.expression).toBe('60 + (1.8 − 1.5) ÷ (3 − 1.5) × (85 − 60)')
    expect(step?.result).toBeCloseTo(65, 10)
  })

  it('finds the segment itself, names a point, and holds at the ends', () => {
    expect(normaliseSteps(indicator(1, spec))[0]?.expression).toBe('30 + (1 − 0.5) ÷ (1.5 − 0.5) × (60 − 30)')
    expect(normaliseSteps(indicator(3, spec))).toEqual([
      { result: 85, note: { key: 'onPoint', values: { value: '3', score: '85' } } },
    ])
    expect(normaliseSteps(indicator(9, spec))).toEqual([
      { result: 100, note: { key: 'afterLast', values: { value: '5', score: '100' } } },
    ])
    expect(normaliseSteps(indicator(-1, spec))[0]?.note?.key).toBe('beforeFirst')
  })

  it('says that a value the trace holds at an end is held', () => {
    const detail = { kind: 'segment', from: [3, 85], to: [5, 100] } as const
    expect(normaliseSteps(indicator(7, spec, { detail, held: 1 }))).toEqual([
      { result: 100, note: { key: 'afterLast', values: { value: '5', score: '100' } } },
    ])
  })
})

describe('levels, yes or no, target range', () => {
  it('maps a level', () => {
    const spec: NormaliseSpec = {
      method: 'level-map',
      points: [
        [0, 0],
        [3, 65],
      ],
    }
    expect(normaliseSteps(indicator(3, spec))).toEqual([
      { result: 65, note: { key: 'levelPoint', values: { level: '3', score: '65' } } },
    ])
  })

  it('maps yes and no', () => {
    const spec: NormaliseSpec = { method: 'boolean', whenTrue: 100, whenFalse: 0 }
    expect(normaliseSteps(indicator(1, spec))[0]?.note?.key).toBe('trueIs')
    expect(normaliseSteps(indicator(0, spec))).toEqual([
      { result: 0, note: { key: 'falseIs', values: { score: '0' } } },
    ])
  })

  it('takes the side of the range the value is on', () => {
    const spec: NormaliseSpec = { method: 'band', low: 10, ideal: [20, 30], high: 50 }
    expect(normaliseSteps(indicator(25, spec))[0]?.result).toBe(100)
    expect(normaliseSteps(indicator(15, spec))).toEqual([{ expression: '(15 − 10) ÷ (20 − 10) × 100', result: 50 }])
    expect(normaliseSteps(indicator(45, spec))).toEqual([{ expression: '(45 − 50) ÷ (30 − 50) × 100', result: 25 }])
  })
})

describe('panel and percentile', () => {
  const expert: NormaliseSpec = {
    method: 'expert',
    scale: [0, 10],
    ratersMin: 5,
    aggregate: 'trimmed-mean',
    dispersionAlert: 2,
  }

  it('drops the highest and lowest rating and puts the mean on 0 to 100', () => {
    const detail = { kind: 'panel', ratings: [9, 6, 7, 8, 1], dispersion: 3.11, alert: true, tooFew: false } as const
    expect(normaliseSteps(indicator(7, expert, { detail, score: 70 }))).toEqual([
      { expression: '(6 + 7 + 8) ÷ 3', result: 7, note: { key: 'dropped', values: { high: '9', low: '1' } } },
      { expression: '(7 − 0) ÷ (10 − 0) × 100', result: 70, note: { key: 'toScale', values: {} } },
    ])
  })

  it('takes a panel result that came without ratings', () => {
    expect(normaliseSteps(indicator(77.6, { ...expert, scale: [0, 100] }))).toEqual([
      { result: 77.6, note: { key: 'panelResult', values: {} } },
    ])
  })

  it('writes place and size, or the goalposts used instead', () => {
    const spec: NormaliseSpec = {
      method: 'percentile',
      minGroup: 8,
      fallback: { method: 'goalposts', worst: 0, best: 50 },
    }
    const peers = { kind: 'peers', size: 21, rank: 11, usedFallback: false } as const
    expect(normaliseSteps(indicator(20, spec, { detail: peers, score: 50 }))[0]?.expression).toBe(
      '100 × (11 − 1) ÷ (21 − 1)',
    )
    const few = { kind: 'peers', size: 3, rank: 2, usedFallback: true } as const
    expect(
      normaliseSteps(indicator(20, spec, { detail: few })).map((step) => step.expression ?? step.note?.key),
    ).toEqual(['fallback', '(20 − 0) ÷ (50 − 0) × 100'])
  })

  it('has nothing to write without a value', () => {
    expect(normaliseSteps(indicator(null, { method: 'goalposts', worst: 0, best: 1 }))).toEqual([])
  })
})
