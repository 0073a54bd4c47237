import type { PreferenceSpec } from '../../framework.ts'
import { exp } from '../../numeric/exp-ln.ts'

/**
 * How far a lead is a preference.
 *
 * @param lead - Above 0; what is not a lead is no preference.
 * @returns 0 to 1.
 * @example preferenceFor({ shape: 'linear', q: 5, p: 15 }, 10) // 0.5
 * Source: Brans and Vincke (1985), doi:10.1287/mnsc.31.6.647
 */
export function preferenceFor(spec: PreferenceSpec, lead: number): number {
  if (!(lead > 0)) return 0
  switch (spec.shape) {
    case 'usual':
      return 1
    case 'u-shape':
      return lead > spec.q ? 1 : 0
    case 'v-shape':
      return Math.min(1, lead / spec.p)
    case 'level':
      return lead > spec.p ? 1 : lead > spec.q ? 0.5 : 0
    case 'linear':
      return Math.min(1, Math.max(0, (lead - spec.q) / (spec.p - spec.q)))
    case 'gaussian':
      return 1 - exp(-(lead * lead) / (2 * spec.s * spec.s))
  }
}
