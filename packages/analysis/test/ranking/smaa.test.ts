import { describe, expect, it } from 'vitest'
import { smaa } from '../../src/index.ts'
import { quantile } from '../../src/numeric/quantile.ts'
import { standardDeviation } from '../../src/numeric/standard-deviation.ts'
import { mean } from '../../src/numeric/mean.ts'
import { readsEveryCase } from '../coverage.ts'
import { fixture } from '../uncertainty/support.ts'
import { codesOf } from './faults.ts'

type Rows = readonly (readonly number[])[]
type Quantiles = Readonly<Record<string, readonly number[]>>
const oracle = fixture<{
  readonly Z: Rows
  readonly weights: Rows
  readonly scores_first3: Rows
  readonly ranks_first3: Rows
  readonly rank_q7: Quantiles
  readonly score_q7: Quantiles
  readonly rank_mean: readonly number[]
  readonly rank_sd_sample: readonly number[]
  readonly score_mean: readonly number[]
  readonly score_sd_sample: readonly number[]
  readonly acceptability: Rows
  readonly central_weights: readonly (readonly number[] | null)[]
  readonly pairwise_winning: Rows
}>('uncertainty/mc-weights')
const units = smaa(oracle.Z, oracle.weights)
const near = (values: readonly number[]): unknown[] => values.map((value) => expect.closeTo(value, 10) as unknown)

describe('400 given weight vectors', () => {
  it('scores and ranks', () => {
    for (const [draw, scores] of oracle.scores_first3.entries()) {
      expect(units.map((unit) => unit.scores[draw])).toEqual(near(scores))
      expect(units.map((unit) => unit.ranks[draw])).toEqual(oracle.ranks_first3[draw])
    }
    expect(units.map(({ scores }) => mean(scores))).toEqual(near(oracle.score_mean))
    expect(units.map(({ scores }) => standardDeviation(scores))).toEqual(near(oracle.score_sd_sample))
    expect(units.map(({ ranks }) => mean(ranks))).toEqual(near(oracle.rank_mean))
    expect(units.map(({ ranks }) => standardDeviation(ranks))).toEqual(near(oracle.rank_sd_sample))
    for (const [share, values] of Object.entries(oracle.score_q7))
      expect(units.map(({ scores }) => quantile(scores, Number(share)))).toEqual(near(values))
    for (const [share, values] of Object.entries(oracle.rank_q7))
      expect(units.map(({ ranks }) => quantile(ranks, Number(share)))).toEqual(near(values))
  })

  it('acceptability, pairwise winning, central weights', () => {
    expect(units.map(({ acceptability }) => [...acceptability])).toEqual(oracle.acceptability.map(near))
    expect(units.map(({ before }) => [...before])).toEqual(oracle.pairwise_winning.map(near))
    expect(units.map(({ centralWeights }) => centralWeights)).toEqual(
      oracle.central_weights.map((weights) => weights && near(weights)),
    )
  })
})

it('ties share the best place; a weight vector need not sum to 1', () => {
  const [one, other] = smaa(
    [
      [5, 5],
      [5, 5],
    ],
    [[2, 2]],
  )
  expect([one?.centralWeights, other?.centralWeights]).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
  ])
  expect([...(one?.acceptability ?? [])]).toEqual([1, 0])
  expect([...(one?.before ?? [])]).toEqual([0, 0])
})

it('refuses no weights, one alternative, missing scores and bad weights', () => {
  const code = (run: () => unknown): readonly string[] => codesOf(run).map(([each]) => each)
  expect(code(() => smaa([[1], [2]], []))).toEqual(['SMAA_NO_WEIGHTS'])
  expect(code(() => smaa([[1]], [[1]]))).toEqual(['RANKING_TOO_FEW'])
  expect(code(() => smaa([[1], [NaN]], [[1]]))).toEqual(['RANKING_VALUE'])
  expect(code(() => smaa([[1], [2]], [[0]]))).toEqual(['RANKING_WEIGHTS'])
})

readsEveryCase(import.meta.url)
