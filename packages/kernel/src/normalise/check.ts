import type { FaultParam } from '../errors.ts'
import type { IndicatorSpec, NormaliseSpec } from '../framework.ts'

/** What is wrong with a raw value: a fault without its place. */
export interface RawFault {
  readonly code: string
  readonly params: Readonly<Record<string, FaultParam>>
}

/**
 * Judges one raw value against what its indicator can read.
 *
 * @param value - Not missing.
 * @returns RAW_INFINITE, RAW_NOT_A_LEVEL, RAW_NOT_BOOLEAN or RAW_OUTSIDE_SCALE; null where the value can be scored.
 * @example checkRaw({ method: 'boolean', whenTrue: 100, whenFalse: 0 }, 2)?.code // 'RAW_NOT_BOOLEAN'
 */
export function checkRaw(spec: NormaliseSpec, value: number): RawFault | null {
  if (!Number.isFinite(value)) return { code: 'RAW_INFINITE', params: { value: String(value) } }
  switch (spec.method) {
    case 'level-map':
      return spec.points.some(([level]) => level === value)
        ? null
        : { code: 'RAW_NOT_A_LEVEL', params: { value, levels: spec.points.map(([level]) => level) } }
    case 'boolean':
      return value === 0 || value === 1 ? null : { code: 'RAW_NOT_BOOLEAN', params: { value } }
    case 'expert':
      return value >= spec.scale[0] && value <= spec.scale[1]
        ? null
        : { code: 'RAW_OUTSIDE_SCALE', params: { value, low: spec.scale[0], high: spec.scale[1] } }
    default:
      return null
  }
}

/** Judges a panel's ratings; only an `expert` indicator has ratings at all. */
export function checkRatings(spec: IndicatorSpec, ratings: readonly number[]): readonly RawFault[] {
  if (spec.normalise.method !== 'expert') return [{ code: 'RATINGS_NOT_EXPECTED', params: { count: ratings.length } }]
  const { normalise } = spec
  return ratings.flatMap((rating) =>
    Number.isNaN(rating) ? { code: 'RATING_NOT_A_NUMBER', params: {} } : (checkRaw(normalise, rating) ?? []),
  )
}
