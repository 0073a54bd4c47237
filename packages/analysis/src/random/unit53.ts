/**
 * A uniform number from two random words: 27 bits of the first and 26 of the second.
 *
 * @param high - Unsigned 32-bit word.
 * @param low - Unsigned 32-bit word.
 * @returns A multiple of 2^-53 in [0, 1).
 * @example unit53(0x80000000, 0) // 0.5
 */
export const unit53 = (high: number, low: number): number => ((high >>> 5) * 0x4000000 + (low >>> 6)) / 0x20000000000000
