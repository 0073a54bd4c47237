import { normaliseByMinMax, normaliseByZScore } from '@plumbline/kernel'
import { describe, expect, it } from 'vitest'
import {
  ranks,
  scaleByDistanceFromBest,
  scaleByEnhancedAccuracy,
  scaleByLogarithm,
  scaleByMedian,
  scaleByPower,
  scaleBySum,
  scaleByVector,
  type Direction,
} from '../../src/index.ts'
import { codesOf } from '../ranking/faults.ts'
import { decisions, expectClose, fixture, NAMES, type Name } from '../ranking/fixtures.ts'
import { readsEveryCase } from '../coverage.ts'

type Matrix = readonly (readonly (number | null)[])[]
const recorded = fixture<Readonly<Record<Name, Readonly<Record<string, Matrix>>>>>('normalisations')

const METHODS: Readonly<Record<string, (raw: Float64Array, direction: Direction) => Iterable<number>>> = {
  minmax_raw: (raw) => normaliseByMinMax(raw, 'positive', { high: 1 }),
  sum_dir: scaleBySum,
  sum_raw: (raw) => scaleBySum(raw),
  vector_dir: scaleByVector,
  vector_raw: (raw) => scaleByVector(raw),
  zscore_pop: (raw) => normaliseByZScore(raw, 'positive', { over: 'n' }),
  logarithmic_dir: scaleByLogarithm,
  nonlinear_dir: scaleByPower,
  enhanced_accuracy_dir: scaleByEnhancedAccuracy,
  zavadskas_turskis_dir: scaleByDistanceFromBest,
  rank_dense_best1: (raw, direction) =>
    ranks(raw, { ties: 'dense', first: direction === 'positive' ? 'largest' : 'smallest' }),
  robust_z_mad: (raw) => scaleByMedian(raw),
  robust_iqr: (raw) => scaleByMedian(raw, { spread: 'quartiles' }),
}

describe.each(NAMES)('normalisations of %s', (name) => {
  const { matrix, objectives } = decisions[name]

  it('are all here', () => expect(Object.keys(recorded[name]).toSorted()).toEqual(Object.keys(METHODS).toSorted()))

  it.each(Object.entries(METHODS))('%s', (key, method) => {
    objectives.forEach((objective, j) => {
      const raw = Float64Array.from(matrix, (row) => row[j] ?? NaN)
      const expected = (recorded[name][key] ?? []).map((row) => row[j] ?? null)
      const call = () => method(raw, objective === 1 ? 'positive' : 'negative')
      const defined = expected.filter((value) => value !== null)
      if (defined.length === 0) expect(codesOf(call)[0]?.[0]).toMatch(/^SCALE_/)
      else expectClose(call(), defined)
    })
  })
})

readsEveryCase(import.meta.url)
