import { describe, expect, it } from 'vitest'
import {
  ahpWeights,
  aggregateJudgements,
  aggregatePriorities,
  consistency,
  eigenvectorPriorities,
  harkerPriorities,
  leafWeights,
  logLeastSquaresPriorities,
  minimalEigenvalueCompletion,
  reviewJudgements,
  synthesise,
} from '../../src/index.ts'
import { expectClose, expectWithin, fixture, judgements } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

type Text = readonly (readonly (string | null)[])[]
type Figures = Readonly<Record<string, number>>

interface AhpCase {
  readonly name: string
  readonly matrix_text: Text
  readonly eigenvector: number[]
  readonly lambda_max: number
  readonly CI: number
  readonly CR: Figures
  readonly geometric_mean: number[]
  readonly lambda_max_from_geometric: number
  readonly column_mean: number[]
  readonly lambda_max_from_column_mean: number
  readonly GCI: number
  readonly koczkodaj_K: number
  readonly worst_judgement_ij: [number, number]
  readonly worst_judgement_log_error: number
  readonly suggested_value_ij: number
}
interface Aggregated {
  readonly matrix: number[][]
  readonly eigenvector: number[]
  readonly lambda_max: number
  readonly CR_saaty1980: number
  readonly geometric_mean: number[]
}
interface GroupCase {
  readonly n: number
  readonly expert_weights: number[]
  readonly matrices_text: Text[]
  readonly AIJ_geometric: Aggregated
  readonly AIJ_geometric_weighted: Aggregated
  readonly AIP: {
    readonly individual_eigenvectors: number[][]
    readonly individual_CR_saaty1980: number[]
    readonly arithmetic_mean: number[]
    readonly geometric_mean_normalised: number[]
    readonly weighted_arithmetic: number[]
  }
}
interface IncompleteCase {
  readonly n: number
  readonly matrix_text: Text
  readonly LLSM_weights: number[]
  readonly harker: { readonly weights: number[]; readonly lambda_max: number; readonly CI: number }
  readonly lambda_min_completion: {
    readonly weights: number[]
    readonly lambda_max: number
    readonly filled: [number, number, number][]
  }
}
const reference = fixture<{
  cases: AhpCase[]
  group: GroupCase[]
  incomplete: { cases: IncompleteCase[] }
}>('ahp')

/** λ - n is the difference of two near numbers: its error is that of λ, 1e-12 of n. */
const index = (actual: number, expected: number): void => expectWithin([actual], [expected], 1e-12 * 9)

describe.each(reference.cases.filter(({ matrix_text }) => matrix_text.length > 2))(
  'reference comparisons $name',
  (each) => {
    const matrix = judgements(each.matrix_text)

    it('priorities by three methods, and their eigenvalues', () => {
      const eigen = ahpWeights(matrix)
      expectClose(eigen.weights, each.eigenvector)
      expectClose([eigen.consistency.lambdaMax], [each.lambda_max])
      index(eigen.consistency.index, each.CI)
      const geometric = ahpWeights(matrix, { method: 'geometricMean' })
      expectClose(geometric.weights, each.geometric_mean)
      expectClose([geometric.consistency.lambdaMax], [each.lambda_max_from_geometric])
      const column = ahpWeights(matrix, { method: 'columnMean' })
      expectClose(column.weights, each.column_mean)
      expectClose([column.consistency.lambdaMax], [each.lambda_max_from_column_mean])
    })

    it('consistency ratios by three random indices, GCI and K', () => {
      const ratio = (randomIndex: 'saaty1980' | 'saatyRevised' | 'tummalaLing1998') =>
        ahpWeights(matrix, { randomIndex }).consistency.ratio
      expectWithin([ratio('saaty1980')], [each.CR['saaty1980'] ?? NaN], 1e-11)
      expectWithin([ratio('saatyRevised')], [each.CR['saaty2003_revised'] ?? NaN], 1e-11)
      expectWithin([ratio('tummalaLing1998')], [each.CR['tummala_ling_1998 (pymcdm)'] ?? NaN], 1e-11)
      const { geometric, koczkodaj } = ahpWeights(matrix).consistency
      expectWithin([geometric], [each.GCI], 1e-12)
      expectWithin([koczkodaj], [each.koczkodaj_K], 1e-12)
    })

    it('the judgement that hurts most', () => {
      const [worst] = reviewJudgements(matrix)
      if (!worst) throw new Error(each.name)
      expectWithin([worst.logError], [each.worst_judgement_log_error], 1e-12)
      // Of three judgements all are equally far off; the reference names one of them by rounding.
      const named = reviewJudgements(matrix).find(
        ({ row, column }) => row === each.worst_judgement_ij[0] && column === each.worst_judgement_ij[1],
      )
      expectClose(
        [named?.logError ?? NaN].map((value) => 1 + value),
        [1 + each.worst_judgement_log_error],
      )
      expectClose([named?.fitted ?? NaN], [each.suggested_value_ij])
      const oneIsWorst = each.worst_judgement_log_error > 0 && matrix.length > 3
      expect(oneIsWorst ? worst : named).toEqual(named)
    })
  },
)

it('two indicators cannot contradict each other: ratio 0, where two of the tools divide by a random index of 0', () => {
  const each = reference.cases.find(({ matrix_text }) => matrix_text.length === 2)
  const { weights, consistency: found } = ahpWeights(judgements(each?.matrix_text ?? []))
  expectClose(weights, each?.eigenvector ?? [])
  expect(found).toEqual({ lambdaMax: 2, index: 0, ratio: 0, geometric: 0, koczkodaj: 0 })
})

describe.each(reference.group)('reference group of order $n', (each) => {
  const matrices = each.matrices_text.map(judgements)

  it.each([
    ['equal say', each.AIJ_geometric, {}],
    ['weighted', each.AIJ_geometric_weighted, { expertWeights: each.expert_weights }],
  ] as const)('AIJ, %s', (_, expected, options) => {
    const matrix = aggregateJudgements(matrices, options)
    expectClose(matrix.flat(), expected.matrix.flat())
    const { weights, consistency: found } = ahpWeights(matrix)
    expectClose(weights, expected.eigenvector)
    expectClose([found.lambdaMax], [expected.lambda_max])
    expectWithin([found.ratio], [expected.CR_saaty1980], 1e-11)
    expectClose(ahpWeights(matrix, { method: 'geometricMean' }).weights, expected.geometric_mean)
  })

  it('AIP', () => {
    const own = matrices.map((matrix) => eigenvectorPriorities(matrix))
    own.forEach((weights, e) => expectClose(weights, each.AIP.individual_eigenvectors[e] ?? []))
    expectWithin(
      matrices.map((matrix) => ahpWeights(matrix).consistency.ratio),
      each.AIP.individual_CR_saaty1980,
      1e-11,
    )
    expectClose(aggregatePriorities(own, 'arithmetic'), each.AIP.arithmetic_mean)
    expectClose(aggregatePriorities(own, 'geometric'), each.AIP.geometric_mean_normalised)
    const expertWeights = each.expert_weights
    expectClose(aggregatePriorities(own, 'arithmetic', { expertWeights }), each.AIP.weighted_arithmetic)
  })
})

describe.each(reference.incomplete.cases)('reference incomplete comparisons of order $n', (each) => {
  const matrix = judgements(each.matrix_text)

  it('Harker', () => {
    const { weights, lambdaMax, index: found } = harkerPriorities(matrix)
    expectClose(weights, each.harker.weights)
    expectClose([lambdaMax], [each.harker.lambda_max])
    index(found, each.harker.CI)
  })

  it('logarithmic least squares', () => expectClose(logLeastSquaresPriorities(matrix), each.LLSM_weights))

  it('completion of least eigenvalue', () => {
    const { weights, lambdaMax, matrix: filled } = minimalEigenvalueCompletion(matrix)
    expectWithin(weights, each.lambda_min_completion.weights, 1e-6)
    expectWithin([lambdaMax], [each.lambda_min_completion.lambda_max], 2e-9)
    expect(lambdaMax).toBeLessThanOrEqual(each.lambda_min_completion.lambda_max + 1e-9)
    for (const [i, j, value] of each.lambda_min_completion.filled) {
      expect(Math.abs((filled[i]?.[j] ?? NaN) / value - 1)).toBeLessThan(1e-4)
    }
  })
})

describe('reference hierarchy', () => {
  const hierarchy = fixture<{
    matrices: Record<string, Text>
    local_priorities: Record<string, number[]>
    global_weights: Record<string, number>
    distributive: number[]
    ideal: number[]
  }>('ahp_hierarchy')
  const local = (id: string): number[] => eigenvectorPriorities(judgements(hierarchy.matrices[id] ?? []))
  const children = (id: string, ids: string[]) => ids.map((child, i) => ({ id: child, weight: local(id)[i] ?? NaN }))
  const tree = children('goal', ['C1', 'C2', 'C3']).map((node) => {
    if (node.id === 'C3') return node
    return { ...node, children: children(node.id, node.id === 'C1' ? ['C1a', 'C1b'] : ['C2a', 'C2b', 'C2c']) }
  })

  it('local priorities', () => {
    for (const [id, expected] of Object.entries(hierarchy.local_priorities)) expectClose(local(id), expected)
  })

  it('weights of the leaves and both syntheses', () => {
    const leaves = leafWeights(tree)
    expect(leaves.map(({ id }) => id)).toEqual(Object.keys(hierarchy.global_weights))
    const weights = leaves.map(({ weight }) => weight)
    expectClose(weights, Object.values(hierarchy.global_weights))
    const under = leaves.map(({ id }) => local(id))
    expectClose(synthesise(weights, under, 'distributive'), hierarchy.distributive)
    expectClose(synthesise(weights, under, 'ideal'), hierarchy.ideal)
  })
})

it('an order beyond the tables takes its random index as a number', () => {
  const matrix = Array.from({ length: 16 }, (_, i) =>
    Array.from({ length: 16 }, (__, j) => (i === j ? 1 : i < j ? 2 : 0.5)),
  )
  const weights = eigenvectorPriorities(matrix)
  expect(() => consistency(matrix, weights)).toThrow('AHP_RANDOM_INDEX_UNKNOWN')
  const { index: found, ratio } = consistency(matrix, weights, 1.6)
  expect(ratio).toBe(found / 1.6)
})

readsEveryCase(import.meta.url)
