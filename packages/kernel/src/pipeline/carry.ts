import { fault, FaultError } from '../errors.ts'
import type { NormaliseSpec } from '../framework.ts'
import { carryThrough, type Transform } from '../treat/transform.ts'

/**
 * A normaliser with its raw values, goalposts and targets, carried through what the column went through, so that whoever
 * had reached a target still has.
 *
 * @throws FaultError TREAT_CARRY_DOMAIN - a treatment has no value there; PIPELINE_CARRY_EQUAL - both goalposts lie beyond
 * the same winsorised end.
 */
export function carryNormalise(normalise: NormaliseSpec, transforms: readonly Transform[]): NormaliseSpec {
  if (transforms.length === 0) return normalise
  const carry = (value: number): number => carryThrough(transforms, [value])[0] ?? NaN
  switch (normalise.method) {
    case 'goalposts': {
      const [worst, best] = [carry(normalise.worst), carry(normalise.best)]
      if (worst !== best) return { ...normalise, worst, best }
      throw new FaultError([
        fault('PIPELINE_CARRY_EQUAL', { worst: normalise.worst, best: normalise.best, carried: worst }),
      ])
    }
    case 'distance-to-target':
      return { ...normalise, target: carry(normalise.target) }
    case 'distance-to-reference':
      return typeof normalise.reference === 'string'
        ? normalise
        : { ...normalise, reference: carry(normalise.reference) }
    case 'efficacy': {
      const { satisfactory, unacceptable, ...rest } = normalise
      return {
        ...rest,
        ...(satisfactory !== undefined && { satisfactory: carry(satisfactory) }),
        ...(unacceptable !== undefined && { unacceptable: carry(unacceptable) }),
      }
    }
    case 'scaled':
      return { ...normalise, lower: carry(normalise.lower), upper: carry(normalise.upper) }
    case 'sigmoid':
      return normalise.midpoint === undefined ? normalise : { ...normalise, midpoint: carry(normalise.midpoint) }
    default:
      return normalise
  }
}
