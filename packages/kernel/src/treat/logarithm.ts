import { fault, FaultError, type Fault } from '../errors.ts'
import { infiniteValues, throwFaults } from '../screen/finite.ts'
import { isConstant, observed, shapeOf } from './moments.ts'
import { transformValue, type Transform } from './transform.ts'

/**
 * - `ct`: ln(x - min + a), a = 0.01 (max - min).
 * - `ct-signed`: `ct` for right skew, -ln(max + a - x) for left skew, which `ct` would worsen.
 * - `from-one`: ln(x - min + 1).
 * - `gii`: ln((max - 1) (x - min) / (max - min) + 1), for a maximum above 1.
 */
export type LogVariant = 'ct' | 'ct-signed' | 'from-one' | 'gii'

const SHARE_OF_RANGE = 0.01

/** The transform of a variant, fitted to a column, or the fault that forbids it. */
export function fitLogarithm(values: Float64Array, variant: LogVariant): Transform | Fault {
  if (isConstant(values)) return fault('TREAT_CONSTANT')
  const { least, most } = extent(values)
  const range = most - least
  const a = SHARE_OF_RANGE * range
  if (!(a > 0) || !Number.isFinite(range)) return fault('TREAT_RANGE', { least, most })
  switch (variant) {
    case 'ct':
      return { kind: 'log', sign: 1, from: least, factor: 1, add: a }
    case 'ct-signed':
      return (shapeOf(values).skewness ?? 0) > 0
        ? { kind: 'log', sign: 1, from: least, factor: 1, add: a }
        : { kind: 'log', sign: -1, from: most, factor: 1, add: a }
    case 'from-one':
      return { kind: 'log', sign: 1, from: least, factor: 1, add: 1 }
    case 'gii':
      return most > 1
        ? { kind: 'log', sign: 1, from: least, factor: (most - 1) / range, add: 1 }
        : fault('TREAT_GII_MAXIMUM', { most })
  }
}

/** The Box-Cox transform of a column, or the fault that forbids it. */
export function fitBoxCox(values: Float64Array, { lambda, offset }: BoxCoxOptions): Transform | Fault {
  const { least } = extent(values)
  if (!Number.isFinite(lambda)) return fault('PREPARE_OPTION_FINITE', { option: 'lambda', value: String(lambda) })
  if (offset === undefined) return { kind: 'box-cox', from: least, add: 1, lambda }
  return least + offset > 0
    ? { kind: 'box-cox', from: 0, add: offset, lambda }
    : fault('TREAT_BOX_COX_DOMAIN', { least, offset: String(offset) })
}

/** The exponent of Box-Cox and what is added first. */
export interface BoxCoxOptions {
  readonly lambda: number
  /** Added to every value; without it the column is shifted so that its least value is 1. */
  readonly offset?: number
}

/** A column after a transform, with the transform. */
export interface Transformed {
  /** Length n. */
  readonly values: Float64Array
  readonly transform: Transform
}

/**
 * Logarithm of a column. Every variant rises with the raw value, so the order of units stays.
 *
 * @param values - Length n; NaN stays missing; a column without values comes back as it is. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; TREAT_CONSTANT - all values are equal; TREAT_RANGE - the range is too small or
 * too large for a double; TREAT_GII_MAXIMUM - `gii` of a column whose maximum is not above 1.
 * @example logarithm(Float64Array.of(0, 1, 3), 'from-one').values // [0, 0.6931471805599453, 1.3862943611198906]
 * Source: COIN tool user guide (JRC, 2017); COINr 1.1.14, log_CT, log_CT_plus, log_CT_orig; WIPO GII, appendix on methods.
 */
export function logarithm(values: Float64Array, variant: LogVariant): Transformed {
  return applied(values, () => fitLogarithm(values, variant))
}

/**
 * Box-Cox: (x^lambda - 1) / lambda, ln x where lambda is 0, on values shifted to be positive.
 *
 * @param values - Length n; NaN stays missing; a column without values comes back as it is. Not changed.
 * @throws FaultError PREPARE_VALUE_INFINITE; PREPARE_OPTION_FINITE - lambda; TREAT_BOX_COX_DOMAIN - a value plus the offset
 * is not positive.
 * @example boxCox(Float64Array.of(1, 4, 9), { lambda: 0.5 }).values // [0, 2, 4]
 * Source: Box and Cox (1964), An analysis of transformations, JRSS B 26(2).
 */
export function boxCox(values: Float64Array, options: BoxCoxOptions): Transformed {
  return applied(values, () => fitBoxCox(values, options))
}

/** A column through a transform, NaN staying missing; TREAT_RANGE where a result is too large for a double. */
export function transformColumn(values: Float64Array, transform: Transform): Transformed | Fault {
  const transformed = values.map((value) => transformValue(transform, value))
  const row = transformed.findIndex((value, index) => !Number.isFinite(value) && !Number.isNaN(values[index]))
  return row < 0 ? { values: transformed, transform } : fault('TREAT_RANGE', extent(values))
}

function applied(values: Float64Array, fit: () => Transform | Fault): Transformed {
  throwFaults(infiniteValues(values))
  if (observed(values).length === 0) {
    return { values: Float64Array.from(values), transform: { kind: 'clamp', low: null, high: null } }
  }
  const transform = fit()
  const result = 'code' in transform ? transform : transformColumn(values, transform)
  if ('code' in result) throw new FaultError([result])
  return result
}

/** Least and largest observed value. */
function extent(values: Float64Array): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return { least, most }
}
