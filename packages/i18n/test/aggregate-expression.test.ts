import { describe, expect, it } from 'vitest'
import { aggregateExpression, type ExpressionChild } from '../src/index.ts'

const write = { weight: String, score: String, fine: String }
const two: readonly ExpressionChild[] = [
  { weight: 0.6, score: 80 },
  { weight: 0.4, score: 50 },
]
const of = (...[node, counted]: readonly [Parameters<typeof aggregateExpression>[0], readonly ExpressionChild[]]) =>
  aggregateExpression(node, counted, write)

describe('the sum of a method that reads more than weights and scores', () => {
  it('is none for the plain ones', () => {
    expect(of({ aggregate: { method: 'arithmetic' }, detail: { kind: 'none' } }, two)).toBeNull()
  })

  it('by place', () => {
    expect(of({ aggregate: { method: 'weighted-median' }, detail: { kind: 'none' } }, two)).toEqual({
      expression: 'median(80 [0.6], 50 [0.4])',
      note: { key: 'medianWhere', values: {} },
    })
    const owa = of({ aggregate: { method: 'owa', weights: [1, 0] }, detail: { kind: 'none' } }, [
      { weight: 1, score: 80 },
      { weight: 0, score: 50 },
    ])
    expect(owa?.expression).toBe('1 × 80 + 0 × 50')
  })

  it('by set', () => {
    const steps = [
      { score: 50, worth: 1 },
      { score: 80, worth: 0.3 },
    ]
    const found = of({ aggregate: { method: 'choquet', interactions: [] }, detail: { kind: 'choquet', steps } }, two)
    expect(found?.expression).toBe('50 × 1 + (80 − 50) × 0.3')
  })

  it('with a penalty', () => {
    const aggregate = { method: 'mazziotta-pareto', variant: 'plain' } as const
    const detail = { kind: 'spread', mean: 60, variance: 400, offset: 0 } as const
    expect(of({ aggregate, detail }, two)?.expression).toBe('max(0, 60 − 400 ÷ 60)')
    expect(of({ aggregate, detail: { ...detail, offset: 116 } }, two)?.expression).toBe('max(0, 60 − 400 ÷ (60 + 116))')
  })

  it('by comparison', () => {
    const within = 'period'
    const expressionOf = (
      ...[node, counted = two]: readonly [Parameters<typeof of>[0], (readonly ExpressionChild[])?]
    ) => of(node, counted)?.expression
    const copeland = { kind: 'copeland', size: 5, wins: 2, ties: 1, losses: 1 } as const
    expect(expressionOf({ aggregate: { method: 'copeland', within }, detail: copeland })).toBe('100 × (2 + 1 ÷ 2) ÷ 4')
    const topsis = { method: 'topsis', within, scaling: 'none', distance: 'euclidean' } as const
    expect(expressionOf({ aggregate: topsis, detail: { kind: 'topsis', size: 5, toBest: 0.2, toWorst: 0.6 } })).toBe(
      '100 × 0.6 ÷ (0.2 + 0.6)',
    )
    expect(expressionOf({ aggregate: topsis, detail: { kind: 'topsis', size: 5, toBest: 0, toWorst: 0 } })).toBe('50')
    const vikor = {
      kind: 'vikor',
      size: 5,
      s: 0.4,
      r: 0.2,
      q: 0.3,
      sRange: { low: 0.1, high: 0.9 },
      rRange: { low: 0.2, high: 0.2 },
      compromise: true,
    } as const
    const found = of({ aggregate: { method: 'vikor', within, v: 0.75 }, detail: vikor }, two)
    expect(found?.expression).toBe('100 × (1 − 0.75 × (0.4 − 0.1) ÷ (0.9 − 0.1) − 0.25 × 0)')
    expect(found?.note.key).toBe('vikorCompromise')
    const flows = { kind: 'promethee', size: 5, plus: 0.6, minus: 0.1 } as const
    expect(
      expressionOf({ aggregate: { method: 'promethee', within, preference: { shape: 'usual' } }, detail: flows }),
    ).toBe('50 × (1 + 0.6 − 0.1)')
    const grey = { kind: 'grey', size: 5, coefficients: [1, null, 0.5] } as const
    expect(
      expressionOf({ aggregate: { method: 'grey-relation', within, rho: 0.5 }, detail: grey }, [
        { weight: 0.6, score: 80 },
        { weight: 0, score: 7 },
        { weight: 0.4, score: 50 },
      ]),
    ).toBe('100 × (0.6 × 1 + 0.4 × 0.5)')
  })
})
