import type { SampleNormaliseSpec } from './spec.ts'

/**
 * Lowest and highest raw value that the standard itself names in a sample method; null where it names none or only one.
 *
 * @example namedRange({ method: 'scaled', lower: 0, upper: 10 }) // [0, 10]
 */
export function namedRange(spec: SampleNormaliseSpec): readonly [low: number, high: number] | null {
  const { sample } = spec
  if (spec.method === 'scaled') return [spec.lower, spec.upper]
  if (spec.method === 'efficacy' && spec.satisfactory !== undefined && spec.unacceptable !== undefined) {
    return [Math.min(spec.satisfactory, spec.unacceptable), Math.max(spec.satisfactory, spec.unacceptable)]
  }
  if (!sample) return null
  return 'values' in sample
    ? [Math.min(...sample.values), Math.max(...sample.values)]
    : [sample.minimum, sample.maximum]
}
