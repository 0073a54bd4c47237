import { roundHalfEven } from './round.ts'

/** How a standard prints a result: on 0 to `full`, with `digits` places. */
export interface Display {
  readonly digits: number
  readonly full: number
}

/**
 * A score of 0 to 100 as the standard prints it: on 0 to `full`, rounded once, half to even.
 *
 * @param score - On 0 to 100; NaN gives NaN.
 * @throws FaultError DIGITS_OUT_OF_RANGE - `digits` is not an integer from 0 to 9.
 * @example publishedScore(95.14, { digits: 3, full: 1 }) // 0.951
 */
export const publishedScore = (score: number, { digits, full }: Display): number =>
  roundHalfEven((score * full) / 100, digits)
