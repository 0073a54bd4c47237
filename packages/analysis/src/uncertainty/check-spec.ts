import { isBranch, referencesOf, suggest, type Condition, type Dataset, type Fault, type Plan } from '@plumbline/kernel'
import { alternative, checkIds, checkOptions, sayInto, type Say } from './check-parts.ts'
import { checkPreparation } from './check-preparation.ts'
import { checkReach } from './check-reach.ts'
import { branchIds, indicatorIds, weightedIds } from './factors.ts'
import { isSampleNormaliser } from './sample-normaliser.ts'
import type { UncertaintySpec, WeightFactor } from './spec.ts'
import { childrenOf } from './weights.ts'

/**
 * Everything in a specification that does not fit its framework and data.
 *
 * @returns UNCERTAINTY_… faults, and those of the kernel for an alternative that it cannot run, each with its place in
 * the specification.
 */
export function checkSpec(plan: Plan, dataset: Dataset, spec: UncertaintySpec): readonly Fault[] {
  const found: Fault[] = []
  const sayAt = sayInto(found)
  const branches = new Set(plan.nodes.flatMap((node) => (isBranch(node) ? [node.spec.id] : [])))
  const indicators = new Set(indicatorIds(plan))
  const means = new Set(branchIds(plan))
  const withWeights = new Set(weightedIds(plan))

  spec.weights?.forEach((factor, index) => {
    const say = sayAt(`weights/${index}`)
    checkIds(factor.branches, branches, say)
    const weighted = factor.kind === 'experts' ? means : withWeights
    for (const id of factor.branches === 'all' ? [] : factor.branches)
      if (branches.has(id) && !weighted.has(id)) say('UNCERTAINTY_NO_SHARES', {}, id)
    checkWeights(plan, factor, say)
  })
  spec.aggregation?.forEach(({ branches: among, options }, index) => {
    const say = sayAt(`aggregation/${index}`)
    checkIds(among, branches, say)
    checkOptions(options, say)
    for (const option of options) {
      if (option === 'declared') continue
      const ids = among === 'all' ? [...means] : among
      found.push(...alternative(plan, { aggregates: new Map(ids.map((id) => [id, option])) }, `aggregation/${index}`))
    }
  })
  spec.normalisation?.forEach(({ indicators: among, options }, index) => {
    const say = sayAt(`normalisation/${index}`)
    checkIds(among, indicators, say)
    checkOptions(options, say)
    const ids = among === 'all' ? [...indicators] : among
    for (const option of options) {
      if (option === 'declared') continue
      if (isSampleNormaliser(option)) {
        for (const id of ids) checkSampled({ plan, dataset, id }, say)
      } else {
        const draw = { normalisers: new Map(ids.map((id) => [id, option])) }
        found.push(...alternative(plan, draw, `normalisation/${index}`))
      }
    }
  })
  spec.inclusion?.forEach(({ indicators: among, probability }, index) => {
    const say = sayAt(`inclusion/${index}`)
    checkIds(among, indicators, say)
    if (!(probability >= 0 && probability <= 1)) say('UNCERTAINTY_PROBABILITY', { value: probability })
  })
  spec.noise?.forEach(({ indicators: among, size, least = -Infinity, most = Infinity }, index) => {
    const say = sayAt(`noise/${index}`)
    checkIds(among, indicators, say)
    if (!(size >= 0 && size < Infinity)) say('UNCERTAINTY_NOISE_SIZE', { value: String(size) })
    if (!(least <= most)) say('UNCERTAINTY_NOISE_BOUNDS', { least, most })
    for (const id of among) checkNoisy({ plan, dataset, id }, say)
  })
  spec.missing?.forEach(({ nodes, options }, index) => {
    const say = sayAt(`missing/${index}`)
    checkIds(nodes, new Set(plan.indexOf.keys()), say)
    checkOptions(options, say)
  })
  return [...found, ...checkPreparation(plan, spec), ...checkReach(plan, spec)]
}

function checkWeights(plan: Plan, factor: WeightFactor, say: Say): void {
  if (factor.kind === 'uniform' && !(factor.spread >= 0 && factor.spread < 1))
    say('UNCERTAINTY_SPREAD', { value: factor.spread })
  if (factor.kind === 'dirichlet' && !(factor.concentration > 0 && factor.concentration < Infinity))
    say('UNCERTAINTY_CONCENTRATION', { value: String(factor.concentration) })
  if (factor.kind !== 'experts') return
  if (factor.vectors.length === 0) say('UNCERTAINTY_NO_EXPERTS', {})
  const children = factor.branches.map((id) => childrenOf(plan, id).map((child) => child.id))
  const known = new Set(children.flat())
  for (const [index, vector] of factor.vectors.entries()) {
    const expert = index + 1
    for (const id of Object.keys(vector))
      if (!known.has(id)) say('UNCERTAINTY_EXPERT_UNKNOWN_NODE', { expert, nearest: suggest(id, [...known]) }, id)
    for (const ids of children) {
      const bad = ids.filter((id) => !((vector[id] ?? NaN) >= 0 && (vector[id] ?? NaN) < Infinity))
      for (const id of bad) say('UNCERTAINTY_EXPERT_WEIGHT', { expert }, id)
      if (ids.length > 0 && bad.length === 0 && ids.every((id) => vector[id] === 0))
        say('UNCERTAINTY_EXPERT_ALL_ZERO', { expert, children: ids })
    }
  }
}

interface Cell {
  readonly plan: Plan
  readonly dataset: Dataset
  readonly id: string
}

/** A gate that reads the raw value must not be given a score in its place. */
function checkSampled({ plan, dataset, id }: Cell, say: Say): void {
  if (readRaw(plan).has(id)) say('UNCERTAINTY_READ_BY_GATE', {}, id)
  checkSingleValues(dataset, id, say)
}

function checkNoisy({ plan, dataset, id }: Cell, say: Say): void {
  const node = plan.nodes[plan.indexOf.get(id) ?? -1]
  const method = node && !isBranch(node) ? node.spec.normalise.method : ''
  if (method === 'level-map' || method === 'boolean') say('UNCERTAINTY_NOISE_ON_LEVELS', {}, id)
  checkSingleValues(dataset, id, say)
}

function checkSingleValues(dataset: Dataset, id: string, say: Say): void {
  if ((dataset.columns.get(id)?.ratings?.size ?? 0) > 0) say('UNCERTAINTY_PANEL_RATINGS', {}, id)
}

/** Ids of the indicators whose raw values a gate reads. */
export function readRaw({ framework }: Plan): ReadonlySet<string> {
  const leaves = (condition: Condition): readonly string[] => {
    if ('all' in condition) return condition.all.flatMap(leaves)
    if ('any' in condition) return condition.any.flatMap(leaves)
    if ('not' in condition) return leaves(condition.not)
    if ('formula' in condition) return referencesOf(condition.formula.body).map(({ id }) => id)
    return 'leaf' in condition ? [condition.leaf] : []
  }
  return new Set(framework.gates.flatMap(({ when }) => leaves(when)))
}
