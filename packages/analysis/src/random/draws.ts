/**
 * Random draws addressed by what they are for. Adding a unit, a period or an indicator leaves every other draw as it was.
 */
import { hashOf } from './hash.ts'
import { philox4x32, type Words2, type Words4 } from './philox.ts'
import { unit53 } from './unit53.ts'

/** What a draw is for. Fields left out are common to all: a draw without a period is the same in every period. */
export interface Purpose {
  readonly what: string
  /** Number of the unit, from 0. */
  readonly unit?: number
  readonly period?: string
  /** Indicator, pillar, group, fact or gate id. */
  readonly item?: string
}

/** Draws that are addressed by purpose. */
export interface Draws {
  /** Uniform in [0, 1), 53 bits. */
  readonly uniform: (purpose: Purpose) => number
  /** Mean 0, standard deviation 1, bell-shaped, within ±3.47. */
  readonly bell: (purpose: Purpose) => number
}

/**
 * Draws that are addressed by purpose.
 *
 * @param seed - Unsigned 32-bit integer.
 * @param stream - Keeps the uses of one seed apart, for example by file.
 * @example drawsOf(1, 'a').uniform({ what: 'ability', unit: 0 }) === drawsOf(1, 'a').uniform({ what: 'ability', unit: 0 }) // true
 */
export function drawsOf(seed: number, stream: string): Draws {
  const key: Words2 = [seed >>> 0, hashOf(stream)]
  const block = (purpose: Purpose): Words4 =>
    philox4x32(
      [
        purpose.unit === undefined ? 0xffffffff : purpose.unit >>> 0,
        hashOf(purpose.period ?? ''),
        hashOf(purpose.item ?? ''),
        hashOf(purpose.what),
      ],
      key,
    )
  return {
    uniform: (purpose) => {
      const [w0, w1] = block(purpose)
      return unit53(w0, w1)
    },
    // The sum of four uniforms (Irwin-Hall): no logarithm or cosine, so the same bits on every machine.
    bell: (purpose) => {
      const [w0, w1, w2, w3] = block(purpose)
      return ((w0 + w1 + w2 + w3 + 2) / 0x100000000 - 2) * Math.sqrt(3)
    },
  }
}
