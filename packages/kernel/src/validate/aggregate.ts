import { fault, type Fault, type FaultParam } from '../errors.ts'
import type { BranchSpec } from '../framework.ts'

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
    default:
      return sumFaults(sum)
  }

  function sumFaults(total: number): readonly Fault[] {
    if (!Number.isFinite(total) || Math.abs(total - 1) <= WEIGHT_TOLERANCE) return []
    return found('WEIGHTS_SUM', { sum: total, children: children.map((child) => child.id) }, 'children')
  }
}

const inside = (score: number): boolean => score > 0 && score <= 100
