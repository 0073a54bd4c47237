import {
  prepareUncertainty,
  scoreDraw,
  type Draw,
  type SampleNormaliser,
  type UncertaintyModel,
} from '../../src/index.ts'
import { branchIds, indicatorIds } from '../../src/uncertainty/factors.ts'
import { coinrPlan, datasetOf, fixture, treat, type CoinrData } from './support.ts'

interface WeightSet {
  readonly iCode: readonly string[]
  readonly Weight: readonly number[]
}

export interface Replay {
  readonly weight_sets: readonly WeightSet[]
  readonly parameters: {
    readonly rep: readonly number[]
    readonly winmax: readonly number[]
    readonly norm_idx: readonly number[]
    readonly weights_idx: readonly number[]
    readonly f_ag: readonly ('a_amean' | 'a_gmean')[]
  }
  readonly Scores: Readonly<Record<string, readonly number[]>>
}

export interface CoinrFile {
  readonly dataset: CoinrData
  readonly ua: Replay & {
    readonly Ranks: Readonly<Record<string, readonly number[]>>
    readonly RankStats: Readonly<Record<string, readonly number[]>>
  }
  readonly sa: Replay & {
    readonly N: number
    readonly d: number
    readonly y_mean_abs_rank_change: readonly number[]
    readonly Sensitivity: { readonly Si: readonly number[]; readonly STi: readonly number[] }
  }
}

/**
 * COINr's two normalisers. Its z-scores have mean 100 and deviation 5 and so lie above 100, which no score may: they are
 * taken at half the size. Both means are homogeneous of degree 1, so twice the index at half size is the index.
 */
const MIN_MAX: SampleNormaliser = { method: 'sample-min-max', low: 1, high: 100 }
const HALF_Z: SampleNormaliser = { method: 'sample-z-score', mean: 50, sd: 2.5 }

export interface Player {
  readonly model: UncertaintyModel
  readonly drawOf: (replay: Replay, index: number) => Draw
  readonly nominal: Draw
  /** Index scores of a replication, in COINr's size. */
  readonly scores: (replay: Replay, index: number) => Float64Array
}

export function playerOf(size: 'small' | 'medium'): Player & { readonly file: CoinrFile } {
  const file = fixture<CoinrFile>(`uncertainty/coinr-${size}`)
  const plan = coinrPlan(file.dataset)
  const model = prepareUncertainty(plan, datasetOf(file.dataset.values, file.dataset.units), {})
  const all = <T>(ids: readonly string[], value: T): ReadonlyMap<string, T> => new Map(ids.map((id) => [id, value]))
  const treated = (winmax: number): ReadonlyMap<string, Float64Array> =>
    new Map([...model.dataset.columns].map(([id, { values }]) => [id, treat(values, winmax)]))
  const isHalf = ({ parameters }: Replay, index: number): boolean => parameters.norm_idx[index] === 2

  const drawOf = (replay: Replay, index: number): Draw => {
    const { winmax, weights_idx, f_ag } = replay.parameters
    const set = replay.weight_sets[(weights_idx[index] ?? 0) - 1]
    return {
      values: treated(winmax[index] ?? 0),
      normalisers: all(indicatorIds(plan), isHalf(replay, index) ? HALF_Z : MIN_MAX),
      weights: new Map(set?.iCode.map((id, place): [string, number] => [id, set.Weight[place] ?? NaN])),
      aggregates: all(branchIds(plan), { method: f_ag[index] === 'a_gmean' ? 'geometric' : 'arithmetic' }),
    }
  }
  return {
    file,
    model,
    drawOf,
    nominal: { values: treated(5), normalisers: all(indicatorIds(plan), MIN_MAX) },
    scores: (replay, index) =>
      scoreDraw(model, drawOf(replay, index)).score.map((score) => (isHalf(replay, index) ? 2 : 1) * score),
  }
}
