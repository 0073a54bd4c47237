import { fault, FaultError } from '../errors.ts'
import { ln, power } from '../numeric/exp-ln.ts'

/** A treatment that was fitted to a column, as data, so that targets and goalposts go through the same one. */
export type Transform =
  | { readonly kind: 'clamp'; readonly low: number | null; readonly high: number | null }
  /** sign ln(sign factor (x - from) + add) */
  | {
      readonly kind: 'log'
      readonly sign: 1 | -1
      readonly from: number
      readonly factor: number
      readonly add: number
    }
  /** (((x - from) + add)^lambda - 1) / lambda, ln((x - from) + add) where lambda is 0 */
  | { readonly kind: 'box-cox'; readonly from: number; readonly add: number; readonly lambda: number }

/**
 * One value through a transform. NaN stays missing.
 *
 * @returns NaN or an infinity where the value lies outside the transform's domain: to be checked by the caller.
 * @example transformValue({ kind: 'clamp', low: null, high: 10 }, 12) // 10
 */
export function transformValue(transform: Transform, value: number): number {
  if (Number.isNaN(value)) return NaN
  switch (transform.kind) {
    case 'clamp':
      return Math.min(transform.high ?? Infinity, Math.max(transform.low ?? -Infinity, value))
    case 'log': {
      const { sign, from, factor, add } = transform
      return sign * ln(sign * factor * (value - from) + add)
    }
    case 'box-cox': {
      const base = value - transform.from + transform.add
      if (transform.lambda === 0) return ln(base)
      return base > 0 ? (power(base, transform.lambda) - 1) / transform.lambda : NaN
    }
  }
}

/**
 * Targets or goalposts through the transforms that a column went through, in order, so that both stay comparable: every
 * transform rises, so whoever had reached the target still has. Beyond a winsorised end all is that end.
 *
 * @param values - In the column's raw unit of measure; NaN stays missing.
 * @throws FaultError TREAT_CARRY_DOMAIN - the logarithm has no value there, for example a goalpost far below the data.
 * @example carryThrough([{ kind: 'clamp', low: null, high: 60 }], [40, 100]) // [40, 60]
 */
export function carryThrough(transforms: readonly Transform[], values: readonly number[]): readonly number[] {
  const carried = values.map((value) => transforms.reduce((now, transform) => transformValue(transform, now), value))
  const faults = carried.flatMap((after, index) => {
    const before = values[index] ?? NaN
    if (Number.isFinite(after) || Number.isNaN(before)) return []
    return fault('TREAT_CARRY_DOMAIN', { value: String(before) })
  })
  if (faults.length > 0) throw new FaultError(faults)
  return carried
}
