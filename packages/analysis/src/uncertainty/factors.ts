import {
  isBranch,
  isMeasure,
  suits,
  type AggregateSpec,
  type Dataset,
  type IndicatorSpec,
  type Plan,
} from '@plumbline/kernel'
import { normalDraw } from '../random/normal.ts'
import type { Stream } from '../random/stream.ts'
import { isChoquet } from './capacities.ts'
import type { Draw } from './draw.ts'
import { isMean } from './means.ts'
import type { Among, NoiseFactor, UncertaintySpec } from './spec.ts'
import { drawWeights } from './weights.ts'

/** One thing that is uncertain, ready to be drawn. */
export interface Factor {
  /** Place in the specification, for example `weights/0`. */
  readonly key: string
  readonly realise: (stream: Stream) => Draw
}

/** The factors of a specification that has been checked, in the order of its parts. */
export function factorsOf(plan: Plan, dataset: Dataset, spec: UncertaintySpec): readonly Factor[] {
  const branches = branchIds(plan)
  const indicators = indicatorIds(plan)
  return [
    ...list('weights', spec.weights, (factor, stream) =>
      drawWeights(plan, { factor, branches: chosen(factor.branches, weightedIds(plan)) }, stream),
    ),
    ...list('aggregation', spec.aggregation, (factor, stream) => {
      const option = pick(factor.options, stream)
      if (option === undefined || option === 'declared') return {}
      return { aggregates: each(chosen(factor.branches, branches), option) }
    }),
    ...list('normalisation', spec.normalisation, (factor, stream) => {
      const option = pick(factor.options, stream)
      return option === undefined ? {} : { normalisers: each(chosen(factor.indicators, indicators), option) }
    }),
    ...list('inclusion', spec.inclusion, (factor, stream) => ({
      out: new Set(chosen(factor.indicators, indicators).filter(() => stream.uniform() < factor.probability)),
    })),
    ...list('noise', spec.noise, (factor, stream) => ({
      values: new Map(factor.indicators.flatMap((id) => noisy(dataset, { id, factor }, stream))),
    })),
    ...list('missing', spec.missing, (factor, stream) => {
      const option = pick(factor.options, stream)
      return option === undefined ? {} : { missing: each(chosen(factor.nodes, withoutPolicy(plan)), option) }
    }),
  ]
}

export const list = <T>(
  part: string,
  factors: readonly T[] | undefined,
  realise: (factor: T, stream: Stream) => Draw,
): readonly Factor[] =>
  (factors ?? []).map((factor, index) => ({ key: `${part}/${index}`, realise: (stream) => realise(factor, stream) }))

/** Ids of the branches whose weights can be drawn: means, and Choquet integrals with their capacities. */
export const weightedIds = ({ nodes }: Plan): readonly string[] =>
  nodes.flatMap((node) => (isBranch(node) && hasWeights(node.spec.aggregate) ? [node.spec.id] : []))
const hasWeights = (spec: AggregateSpec): boolean => isMean(spec) || isChoquet(spec)

/** Ids of the branches that are means, and of all indicators. */
export const branchIds = ({ nodes }: Plan): readonly string[] =>
  nodes.flatMap((node) => (isBranch(node) && isMean(node.spec.aggregate) ? [node.spec.id] : []))
export const indicatorIds = ({ nodes }: Plan): readonly string[] =>
  nodes.flatMap((node) => (isBranch(node) ? [] : [node.spec.id]))

/** Ids of the indicators that have no missing policy of their own. */
export const withoutPolicy = ({ nodes }: Plan): readonly string[] =>
  nodes.flatMap((node) => (isBranch(node) || node.spec.missing !== undefined ? [] : [node.spec.id]))

const idsOf = ({ nodes }: Plan, fits: (spec: IndicatorSpec) => boolean): readonly string[] =>
  nodes.flatMap((node) => (!isBranch(node) && fits(node.spec) ? [node.spec.id] : []))

/** Ids of the indicators whose gaps can be averaged: levels and yes/no cannot. */
export const measureIds = (plan: Plan): readonly string[] => idsOf(plan, ({ normalise }) => isMeasure(normalise))

/** Ids of the indicators that can go through outlier treatment. */
export const treatableIds = (plan: Plan): readonly string[] => idsOf(plan, ({ normalise }) => suits('treat', normalise))

/** The ids themselves, or all. */
export const chosen = (among: Among, all: readonly string[]): readonly string[] => (among === 'all' ? all : among)

export const each = <T>(ids: readonly string[], value: T): ReadonlyMap<string, T> =>
  new Map(ids.map((id) => [id, value]))

export const pick = <T>(options: readonly T[], stream: Stream): T | undefined =>
  options[Math.floor(stream.uniform() * options.length)]

function noisy(
  dataset: Dataset,
  { id, factor }: { readonly id: string; readonly factor: NoiseFactor },
  stream: Stream,
): readonly (readonly [string, Float64Array])[] {
  const values = dataset.columns.get(id)?.values
  if (!values) return []
  const { shape, scale, size, least = -Infinity, most = Infinity } = factor
  const noise = values.map((value) => {
    const error = shape === 'normal' ? normalDraw(stream) : 2 * stream.uniform() - 1
    const moved = value + error * size * (scale === 'relative' ? Math.abs(value) : 1)
    return Number.isNaN(value) ? NaN : Math.min(most, Math.max(least, moved))
  })
  return [[id, noise]]
}
