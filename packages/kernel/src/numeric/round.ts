import { fault, FaultError } from '../errors.ts'
import { snap } from './grid.ts'

const GRID_DIGITS = 9

/**
 * Rounds once, half to even, on the decimal of the 1e-9 grid: 2.5 gives 2, 69.995 gives 70 with two digits, whatever the
 * binary fraction behind them. To be used once, at display, on the full value: never on one that was rounded before.
 *
 * @param value - NaN and infinities come back as they are.
 * @param digits - Decimal places, 0 to 9.
 * @throws FaultError DIGITS_OUT_OF_RANGE - `digits` is not an integer from 0 to 9.
 * @example roundHalfEven(69.995, 2) // 70
 * @example roundHalfEven(-0.125, 2) // -0.12
 * Source: GB/T 8170-2008, 3.2 (round half to even) and 3.3 (no successive rounding).
 */
export function roundHalfEven(value: number, digits: number): number {
  if (!Number.isInteger(digits) || digits < 0 || digits > GRID_DIGITS) {
    throw new FaultError([fault('DIGITS_OUT_OF_RANGE', { digits, most: GRID_DIGITS })])
  }
  const snapped = snap(value)
  if (!Number.isFinite(snapped) || Number.isInteger(snapped)) return snapped
  const [whole = '0', decimals = ''] = Math.abs(snapped).toFixed(GRID_DIGITS).split('.')
  const step = 10n ** BigInt(GRID_DIGITS - digits)
  const rounded = divideHalfEven(BigInt(whole + decimals), step)
  const magnitude = Number(rounded) / Number(10n ** BigInt(digits))
  return snapped < 0 && magnitude > 0 ? -magnitude : magnitude
}

function divideHalfEven(dividend: bigint, step: bigint): bigint {
  const quotient = dividend / step
  const twice = 2n * (dividend % step)
  const up = twice > step || (twice === step && quotient % 2n === 1n)
  return up ? quotient + 1n : quotient
}
