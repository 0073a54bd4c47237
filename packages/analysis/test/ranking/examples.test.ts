/** The examples of the docstrings, run. */
import { expect, it } from 'vitest'
import * as ranking from '../../src/ranking/index.ts'
import { expectClose } from './fixtures.ts'

const two = { matrix: [[1], [2]], weights: [1] }
const crossed = {
  matrix: [
    [1, 9],
    [2, 5],
  ],
  weights: [0.5, 0.5],
}

it('docstrings', () => {
  const directed = { ...crossed, objectives: [1, -1] as const }
  expectClose(ranking.rankByTopsis(directed).score, [0, 1])
  expect(ranking.rankByVikor(directed).rows).toEqual([1])
  expectClose(ranking.rankByPromethee(two, [{ shape: 'usual' }]).score, [-1, 1])
  expectClose(ranking.rankByGreyRelation(two).score, [1 / 3, 1])
  expectClose(ranking.rankByCopeland({ ...directed, weights: [2, 1] }).score, [-1, 1])
  expectClose(ranking.rankByWeightedSum(crossed).score, [0.5, 0.5])
  expectClose(ranking.rankByWeightedProduct({ matrix: [[1], [4]], weights: [1] }).score, [0.25, 1])
  expectClose(ranking.rankByWaspas({ matrix: [[1], [4]], weights: [1] }).score, [0.25, 1])
  expectClose(ranking.rankByMoora({ matrix: [[3], [4]], weights: [1] }).score, [0.6, 0.8])
  expectClose(ranking.rankByBorda({ matrix: [[1], [2], [2]], weights: [1] }).score, [0, 1.5, 1.5])
  expect([...ranking.rankByMabac(two).rank]).toEqual([2, 1])
  expectClose(ranking.rankByMairca(two).score, [0.5, 0])
  expectClose(ranking.rankByPiv({ matrix: [[3], [4]], weights: [1] }).score, [0.2, 0])
  const shares = {
    matrix: [
      [1, 4],
      [2, 2],
    ],
    weights: [0.75, 0.25],
  }
  expectClose(ranking.rankByCradis(shares).score, [15 / 28, 49 / 60])
  expectClose(ranking.rankByEdas({ matrix: [[1], [3]], weights: [1] }).score, [0, 1])
  expectClose(ranking.rankBySpotis(two, [[0, 4]]).score, [0.75, 0.5])
  expectClose(ranking.rankByCopras(two).score, [0.5, 1])
  expectClose(ranking.rankByAras(two).score, [0.5, 1])
  expect([...ranking.rankByMarcos(two).rank]).toEqual([2, 1])
  const uneven = {
    matrix: [
      [1, 2],
      [2, 1],
    ],
    weights: [0.7, 0.3],
  }
  expect([...ranking.rankByCocoso(uneven).rank]).toEqual([2, 1])
  expectClose(ranking.rankByOcra(two).score, [0, 1])
  expectClose(ranking.rankByRam({ matrix: [[1], [3]], weights: [1] }).score, [1.5, 2.75 ** 0.5])
  expect([...ranking.rankByCodas(two).rank]).toEqual([2, 1])
  expect([...ranking.rankByProbid({ matrix: [[1], [2], [4]], weights: [1] }).rank]).toEqual([2, 3, 1])
  expectClose(
    ranking.rankByMazziottaPareto({
      matrix: [
        [1, 1],
        [2, 2],
      ],
    }).score,
    [90, 110],
  )
  expect(ranking.choquetIntegral([0.4, 0.9], Float64Array.of(0, 0.3, 0.5, 1))).toBeCloseTo(0.65, 12)
  expect([...ranking.capacityFromMoebius(Float64Array.of(0, 0.3, 0.5, 0.2))]).toEqual([0, 0.3, 0.5, 1])
})
