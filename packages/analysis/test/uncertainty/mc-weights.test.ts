import { expect, it } from 'vitest'
import { mergeBlocks, prepareUncertainty, probabilityAtMost, runBlock, summarise } from '../../src/index.ts'
import { fixture, flat, matrixDataset } from './support.ts'

interface Oracle {
  readonly Z: readonly (readonly number[])[]
  readonly weights: readonly (readonly number[])[]
  readonly rank_q1: Readonly<Record<'0.05' | '0.5' | '0.95', readonly number[]>>
  readonly rank_mean: readonly number[]
  readonly rank_sd_sample: readonly number[]
  readonly acceptability: readonly (readonly number[])[]
  readonly pairwise_winning: readonly (readonly number[])[]
}
const oracle = fixture<Oracle>('uncertainty/mc-weights')
const draws = oracle.weights.length
const model = prepareUncertainty(flat(Array.from({ length: 8 }, () => 1 / 8)), matrixDataset(oracle.Z), {})
const { units } = model.dataset
const pairs = units.flatMap((a) => units.filter((b) => b !== a).map((b): [string, string] => [a, b]))
const drawOf = (draw: number): { weights: ReadonlyMap<string, number> } => ({
  weights: new Map(oracle.weights[draw]?.map((weight, index) => [`c${index}`, weight])),
})
const frame = { seed: 0, draws, pairs }
const result = summarise(model, runBlock(model, frame, { from: 0, to: draws, drawOf }))

it('has the type-1 quantiles, means and deviations of 400 given draws', () => {
  expect(draws).toBe(400)
  expect(result.units.map(({ rank }) => rank?.low)).toEqual(oracle.rank_q1['0.05'])
  expect(result.units.map(({ rank }) => rank?.median)).toEqual(oracle.rank_q1['0.5'])
  expect(result.units.map(({ rank }) => rank?.high)).toEqual(oracle.rank_q1['0.95'])
  for (const [row, unit] of result.units.entries()) {
    expect(unit.meanRank).toBeCloseTo(oracle.rank_mean[row] ?? NaN, 12)
    expect(unit.standardError * Math.sqrt(draws)).toBeCloseTo(oracle.rank_sd_sample[row] ?? NaN, 12)
    expect(unit.ranked).toBe(1)
  }
})

it('has the share of every rank and the chance of being among the first k', () => {
  for (const [row, unit] of result.units.entries()) {
    const shares = oracle.acceptability[row] ?? []
    expect([...unit.rankShares]).toEqual(shares)
    expect(probabilityAtMost(unit, 3)).toBeCloseTo((shares[0] ?? 0) + (shares[1] ?? 0) + (shares[2] ?? 0), 14)
    expect(probabilityAtMost(unit, 12)).toBeCloseTo(1, 14)
  }
})

it('has the share of draws in which one is before the other', () => {
  const asked = result.pairs.slice(-pairs.length)
  for (const { first, second, firstBefore, standardError } of asked) {
    expect(firstBefore).toBe(oracle.pairwise_winning[first]?.[second])
    expect(standardError).toBeCloseTo(Math.sqrt((firstBefore * (1 - firstBefore)) / draws), 15)
  }
})

it('gives the same counts however the list is split', () => {
  const whole = runBlock(model, frame, { from: 0, to: draws, drawOf })
  const parts = [0, 57, 58, 300, 399].map((from, index, all) =>
    runBlock(model, frame, { from, to: all[index + 1] ?? draws, drawOf }),
  )
  expect(mergeBlocks(parts.toReversed())).toEqual(whole)
})
