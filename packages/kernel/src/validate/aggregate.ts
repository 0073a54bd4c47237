import { fault, type Fault, type FaultParam } from '../errors.ts'
import type { AggregateSpec, BranchSpec } from '../framework.ts'
import { choquetFaults } from './choquet.ts'
import { owaFaults } from './owa.ts'
import { preferenceFaults } from './preference.ts'

const WEIGHT_TOLERANCE = 1e-9

/** Methods whose weights are points, or that do not read them. */
const WITHOUT_SHARES: readonly AggregateSpec['method'][] = [
  'minimum',
  'product',
  'staircase',
  'deduct',
  'bonus',
  'owa',
  'choquet-capacity',
]

/** Faults of a branch's method and of its children's weights together. The branch has children. */
export function aggregateFaults(branch: BranchSpec, path: string): readonly Fault[] {
  const shares = WITHOUT_SHARES.includes(branch.aggregate.method) ? [] : sumFaults(branch, path)
  return [...methodFaults(branch, path), ...shares]
}

function methodFaults(branch: BranchSpec, path: string): readonly Fault[] {
  const { id, aggregate, children } = branch
  const unless = (sound: boolean, code: string, [field, params]: readonly [string, Params]): readonly Fault[] =>
    sound ? [] : [fault(code, params, { id, path: `${path}/${field}` })]
  switch (aggregate.method) {
    case 'staircase':
      return unless(inside(aggregate.metAt), 'MET_AT_RANGE', ['aggregate/metAt', { metAt: aggregate.metAt }])
    case 'deduct':
      return [
        ...unless(inside(aggregate.full), 'DEDUCT_FULL_RANGE', ['aggregate/full', { full: aggregate.full }]),
        ...unless(totalOf(children) > 0, 'DEDUCT_WITHOUT_POINTS', ['children', {}]),
      ]
    case 'bonus': {
      const { above, max } = aggregate
      return unless(above >= 0 && above < max && max <= 100, 'BONUS_RANGE', ['aggregate', { above, max }])
    }
    case 'power': {
      const { exponent } = aggregate
      const sound = exponent !== 0 && Number.isFinite(exponent)
      return unless(sound, 'EXPONENT_NOT_USABLE', ['aggregate/exponent', { exponent }])
    }
    case 'vikor':
      return unless(aggregate.v >= 0 && aggregate.v <= 1, 'VIKOR_V_RANGE', ['aggregate/v', { v: aggregate.v }])
    case 'grey-relation':
      return unless(aggregate.rho > 0 && aggregate.rho <= 1, 'GREY_RHO_RANGE', [
        'aggregate/rho',
        { rho: aggregate.rho },
      ])
    case 'promethee':
      return preferenceFaults(aggregate.preference, { id, path: `${path}/aggregate/preference` })
    case 'owa':
      return owaFaults(aggregate.weights, { children: children.length, at: { id, path: `${path}/aggregate/weights` } })
    case 'choquet':
    case 'choquet-capacity':
      return choquetFaults(branch, aggregate, path)
    default:
      return []
  }
}

type Params = Readonly<Record<string, FaultParam>>

function sumFaults({ id, children }: BranchSpec, path: string): readonly Fault[] {
  const sum = totalOf(children)
  if (!Number.isFinite(sum) || Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return []
  return [fault('WEIGHTS_SUM', { sum, children: children.map((child) => child.id) }, { id, path: `${path}/children` })]
}

const totalOf = (children: BranchSpec['children']): number => children.reduce((sum, { weight }) => sum + weight, 0)

const inside = (score: number): boolean => score > 0 && score <= 100
