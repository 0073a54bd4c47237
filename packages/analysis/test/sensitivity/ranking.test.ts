import { compile, FaultError } from '@plumbline/kernel'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  criticalWeight,
  criticalWeights,
  meanRankShift,
  oneAtATime,
  prepareUncertainty,
  rankReversals,
  removals,
  scoreDraw,
  type UncertaintyModel,
} from '../../src/index.ts'
import { branch, datasetOf, fixture, flat, frameworkOf, leaf, marks, matrixDataset } from '../uncertainty/support.ts'
import { playerOf } from '../uncertainty/replay.ts'
import { readsEveryCase } from '../coverage.ts'

interface Matrix {
  readonly objectives: readonly (1 | -1)[]
  readonly weights: readonly number[]
  readonly matrix: readonly (readonly number[])[]
}
interface Reversals {
  readonly full_rank: readonly number[]
  readonly detail: readonly {
    readonly reversed_pairs: number
    readonly best_before: number
    readonly best_after: number
  }[]
}
const reversal = fixture<{
  readonly data: Readonly<Record<'D12x8' | 'D60x30', Matrix>>
  readonly results: Readonly<
    Record<'D12x8' | 'D60x30', Readonly<Record<'wsm_minmax' | 'spotis_fixed_bounds', Reversals>>>
  >
}>('sensitivity/rank-reversal')

/** A weighted sum of min-max scores, the marks being those of the whole matrix. */
function weightedSum({ objectives, weights, matrix }: Matrix): UncertaintyModel {
  const children = weights.map((weight, j) => {
    const values = matrix.map((row) => row[j] ?? NaN)
    const [low, high] = [Math.min(...values), Math.max(...values)]
    const normalise = objectives[j] === 1 ? marks(low, high) : marks(high, low)
    return { ...leaf(`c${j}`, weight, objectives[j] === 1 ? 'positive' : 'negative'), normalise }
  })
  return prepareUncertainty(compile(frameworkOf(branch('index', 1, children))), matrixDataset(matrix), {})
}
const small = weightedSum(reversal.data.D12x8)

const weights = fixture<{
  readonly base_rank: readonly number[]
  readonly oat: readonly {
    readonly criterion: number
    readonly change: number
    readonly weights: readonly number[]
    readonly rank: readonly number[]
    readonly spearman: number
    readonly mean_abs_shift: number
  }[]
  readonly critical_all: readonly (readonly [number, number, number, number, number])[]
  readonly n_critical: number
}>('sensitivity/weight-sensitivity')

const codes = (run: () => unknown): readonly string[] => {
  try {
    run()
  } catch (error) {
    if (error instanceof FaultError) return error.faults.map(({ code }) => code)
    throw error
  }
  return []
}

describe('one weight at a time', () => {
  it("gives the reference's weights, ranks, correlations and shifts", () => {
    expect([...small.nominal.rank]).toEqual(weights.base_rank)
    expect(weights.oat).toHaveLength(32)
    for (const expected of weights.oat) {
      const [change] = oneAtATime(small, { nodes: [`c${expected.criterion}`], changes: [expected.change] })
      for (const [index, weight] of expected.weights.entries())
        expect(change?.weights.get(`c${index}`)).toBeCloseTo(weight, 12)
      expect([...(change?.rank ?? [])]).toEqual(expected.rank)
      expect(change?.correlation).toBeCloseTo(expected.spearman, 12)
      expect(change?.meanShift).toBeCloseTo(expected.mean_abs_shift, 12)
    }
  })

  it('refuses nodes without a share and changes that go too far', () => {
    expect(codes(() => oneAtATime(small, { nodes: ['c0', 'c1'], changes: [-2, 100] }))).toEqual(
      Array.from({ length: 4 }, () => 'SENSITIVITY_CHANGE'),
    )
    expect(codes(() => oneAtATime(small, { nodes: ['c9'], changes: [0] }))).toEqual(['SENSITIVITY_UNKNOWN_NODE'])
    expect(codes(() => oneAtATime(small, { nodes: ['index'], changes: [0] }))).toEqual(['SENSITIVITY_NO_SHARE'])
    const lonely = prepareUncertainty(flat([1]), matrixDataset([[1], [2]]), {})
    expect(codes(() => oneAtATime(lonely, { nodes: ['c0'], changes: [0] }))).toEqual(['SENSITIVITY_NO_SHARE'])
  })
})

describe('critical weights', () => {
  const declared = reversal.data.D12x8.weights
  const scores = small.dataset.units.map((_, row) => declared.map((__, j) => small.nominal.nodes[j]?.score[row] ?? NaN))

  it("are the reference's", () => {
    let [inside, atEnd] = [0, 0]
    for (let a = 0; a < scores.length; a++) {
      for (let b = a + 1; b < scores.length; b++) {
        const critical = criticalWeight(declared, scores[a] ?? [], scores[b] ?? [])
        for (const j of declared.keys()) {
          const weight = critical(j)
          const isEqual = scores[a]?.[j] === scores[b]?.[j]
          if (weight === 1 && isEqual) atEnd++
          else if (weight !== null) inside++
        }
      }
    }
    // Two units that are equal on a criterion meet where it has all the weight. The reference counts those as far as its
    // rounding leaves them at or below 1: all but one of 11.
    expect([inside, atEnd]).toEqual([260, 11])
    expect(weights.n_critical).toBe(270)
    for (const [a, b, j, delta, weight] of weights.critical_all) {
      // Scores stand on the 1e-9 grid.
      const found = criticalWeight(declared, scores[a] ?? [], scores[b] ?? [])(j) ?? NaN
      expect(Math.abs(found - weight)).toBeLessThan(1e-9)
      expect(Math.abs(found - (declared[j] ?? NaN) - delta)).toBeLessThan(1e-9)
      const [line] = criticalWeights(small, { node: `c${j}`, pairs: [{ first: a, second: b }] })
      expect(line).toMatchObject({ method: 'closed-form', weight: declared[j] })
      expect(Math.abs((line?.critical ?? NaN) - weight)).toBeLessThan(1e-8)
    }
  })

  it('are null where no weight makes two units equal', () => {
    expect(criticalWeight([0.5, 0.5], [80, 60], [50, 40])(0)).toBeNull()
    expect(criticalWeight([0.5, 0.5], [50, 50], [50, 50])(0)).toBeNull()
    expect(criticalWeight([0.5, 0.5], [80, 40], [50, 60])(0)).toBeCloseTo(0.4, 15)
  })

  it('make the two equal when they are put in: closed form, bisection, deep in the tree', () => {
    const cell = fc.integer({ min: 5, max: 100 })
    const row = fc.array(cell, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(row, row, fc.constantFrom('arithmetic' as const, 'geometric' as const), (one, other, method) => {
        const tree = frameworkOf(
          branch('index', 1, [
            branch('a', 0.6, [leaf('c0', 0.5), leaf('c1', 0.3), leaf('c2', 0.2)], method),
            leaf('c3', 0.4),
          ]),
        )
        const model = prepareUncertainty(compile(tree), matrixDataset([one, other]), {})
        for (const node of ['c1', 'a']) {
          for (const { critical, method: how } of criticalWeights(model, { node, pairs: [{ first: 0, second: 1 }] })) {
            expect(how).toBe(method === 'geometric' && node === 'c1' ? 'bisection' : 'closed-form')
            const rest = (id: string, weight: number, group: number): [string, number] => [
              id,
              (weight * (1 - critical)) / group,
            ]
            const put = node === 'a' ? [rest('c3', 0.4, 0.4)] : [rest('c0', 0.5, 0.7), rest('c2', 0.2, 0.7)]
            const { score } = scoreDraw(model, { weights: new Map([[node, critical], ...put]) })
            expect(Math.abs((score[0] ?? NaN) - (score[1] ?? NaN))).toBeLessThan(1e-6)
          }
        }
      }),
    )
  })

  it('are looked for by bisection where a missing value bends the line', () => {
    const dataset = datasetOf({ c0: [90, 20], c1: [null, 80], c2: [10, 50] })
    const model = prepareUncertainty(flat([0.4, 0.3, 0.3]), dataset, {})
    const [found] = criticalWeights(model, { node: 'c0', pairs: [{ first: 0, second: 1 }] })
    expect(found?.method).toBe('bisection')
    // By hand, others rescaled: u1 is (90 w + 5 (1 - w)) / (w + (1 - w) / 2), u2 is 20 w + 65 (1 - w); equal at
    // 90 w + 5 (1 - w) = (65 - 45 w) (1 + w) / 2, or 45 w² + 150 w - 55 = 0.
    expect(found?.critical).toBeCloseTo((-150 + Math.sqrt(150 * 150 + 4 * 45 * 55)) / 90, 9)
  })
})

describe('removal of an indicator', () => {
  it("gives COINr's scores with that weight at 0", () => {
    const { output, treated } = fixture<{
      readonly output: { readonly Scores: Readonly<Record<string, readonly number[]>> }
      readonly treated: Readonly<Record<string, readonly (number | null)[]>>
    }>('sensitivity/coinr-removal')
    const { file, model: raw } = playerOf('small')
    const columns = Object.fromEntries(Object.keys(file.dataset.values).map((id) => [id, treated[id] ?? []]))
    const dataset = datasetOf(columns, file.dataset.units)
    const bounds = new Map(
      Object.entries(columns).map(([id, cells]) => {
        const there = cells.filter((value) => value !== null)
        return [id, [Math.min(...there), Math.max(...there)] as const]
      }),
    )
    const plan = {
      ...raw.plan,
      nodes: raw.plan.nodes.map((node) => {
        const [low, high] = bounds.get(node.spec.id) ?? [0, 1]
        return node.spec.kind === 'branch'
          ? node
          : {
              ...node,
              spec: {
                ...node.spec,
                normalise: node.spec.direction === 'negative' ? marks(high, low) : marks(low, high),
              },
            }
      }),
    } as typeof raw.plan
    const removed = removals(prepareUncertainty(plan, dataset, {}))
    expect(removed.map(({ indicator }) => indicator)).toEqual(Object.keys(file.dataset.values))
    for (const { indicator, score } of removed)
      for (const [row, expected] of (output.Scores[indicator] ?? []).entries())
        expect(Math.abs((score[row] ?? NaN) - expected), `${indicator} ${row}`).toBeLessThan(2e-9)
  })

  it('of one that counts for nothing moves nobody', () => {
    const model = prepareUncertainty(
      flat([0.5, 0.5, 0]),
      matrixDataset([
        [10, 90, 5],
        [80, 30, 99],
        [40, 45, 1],
      ]),
      {},
    )
    expect(removals(model).map(({ meanShift, largestShift }) => [meanShift, largestShift])[2]).toEqual([0, 0])
  })

  it('counts the shift over the rows that are ranked both times', () => {
    expect(meanRankShift(Int32Array.of(1, 2, 3, 0), Int32Array.of(3, 2, 0, 1))).toBe(1)
    expect(meanRankShift(Int32Array.of(0), Int32Array.of(1))).toBe(0)
  })
})

describe('rank reversal', () => {
  it.each(['D12x8', 'D60x30'] as const)("is the reference's where marks come from the sample, %s", (name) => {
    const model = weightedSum(reversal.data[name])
    const { wsm_minmax: expected } = reversal.results[name]
    const ids = reversal.data[name].weights.map((_, j) => `c${j}`)
    const draw = {
      normalisers: new Map(ids.map((id) => [id, { method: 'sample-min-max', low: 0, high: 100 } as const])),
    }
    expect([...scoreDraw(model, draw).rank]).toEqual(expected.full_rank)
    const found = rankReversals(model, draw)
    expect(found.map(({ reversedPairs }) => reversedPairs)).toEqual(
      expected.detail.map(({ reversed_pairs }) => reversed_pairs),
    )
    expect(found.map(({ changesBest }) => changesBest)).toEqual(
      expected.detail.map(({ best_before, best_after }) => best_before !== best_after),
    )
  })

  it.each(['D12x8', 'D60x30'] as const)('does not happen where the marks are fixed, %s', (name) => {
    expect(reversal.results[name].spotis_fixed_bounds.detail.every(({ reversed_pairs }) => reversed_pairs === 0)).toBe(
      true,
    )
    for (const { reversedPairs, changesBest } of rankReversals(weightedSum(reversal.data[name])))
      expect([reversedPairs, changesBest]).toEqual([0, false])
  })
})

it('leaves out a row with its ratings and its drawn values', () => {
  const expert = {
    method: 'expert',
    scale: [0, 100],
    ratersMin: 1,
    aggregate: 'mean',
    dispersionAlert: 50,
  } as const
  const plan = compile(frameworkOf(branch('index', 1, [{ ...leaf('panel', 0.5), normalise: expert }, leaf('c1', 0.5)])))
  const base = datasetOf({ panel: [null, null, 30], c1: [10, 20, 30] })
  const panel = base.columns.get('panel')
  const ratings = new Map([
    [0, [90, 92]],
    [1, [20, 22]],
  ])
  const columns = new Map(base.columns).set('panel', {
    values: panel?.values ?? new Float64Array(),
    blanks: panel?.blanks ?? new Uint8Array(),
    ratings,
  })
  const model = prepareUncertainty(plan, { ...base, columns }, {})
  // By hand: (91 + 10) / 2, (21 + 20) / 2, (30 + 30) / 2.
  expect([...model.nominal.score]).toEqual([50.5, 20.5, 30])
  const still = [0, 1, 2].map((removed) => ({ removed, reversedPairs: 0, changesBest: false }))
  expect(rankReversals(model)).toEqual(still)
  expect(rankReversals(model, { values: new Map([['c1', Float64Array.of(0, 95, 5)]]) })).toEqual(still)
})

readsEveryCase(import.meta.url)
