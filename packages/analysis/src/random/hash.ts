/**
 * FNV-1a over UTF-16 code units: a name as a word of a counter or key.
 *
 * @returns An unsigned 32-bit integer.
 * @example hashOf('') // 0x811c9dc5
 * @see Fowler, Noll, Vo, The FNV non-cryptographic hash algorithm (IETF draft)
 */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
