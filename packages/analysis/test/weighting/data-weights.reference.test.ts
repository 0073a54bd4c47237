import { describe, expect, it } from 'vitest'
import {
  angleWeights,
  cilosWeights,
  coefficientOfVariationWeights,
  criticWeights,
  entropyWeights,
  equalWeights,
  factorWeights,
  giniWeights,
  idocriwWeights,
  lopcowWeights,
  merecWeights,
  principalComponentWeights,
  rankOrderWeights,
  standardDeviationWeights,
  varianceWeights,
} from '../../src/index.ts'
import { correlationMatrix } from '../../src/numeric/correlation-matrix.ts'
import { columnsOf, datasets, directionsOf, expectClose, expectWithin, fixture } from './fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

const correlations = fixture<{ results: Record<string, Record<string, number[][]>> }>('weights').results
const weights = fixture<{ results: Record<string, Record<string, number[]>> }>('weights').results
interface PcaReference {
  readonly eigenvalues: number[]
  readonly explained_ratio: number[]
  readonly weights_pc1_squared_eigenvector: number[]
  readonly varimax_loadings: number[][]
  readonly factor_explained: number[]
  readonly varimax_criterion: number
  readonly nicoletti_weights: number[]
  readonly nicoletti_dominant_factor: number[]
}
const pca = fixture<{ results: Record<string, PcaReference> }>('pca').results

function minMax(column: readonly number[]): number[] {
  const [low, high] = [Math.min(...column), Math.max(...column)]
  return column.map((value) => (value - low) / (high - low))
}

/** Kaiser's criterion: the variances of the squared, row-normalised loadings, summed over the factors. */
function criterion(loadings: readonly (readonly number[])[]): number {
  const rows = loadings.map((row) => row.map((value) => value ** 2 / row.reduce((total, each) => total + each ** 2, 0)))
  const variances = columnsOf(rows).map((column) => {
    const mean = column.reduce((total, value) => total + value, 0) / column.length
    return column.reduce((total, value) => total + (value - mean) ** 2, 0) / column.length
  })
  return variances.reduce((total, value) => total + value, 0)
}

describe.each(Object.entries(datasets))('reference weights of %s', (name, { matrix, objectives }) => {
  const columns = columnsOf(matrix)
  const directions = directionsOf(objectives)
  const reference = (key: string): number[] => weights[name]?.[key] ?? []
  const m = columns.length
  const places = columns.map((_, j) => j + 1)

  it.each<[string, () => readonly number[]]>([
    ['equal', () => equalWeights(m)],
    ['std_raw_sample', () => standardDeviationWeights(columns).weights],
    ['std_minmax', () => standardDeviationWeights(columns.map(minMax)).weights],
    ['variance_minmax', () => varianceWeights(columns.map(minMax)).weights],
    ['cv', () => coefficientOfVariationWeights(columns).weights],
    ['entropy', () => entropyWeights(columns).weights],
    ['entropy_values_e_j', () => entropyWeights(columns).entropies],
    ['entropy_dir_inverse', () => entropyWeights(columns, { directions }).weights],
    ['critic_pearson_dir', () => criticWeights(columns, { directions }).weights],
    ['critic_spearman_dir', () => criticWeights(columns, { directions, correlation: 'spearman' }).weights],
    ['critic_kendall_dir', () => criticWeights(columns, { directions, correlation: 'kendall' }).weights],
    ['critic_pearson_nodir', () => criticWeights(columns).weights],
    ['critic_abs_dir', () => criticWeights(columns, { directions, conflict: 'absolute' }).weights],
    ['merec', () => merecWeights(columns, { directions }).weights],
    ['gini', () => giniWeights(columns).weights],
    ['gini_values', () => giniWeights(columns).coefficients],
    ['cilos', () => cilosWeights(columns, { directions }).weights],
    ['idocriw', () => idocriwWeights(columns, { directions }).weights],
    ['angle', () => angleWeights(columns).weights],
    ['lopcow', () => lopcowWeights(columns, { directions }).weights],
    ['roc', () => rankOrderWeights(places, 'centroid')],
    ['rs', () => rankOrderWeights(places, 'sum')],
    ['rr', () => rankOrderWeights(places, 'reciprocal')],
  ])('%s', (key, actual) => expectClose(actual(), reference(key)))

  it.each(['pearson', 'spearman'] as const)('the %s correlations behind CRITIC', (kind) => {
    const oriented = columns.map((column, j) =>
      minMax(column).map((value) => (directions[j] === 'negative' ? 1 - value : value)),
    )
    const recorded = correlations[name]?.[`correlation_${kind}_dir`] ?? []
    correlationMatrix(oriented, kind).forEach((row, j) => expectClose(row, recorded[j] ?? []))
    expect(recorded.length).toBe(m)
  })

  it('principal components and factor weights', () => {
    const expected = pca[name]
    if (!expected) throw new Error(name)
    const factors = factorWeights(columns)
    expectClose(factors.eigenvalues, expected.eigenvalues)
    expectClose(principalComponentWeights(columns).weights, expected.weights_pc1_squared_eigenvector)
    expectClose([principalComponentWeights(columns).explained], expected.explained_ratio.slice(0, 1))
    expectWithin(factors.weights, expected.nicoletti_weights, 1e-7)

    // Factors come in any order and sign, and with the directions as they are: match each by its squared loadings.
    const squares = columnsOf(factors.loadings).map((column) => column.map((loading) => loading ** 2))
    const expectedSquares = columnsOf(expected.varimax_loadings).map((column) => column.map((loading) => loading ** 2))
    const match = squares.map((column) =>
      expectedSquares.findIndex((other) => other.every((value, j) => Math.abs(value - (column[j] ?? NaN)) < 3e-7)),
    )
    expect(match.toSorted((a, b) => a - b)).toEqual(expectedSquares.map((_, f) => f))
    expectClose(
      factors.explained,
      match.map((f) => expected.factor_explained[f] ?? NaN),
      1e-7,
    )
    expectClose([criterion(factors.loadings)], [expected.varimax_criterion])
    expect(factors.dominant.map((f) => match[f])).toEqual(expected.nicoletti_dominant_factor)
  })
})

readsEveryCase(import.meta.url)
