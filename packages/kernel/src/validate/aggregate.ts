import { fault, type Fault, type FaultParam } from '../errors.ts'
import type { BranchSpec } from '../framework.ts'
import { choquetFaults } from './choquet.ts'
import { preferenceFaults } from './preference.ts'

const WEIGHT_TOLERANCE = 1e-9

/** Faults of a branch's method and of its children's weights together. The branch has children. */
export function aggregateFaults(branch: BranchSpec, path: string): readonly Fault[] {
  const { id, aggregate, children } = branch
  const sum = children.reduce((total, { weight }) => total + weight, 0)
  const found = (code: string, params: Readonly<Record<string, FaultParam>>, field: string): readonly Fault[] => [
    fault(code, params, { id, path: `${path}/${field}` }),
  ]
  switch (aggregate.method) {
    case 'minimum':
    case 'product':
      return []
    case 'staircase':
      return inside(aggregate.metAt) ? [] : found('MET_AT_RANGE', { metAt: aggregate.metAt }, 'aggregate/metAt')
    case 'deduct':
      return [
        ...(inside(aggregate.full) ? [] : found('DEDUCT_FULL_RANGE', { full: aggregate.full }, 'aggregate/full')),
        ...(sum > 0 ? [] : found('DEDUCT_WITHOUT_POINTS', {}, 'children')),
      ]
    case 'bonus':
      return aggregate.above >= 0 && aggregate.above < aggregate.max && aggregate.max <= 100
        ? []
        : found('BONUS_RANGE', { above: aggregate.above, max: aggregate.max }, 'aggregate')
    case 'power':
      return [
        ...(aggregate.exponent !== 0 && Number.isFinite(aggregate.exponent)
          ? []
          : found('EXPONENT_NOT_USABLE', { exponent: aggregate.exponent }, 'aggregate/exponent')),
        ...sumFaults(sum),
      ]
    case 'owa':
      return owaFaults(aggregate.weights)
    case 'choquet':
      return [...choquetFaults(branch, aggregate, path), ...sumFaults(sum)]
    case 'choquet-capacity':
      return choquetFaults(branch, aggregate, path)
    case 'vikor':
      return [
        ...(aggregate.v >= 0 && aggregate.v <= 1 ? [] : found('VIKOR_V_RANGE', { v: aggregate.v }, 'aggregate/v')),
        ...sumFaults(sum),
      ]
    case 'grey-relation':
      return [
        ...(aggregate.rho > 0 && aggregate.rho <= 1
          ? []
          : found('GREY_RHO_RANGE', { rho: aggregate.rho }, 'aggregate/rho')),
        ...sumFaults(sum),
      ]
    case 'promethee':
      return [
        ...preferenceFaults(aggregate.preference, { id, path: `${path}/aggregate/preference` }),
        ...sumFaults(sum),
      ]
    default:
      return sumFaults(sum)
  }

  function owaFaults(weights: readonly number[]): readonly Fault[] {
    const total = weights.reduce((running, weight) => running + weight, 0)
    if (weights.length !== children.length) {
      return found('OWA_COUNT', { weights: weights.length, children: children.length }, 'aggregate/weights')
    }
    return weights.every((weight) => weight >= 0) && Math.abs(total - 1) <= WEIGHT_TOLERANCE
      ? []
      : found('OWA_WEIGHTS', { weights, sum: total }, 'aggregate/weights')
  }

  function sumFaults(total: number): readonly Fault[] {
    if (!Number.isFinite(total) || Math.abs(total - 1) <= WEIGHT_TOLERANCE) return []
    return found('WEIGHTS_SUM', { sum: total, children: children.map((child) => child.id) }, 'children')
  }
}

const inside = (score: number): boolean => score > 0 && score <= 100
