import { fault, type Fault, type Plan } from '@plumbline/kernel'
import { branchIds, chosen, indicatorIds, measureIds, treatableIds, weightedIds, withoutPolicy } from './factors.ts'
import type { Among, UncertaintySpec } from './spec.ts'

/**
 * Entries that reach no node, and nodes that two entries of one part would decide: the later would undo the earlier.
 *
 * @returns UNCERTAINTY_NOTHING_NAMED and UNCERTAINTY_NAMED_TWICE, each with its place in the specification.
 */
export function checkReach(plan: Plan, spec: UncertaintySpec): readonly Fault[] {
  const branches = branchIds(plan)
  const indicators = indicatorIds(plan)
  const reach = (part: string, among: readonly Among[] | undefined, all: readonly string[]): readonly Fault[] => {
    const seen = new Set<string>()
    return (among ?? []).flatMap((one, index) => {
      const path = `${part}/${index}`
      const ids = chosen(one, all)
      const twice = ids.filter((id) => seen.has(id) || !seen.add(id))
      return [
        ...(ids.length === 0 ? [fault('UNCERTAINTY_NOTHING_NAMED', {}, { path })] : []),
        ...twice.map((id) => fault('UNCERTAINTY_NAMED_TWICE', {}, { path, id })),
      ]
    })
  }
  return [
    ...reach(
      'weights',
      spec.weights?.map((factor) => factor.branches),
      weightedIds(plan),
    ),
    ...reach(
      'aggregation',
      spec.aggregation?.map((factor) => factor.branches),
      branches,
    ),
    ...reach(
      'normalisation',
      spec.normalisation?.map((factor) => factor.indicators),
      indicators,
    ),
    ...reach(
      'inclusion',
      spec.inclusion?.map((factor) => factor.indicators),
      indicators,
    ),
    ...reach(
      'noise',
      spec.noise?.map((factor) => factor.indicators),
      indicators,
    ),
    ...reach(
      'imputation',
      spec.imputation?.map((factor) => factor.indicators),
      measureIds(plan),
    ),
    ...reach(
      'treatment',
      spec.treatment?.map((factor) => factor.indicators),
      treatableIds(plan),
    ),
    ...reach(
      'missing',
      spec.missing?.map((factor) => factor.nodes),
      withoutPolicy(plan),
    ),
  ]
}
