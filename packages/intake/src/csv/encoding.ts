/**
 * Which encoding a text file has: decided by checking the whole file, never by a guess from its first bytes.
 *
 * UTF-8 where every byte is valid UTF-8; UTF-16 only with its mark; otherwise GB18030 (GBK and GB2312 are parts of it)
 * where every byte is valid GB18030. WHATWG Encoding Standard.
 */
import { fault, type Fault } from '@plumbline/kernel'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** So many ideographs in valid UTF-8 do not come about by chance: the file is UTF-8, and damaged. */
const SURELY_UTF8 = 8
/** Bytes without a line end that no table has. */
const LONGEST_LINE = 4 * 1024 * 1024

interface Candidate {
  readonly encoding: Encoding
  /** Where the file stops being valid; null while it is. */
  wrong: { readonly byte: number; readonly line: number } | null
  lines: number
  ideographs: number
}

export interface EncodingCheck {
  readonly see: (chunk: Uint8Array) => void
  readonly finish: () => Encoding | Fault
}

/** Takes a file chunk by chunk and says its encoding, or the fault with the first byte that fits none. */
export function encodingCheck(): EncodingCheck {
  let candidates: readonly Candidate[] | null = null
  let carry = new Uint8Array(0)
  let offset = 0
  let refused: Fault | null = null

  const check = (block: Uint8Array): void => {
    for (const candidate of candidates ?? []) judge(candidate, block, offset)
    offset += block.length
  }

  return {
    see: (chunk) => {
      if (refused) return
      candidates ??= candidatesFor(chunk)
      const wide = candidates[0]?.encoding.startsWith('utf-16') ?? false
      if (!wide && chunk.includes(0)) refused = fault('FILE_NOT_A_TABLE')
      if (carry.length > LONGEST_LINE)
        refused = fault('CSV_ROW_TOO_LONG', {}, { line: (candidates[0]?.lines ?? 0) + 1 })
      const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
      const end = wide ? wideEnd(bytes, candidates) : Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
      check(bytes.subarray(0, end))
      carry = bytes.slice(end)
    },
    finish: () => {
      if (refused) return refused
      check(carry)
      return verdict(candidates ?? candidatesFor(carry))
    },
  }
}

function candidatesFor(start: Uint8Array): readonly Candidate[] {
  const candidate = (encoding: Encoding): Candidate => ({ encoding, wrong: null, lines: 0, ideographs: 0 })
  const [a, b, c] = start
  if (a === 0xff && b === 0xfe) return [candidate('utf-16le')]
  if (a === 0xfe && b === 0xff) return [candidate('utf-16be')]
  if (a === 0xef && b === 0xbb && c === 0xbf) return [candidate('utf-8')]
  return [candidate('utf-8'), candidate('gb18030')]
}

/** The end of the last whole character of UTF-16: whole units, and not between the two of a pair. */
function wideEnd(bytes: Uint8Array, [candidate]: readonly Candidate[]): number {
  const even = bytes.length - (bytes.length % 2)
  const high = bytes[candidate?.encoding === 'utf-16le' ? even - 1 : even - 2] ?? 0
  return high >= 0xd8 && high <= 0xdb ? even - 2 : even
}

/** A block ends where a character ends (a line end is never part of a longer one), so that it can be judged alone. */
function judge(candidate: Candidate, block: Uint8Array, offset: number): void {
  if (candidate.wrong) return
  const { encoding } = candidate
  const text = decoded(encoding, block, 'whole')
  if (text !== null) return note(candidate, text)

  let good = 0
  let bad = block.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decoded(encoding, block.subarray(0, middle), 'start') === null) bad = middle
    else good = middle
  }
  note(candidate, decoded(encoding, block.subarray(0, good), 'start') ?? '')
  candidate.wrong = { byte: offset + good + 1, line: candidate.lines + 1 }
}

function note(candidate: Candidate, text: string): void {
  candidate.lines += text.match(/\r\n|\r|\n/g)?.length ?? 0
  candidate.ideographs += text.match(/[\u3001-\u303f\u4e00-\u9fff]/g)?.length ?? 0
}

/** The text, or null where it is not valid; of the start of a text, an unfinished last character is no fault. */
function decoded(encoding: Encoding, bytes: Uint8Array, extent: 'whole' | 'start'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: extent === 'start' })
  } catch {
    return null
  }
}

function verdict(candidates: readonly Candidate[]): Encoding | Fault {
  const [first, second] = candidates
  const valid = candidates.find((candidate) => candidate.wrong === null)
  if (first?.wrong && (first.ideographs >= SURELY_UTF8 || !second)) {
    return fault('ENCODING_DAMAGED', { encoding: first.encoding.toUpperCase(), ...first.wrong })
  }
  if (valid) return valid.encoding
  const [furthest] = candidates.toSorted((a, b) => (b.wrong?.byte ?? 0) - (a.wrong?.byte ?? 0))
  return fault('ENCODING_UNKNOWN', { ...furthest?.wrong })
}
