import type { FrozenSample } from './spec.ts'
import { sampleStatistics, type SampleStatistics } from './statistics.ts'

/**
 * Statistics that a standard has written down.
 *
 * @returns Without single values `sorted` is empty.
 * @example frozenStatistics({ values: [4, 2] }).mean // 3
 */
export const frozenStatistics = (sample: FrozenSample): SampleStatistics =>
  'values' in sample ? sampleStatistics(Float64Array.from(sample.values)) : { ...sample, sorted: new Float64Array() }
