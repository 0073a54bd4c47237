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
  ideographs: number
}

export interface EncodingCheck {
  readonly see: (chunk: Uint8Array) => void
  readonly finish: () => Encoding | Fault
}

/** Takes a file chunk by chunk and says its encoding, or the fault with the first byte that fits none. */
export function encodingCheck(): EncodingCheck {
  const candidates: Candidate[] = []
  let carry = new Uint8Array(0)
  let offset = 0
  let line = 1
  let refused: string | null = null

  const check = (block: Uint8Array): void => {
    for (const candidate of candidates) judge(candidate, block, { offset, line })
    offset += block.length
    line += count(block, 0x0a)
  }

  return {
    see: (chunk) => {
      if (candidates.length === 0) candidates.push(...candidatesFor(chunk))
      if (isUtf16(candidates) || refused) return
      if (chunk.includes(0)) refused = 'FILE_NOT_A_TABLE'
      else if (carry.length > LONGEST_LINE) refused = 'CSV_ROW_TOO_LONG'
      const bytes = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk
      const end = Math.max(bytes.lastIndexOf(0x0a), bytes.lastIndexOf(0x0d)) + 1
      check(bytes.subarray(0, end))
      carry = bytes.slice(end)
    },
    finish: () => {
      if (refused) return fault(refused, {}, { line })
      if (!isUtf16(candidates)) check(carry)
      return verdict(candidates)
    },
  }
}

const isUtf16 = (candidates: readonly Candidate[]): boolean => candidates[0]?.encoding.startsWith('utf-16') ?? false

function candidatesFor(start: Uint8Array): readonly Candidate[] {
  const candidate = (encoding: Encoding): Candidate => ({ encoding, wrong: null, ideographs: 0 })
  const [a, b, c] = start
  if (a === 0xff && b === 0xfe) return [candidate('utf-16le')]
  if (a === 0xfe && b === 0xff) return [candidate('utf-16be')]
  if (a === 0xef && b === 0xbb && c === 0xbf) return [candidate('utf-8')]
  return [candidate('utf-8'), candidate('gb18030')]
}

/** A block ends at a line end, which is never part of a longer character, so that each block can be judged alone. */
function judge(candidate: Candidate, block: Uint8Array, at: { readonly offset: number; readonly line: number }): void {
  if (candidate.wrong) return
  const text = decodes(candidate.encoding, block, false)
  if (text !== null) {
    candidate.ideographs += ideographs(text)
    return
  }
  let good = 0
  let bad = block.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(candidate.encoding, block.subarray(0, middle), true) === null) bad = middle
    else good = middle
  }
  const valid = block.subarray(0, good)
  candidate.ideographs += ideographs(decodes(candidate.encoding, valid, true) ?? '')
  candidate.wrong = { byte: at.offset + good + 1, line: at.line + count(valid, 0x0a) }
}

function decodes(encoding: Encoding, bytes: Uint8Array, stream: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream })
  } catch {
    return null
  }
}

function verdict(candidates: readonly Candidate[]): Encoding | Fault {
  const [first, second] = candidates
  const valid = candidates.find((candidate) => candidate.wrong === null)
  if (first?.wrong && (first.ideographs >= SURELY_UTF8 || !second)) return fault('ENCODING_DAMAGED', { ...first.wrong })
  if (valid) return valid.encoding
  const furthest = candidates.toSorted((a, b) => (b.wrong?.byte ?? 0) - (a.wrong?.byte ?? 0))[0]
  return furthest?.wrong ? fault('ENCODING_UNKNOWN', { ...furthest.wrong }) : 'utf-8'
}

const ideographs = (text: string): number => text.match(/[\u3001-\u303f\u4e00-\u9fff]/g)?.length ?? 0

function count(bytes: Uint8Array, byte: number): number {
  let found = 0
  for (const one of bytes) if (one === byte) found++
  return found
}
