import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { score as scoreAll, Status } from '@plumbline/kernel'
import { neighbourhood } from '../../src/explain/common/rows.ts'
import { waterfall, type Baseline, type Waterfall } from '../../src/explain/index.ts'
import { anyCells, anyTree, branch, framework, leaf, scored, type TestRow } from './build.ts'

const two = framework(branch('root', [leaf('a', 0.75), leaf('b', 0.25)]))
const fall = (rows: readonly TestRow[], baseline: Baseline, spec = two): Waterfall => {
  const { result, dataset } = scored(spec, rows)
  return waterfall(result, { dataset, row: 0 }, baseline)
}
const points = ({ bars }: Waterfall) => bars.map(({ id, points: own }) => [id, own])

describe('by hand', () => {
  it('from full marks', () => {
    // 0.75·(40 − 100) = −45, 0.25·(80 − 100) = −5.
    const found = fall([{ cells: { a: 40, b: 80 } }], { kind: 'full-marks' })
    expect(found).toMatchObject({
      baseline: 100,
      score: 50,
      bars: [
        { id: 'a', points: -45, from: 100, to: 55, baselinePoints: 75, ownPoints: 30 },
        { id: 'b', points: -5, from: 55, to: 50 },
      ],
    })
  })

  it('from full marks a blank is lost and what does not apply is not', () => {
    expect(points(fall([{ cells: { a: null, b: 80 } }], { kind: 'full-marks' }))).toEqual([
      ['a', -75],
      ['b', -5],
    ])
    expect(points(fall([{ cells: { a: 'na', b: 80 } }], { kind: 'full-marks' }))).toEqual([
      ['a', 0],
      ['b', -20],
    ])
  })

  it('from the peers’ median', () => {
    // Medians of the four others: a 25, b 60; 0.75·25 + 0.25·60 = 33.75.
    const peers = [
      [10, 40],
      [20, 50],
      [30, 70],
      [40, 80],
    ].map(([a = 0, b = 0]) => ({ cells: { a, b } }))
    const found = fall([{ cells: { a: 40, b: 40 } }, ...peers], { kind: 'peer-median', least: 4 })
    expect(found.baseline).toBe(33.75)
    expect(points(found)).toEqual([
      ['a', 11.25],
      ['b', -5],
    ])
    expect(() => fall([{ cells: { a: 40, b: 40 } }, ...peers], { kind: 'peer-median' })).toThrow(
      /PEERS_TOO_FEW .*"peers":4,"least":5/,
    )
  })

  it('counts as peers the others of the same group and period', () => {
    const of = (group: string, period: string) => ({ group, period, cells: { a: 0, b: 0 } })
    const rows = [
      { ...of('x', '2025'), cells: { a: 10, b: 10 } },
      { ...of('x', '2025'), cells: { a: 20, b: 60 } },
      of('y', '2025'),
      of('x', '2024'),
    ]
    // One peer: 0.75·20 + 0.25·60 = 30.
    expect(fall(rows, { kind: 'peer-median', least: 1 }).baseline).toBe(30)
    expect(() => fall(rows, { kind: 'peer-median', least: 2 })).toThrow(/"peers":1/)
  })

  it('from last year, under last year’s method', () => {
    const last = scored(framework(branch('root', [leaf('a', 0.5), leaf('gone', 0.5)])), [
      { cells: { a: 40, gone: 60 } },
    ])
    // 20 + 30 = 50 then; 0.75·60 + 0.25·80 = 65 now.
    const found = fall([{ cells: { a: 60, b: 80 } }], { kind: 'row', result: last.result, row: 0 })
    expect(points(found)).toEqual([
      ['a', 25],
      ['b', 20],
      ['gone', -30],
    ])
    expect([found.baseline, found.score]).toEqual([50, 65])
  })

  it('from the line of the next grade', () => {
    // 50 now, line 60: a fifth of every missing point. a 60·0.75·0.2 = 9, b 20·0.25·0.2 = 1.
    const found = fall([{ cells: { a: 40, b: 80 } }], { kind: 'next-grade' })
    expect(found.baseline).toBe(60)
    expect(points(found)).toEqual([
      ['a', -9],
      ['b', -1],
    ])
    expect(() => fall([{ cells: { a: 100, b: 80 } }], { kind: 'next-grade' })).toThrow(/WATERFALL_AT_TOP/)
  })

  it('shows a jump over the line as a bar of its own', () => {
    // A staircase of two: met at 60. a at 50 gives 25; at 60 and more also b counts: b is 100, so the score jumps from 30 to 100.
    const spec = framework(
      branch('root', [leaf('a', 0), leaf('b', 0)], { aggregate: { method: 'staircase', metAt: 60 } }),
    )
    const found = fall([{ cells: { a: 50, b: 100 } }], { kind: 'next-grade' }, spec)
    expect(found.baseline).toBe(40)
    expect(points(found)[0]).toEqual([null, 60])
  })

  it('keeps full marks that deductions start from as the branch’s own bar', () => {
    const deduct = framework(
      branch('root', [leaf('a', 50), leaf('b', 50)], { aggregate: { method: 'deduct', full: 100 } }),
    )
    expect(points(fall([{ cells: { a: 40, b: 100 } }], { kind: 'full-marks' }, deduct))).toEqual([
      ['a', -30],
      ['b', 0],
      ['root', 0],
    ])
  })

  it('refuses a row without a score', () => {
    const spec = framework(two.root, { missing: 'no-result' })
    expect(() => fall([{ cells: { a: null, b: 1 } }], { kind: 'full-marks' }, spec)).toThrow(/WATERFALL_ROW_NO_SCORE/)
    const { result } = scored(spec, [{ cells: { a: null, b: 1 } }])
    expect(() => fall([{ cells: { a: 1, b: 1 } }], { kind: 'row', result, row: 0 })).toThrow(
      /WATERFALL_BASELINE_NO_SCORE/,
    )
  })
})

it('bars lie end to end and add up to the difference, whatever the methods', () => {
  const anyCase = anyTree.chain((spec) =>
    fc.tuple(fc.constant(spec), fc.array(anyCells(spec), { minLength: 3, maxLength: 5 })),
  )
  const kinds = fc.constantFrom('full-marks', 'peer-median', 'row', 'next-grade')
  fc.assert(
    fc.property(anyCase, kinds, ([spec, cells], kind) => {
      const { result, dataset } = scored(
        spec,
        cells.map((each) => ({ cells: each })),
      )
      fc.pre(
        result.status.every((status) => status === Status.graded) &&
          !(kind === 'next-grade' && (result.grade[0] ?? 0) > 2),
      )
      const baseline: Baseline =
        kind === 'row' ? { kind, result, row: 1 } : kind === 'peer-median' ? { kind, least: 2 } : { kind }
      const { baseline: start, score, bars } = waterfall(result, { dataset, row: 0 }, baseline)
      let level = start
      for (const bar of bars) {
        expect(bar.from).toBe(level)
        level = bar.to
      }
      expect(level).toBe(score)
      expect(score).toBe(result.score[0])
      const total = bars.reduce((sum, bar) => sum + bar.points, 0)
      expect(Math.abs(total - (score - start))).toBeLessThan(5e-10)
      // Each bar is the node's own difference, the last one within the rounding it closes.
      for (const bar of bars) expect(Math.abs(bar.points - (bar.ownPoints - bar.baselinePoints))).toBeLessThan(1e-8)
    }),
    { numRuns: 80 },
  )
})

describe('a branch that compares units', () => {
  const compared = branch('root', [leaf('a', 0.6), leaf('b', 0.4)], {
    aggregate: { method: 'copeland', within: 'period' },
  })
  const rows = [{ cells: { a: 90, b: 10 } }, { cells: { a: 20, b: 60 } }, { cells: { a: 50, b: 5 } }]

  it('has no score for a baseline that is no unit', () => {
    const { result, dataset: data } = scored(framework(compared), rows)
    for (const kind of ['full-marks', 'next-grade'] as const)
      expect(() => waterfall(result, { dataset: data, row: 1 }, { kind })).toThrow(/WATERFALL_COMPARES.*"root"/)
  })

  it('is held against another unit as any is', () => {
    const { result, dataset: data } = scored(framework(compared), rows)
    const found = waterfall(result, { dataset: data, row: 0 }, { kind: 'row', result, row: 1 })
    expect(found.bars.reduce((sum, bar) => sum + bar.points, 0)).toBeCloseTo(found.score - found.baseline, 8)
  })

  it('keeps its whole period, or its peer group, when one row is scored again', () => {
    const many = [
      ...rows.map((row) => ({ ...row, group: 'x' })),
      { cells: { a: 99, b: 99 }, group: 'y' },
      { cells: { a: 1, b: 1 }, period: '2024', group: 'x' },
    ]
    for (const [within, size] of [
      ['period', 4],
      ['group', 3],
    ] as const) {
      const rules = framework({ ...compared, aggregate: { method: 'copeland', within } })
      const { result, dataset: data } = scored(rules, many)
      const near = neighbourhood(result.plan, { dataset: data, row: 1 })
      expect(near.dataset.size).toBe(size)
      expect(scoreAll(result.plan, near.dataset).score[near.row]).toBe(result.score[1])
    }
  })
})
