import { fault, type Fault, type FaultPlace } from '../errors.ts'

const TOLERANCE = 1e-9

/** Faults of weights by place: one for each child, none negative, of sum 1. */
export function owaFaults(
  weights: readonly number[],
  { children, at }: { readonly children: number; readonly at: FaultPlace },
): readonly Fault[] {
  if (weights.length !== children) return [fault('OWA_COUNT', { weights: weights.length, children }, at)]
  const sum = weights.reduce((running, weight) => running + weight, 0)
  return weights.every((weight) => weight >= 0) && Math.abs(sum - 1) <= TOLERANCE
    ? []
    : [fault('OWA_WEIGHTS', { weights, sum }, at)]
}
