import { fault, type Fault, type FaultPlace } from '../errors.ts'
import type { PreferenceSpec } from '../framework.ts'

/** Faults of a preference function's thresholds: q not below 0, p above q, s above 0, all finite. */
export function preferenceFaults(spec: PreferenceSpec, at: FaultPlace): readonly Fault[] {
  const { shape } = spec
  const q = 'q' in spec ? spec.q : 0
  const p = 'p' in spec ? spec.p : Infinity
  const s = 's' in spec ? spec.s : 1
  const sound = q >= 0 && q < Infinity && p > q && (p < Infinity || !('p' in spec)) && s > 0 && s < Infinity
  const asked = 's' in spec ? { s } : { ...('q' in spec && { q }), ...('p' in spec && { p }) }
  return sound ? [] : [fault('PREFERENCE_THRESHOLDS', { shape, thresholds: Object.values(asked).map(String) }, at)]
}
