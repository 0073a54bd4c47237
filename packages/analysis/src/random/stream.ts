import { hashOf } from './hash.ts'
import { philox4x32, type Words2 } from './philox.ts'
import { unit53 } from './unit53.ts'

/** A sequence of uniform numbers in [0, 1), 53 bits each. */
export interface Stream {
  readonly uniform: () => number
}

/** Which sequence: two addresses are two independent streams. */
export interface StreamAddress {
  /** Unsigned 32-bit integer. */
  readonly seed: number
  /** What the numbers are for. */
  readonly what: string
  /** Number of the draw, from 0, below 2^32. */
  readonly draw: number
  /** Number within the draw, from 0, below 2^32; 0 unless told. */
  readonly part?: number
}

/**
 * The sequence at one address. It is a function of the address alone: no stream depends on how much another has given,
 * so draws may be made in any order and by any number of workers.
 *
 * @example streamOf({ seed: 1, what: 'weights', draw: 7 }).uniform() === streamOf({ seed: 1, what: 'weights', draw: 7 }).uniform() // true
 */
export function streamOf({ seed, what, draw, part = 0 }: StreamAddress): Stream {
  const key: Words2 = [seed >>> 0, hashOf(what)]
  let block = 0
  let second: number | null = null
  return {
    uniform: () => {
      if (second !== null) {
        const kept = second
        second = null
        return kept
      }
      const [w0, w1, w2, w3] = philox4x32([block++, 0, part >>> 0, draw >>> 0], key)
      second = unit53(w2, w3)
      return unit53(w0, w1)
    },
  }
}
