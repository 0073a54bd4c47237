/**
 * Philox4x32-10: a counter-based generator. Each block is a pure function of a counter and a key, so a draw depends on
 * what it is for and never on how many draws came before it.
 */

/** Four unsigned 32-bit words. */
export type Words4 = readonly [number, number, number, number]
/** Two unsigned 32-bit words. */
export type Words2 = readonly [number, number]

const ROUNDS = 10
const MULTIPLIER_0 = 0xd2511f53
const MULTIPLIER_1 = 0xcd9e8d57
const WEYL_0 = 0x9e3779b9
const WEYL_1 = 0xbb67ae85

/**
 * One block of random bits.
 *
 * @param counter - Four unsigned 32-bit words: which block.
 * @param key - Two unsigned 32-bit words: which stream.
 * @returns Four unsigned 32-bit words, uniform.
 * @example philox4x32([0, 0, 0, 0], [0, 0])[0] // 0x6627e8d5
 *
 * Source: Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC11, doi:10.1145/2063384.2063405.
 */
export function philox4x32(counter: Words4, key: Words2): Words4 {
  let [c0, c1, c2, c3] = counter
  let [k0, k1] = key
  for (let round = 0; round < ROUNDS; round++) {
    const high0 = highWord(MULTIPLIER_0, c0)
    const low0 = Math.imul(MULTIPLIER_0, c0) >>> 0
    const high1 = highWord(MULTIPLIER_1, c2)
    const low1 = Math.imul(MULTIPLIER_1, c2) >>> 0
    c0 = (high1 ^ c1 ^ k0) >>> 0
    c2 = (high0 ^ c3 ^ k1) >>> 0
    c1 = low1
    c3 = low0
    k0 = (k0 + WEYL_0) >>> 0
    k1 = (k1 + WEYL_1) >>> 0
  }
  return [c0, c1, c2, c3]
}

/** Upper 32 bits of an unsigned 32 x 32 product, by 16-bit halves: a double cannot hold the 64-bit product. */
function highWord(a: number, b: number): number {
  const aHigh = a >>> 16
  const aLow = a & 0xffff
  const bHigh = b >>> 16
  const bLow = b & 0xffff
  const middle = aHigh * bLow + Math.floor((aLow * bLow) / 0x10000)
  const carry = aLow * bHigh + (middle % 0x10000)
  return (aHigh * bHigh + Math.floor(middle / 0x10000) + Math.floor(carry / 0x10000)) >>> 0
}
