import type { AggregateSpec } from '@plumbline/kernel'

/** Not `choquet`: its weights are bound by its interactions, so it is drawn with them (`drawCapacity`). */
const MEANS: ReadonlySet<AggregateSpec['method']> = new Set([
  'arithmetic',
  'geometric',
  'harmonic',
  'power',
  'weighted-median',
  'mazziotta-pareto',
  'copeland',
  'topsis',
  'vikor',
  'promethee',
  'grey-relation',
] as const)

/** True for the methods that read their children's weights as shares of 1, and take any such shares. */
export const isMean = ({ method }: AggregateSpec): boolean => MEANS.has(method)
