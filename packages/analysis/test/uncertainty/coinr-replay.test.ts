import { describe, expect, it } from 'vitest'
import { meanRankShift, runBlock, scoreDraw, sobolIndices, summarise } from '../../src/index.ts'
import { playerOf, type Replay } from './replay.ts'
import { readsEveryCase } from '../coverage.ts'

/** The kernel's grid, twice over where the index is taken at half size, on scores of some 100. */
const TOLERANCE = 2e-9

function worst(actual: Float64Array, expected: readonly number[]): number {
  return expected.reduce((most, value, row) => Math.max(most, Math.abs((actual[row] ?? NaN) - value)), 0)
}

describe.each(['small', 'medium'] as const)('COINr replay, %s', (size) => {
  const { file, model, drawOf, nominal, scores } = playerOf(size)
  const parts: readonly (readonly [string, Replay])[] = [
    ['uncertainty', file.ua],
    ['sensitivity', file.sa],
  ]

  it.each(parts)('gives every score of the %s run, draw by draw', (_, replay) => {
    expect(replay.parameters.rep.length).toBeGreaterThanOrEqual(25)
    for (const [index, rep] of replay.parameters.rep.entries()) {
      expect(worst(scores(replay, index), replay.Scores[`r_${rep}`] ?? []), `r_${rep}`).toBeLessThan(TOLERANCE)
    }
    expect(worst(scoreDraw(model, nominal).score, replay.Scores['Nominal'] ?? [])).toBeLessThan(TOLERANCE)
  })

  it('gives every rank of the uncertainty run', () => {
    for (const [index, rep] of file.ua.parameters.rep.entries())
      expect([...scoreDraw(model, drawOf(file.ua, index)).rank], `r_${rep}`).toEqual(file.ua.Ranks[`r_${rep}`])
    expect([...scoreDraw(model, nominal).rank]).toEqual(file.ua.Ranks['Nominal'])
  })

  it('counts the replayed ranks as COINr sums them up', () => {
    const draws = file.ua.parameters.rep.length
    const block = runBlock(model, { seed: 0, draws }, { from: 0, to: draws, drawOf: (draw) => drawOf(file.ua, draw) })
    const { units } = summarise(model, block)
    const { Mean: means = [], Median: medians = [] } = file.ua.RankStats
    // With 25 draws type 7 and type 1 agree on the median: the 13th of the sorted ranks.
    expect(units.map(({ rank }) => rank?.median)).toEqual(medians)
    for (const [row, { meanRank }] of units.entries()) expect(meanRank).toBeCloseTo(means[row] ?? NaN, 12)
  })

  it('gives the sensitivity outputs, and its indices up to the centring that COINr leaves out', () => {
    const { N, d, y_mean_abs_rank_change: expected, Sensitivity } = file.sa
    const declared = scoreDraw(model, nominal).rank
    const y = Float64Array.from(file.sa.parameters.rep, (_, index) =>
      meanRankShift(declared, scoreDraw(model, drawOf(file.sa, index)).rank),
    )
    expect(worst(y, expected)).toBeLessThan(1e-12)
    const part = (block: number): Float64Array => y.subarray(block * N, (block + 1) * N)
    const outputs = { a: part(0), b: part(1), ab: Array.from({ length: d }, (_, factor) => part(factor + 2)) }
    // COINr divides by the sample variance of 2 N outputs, this package by the population variance.
    const toSample = (2 * N - 1) / (2 * N)
    const uncentred = sobolIndices(outputs, { centre: 0 }).indices ?? []
    expect(uncentred).toHaveLength(d)
    for (const [factor, { first, total }] of uncentred.entries()) {
      expect(first * toSample).toBeCloseTo(Sensitivity.Si[factor] ?? NaN, 10)
      expect(total * toSample).toBeCloseTo(Sensitivity.STi[factor] ?? NaN, 10)
    }
  })
})

readsEveryCase(import.meta.url)
