import { certain } from '../certain.ts'

/** Answers by the parts they were worked out from. */
export type Remember<T> = (parts: readonly unknown[], make: () => T) => T

/**
 * Remembers the last few answers. Two questions are the same where all their parts are the same objects or numbers, in the
 * same order.
 *
 * @param most - Answers that are kept; the one not asked for longest goes first.
 * @example const ask = remember<number>(2); ask([1, 2], () => 3) // 3
 */
export function remember<T>(most: number): Remember<T> {
  const kept: { readonly parts: readonly unknown[]; readonly answer: T }[] = []
  return (parts, make) => {
    const place = kept.findIndex((one) => isSame(one.parts, parts))
    const found = certain(place < 0 ? { parts, answer: make() } : kept.splice(place, 1)[0], 'an answer')
    kept.unshift(found)
    kept.length = Math.min(kept.length, most)
    return found.answer
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false
  for (let part = 0; part < one.length; part++) if (!Object.is(one[part], other[part])) return false
  return true
}
