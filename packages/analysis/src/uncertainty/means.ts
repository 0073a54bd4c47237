import type { AggregateSpec } from '@plumbline/kernel'

const MEANS: ReadonlySet<string> = new Set(['arithmetic', 'geometric', 'harmonic', 'power'])

/** True for the methods that read their children's weights as shares of 1. */
export const isMean = ({ method }: AggregateSpec): boolean => MEANS.has(method)
