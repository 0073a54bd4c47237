import { fault, FaultError, type Fault } from '@plumbline/kernel'
import { digestOf, type PluginBundle } from '@plumbline/plugin-host'
import { envelopes, type Envelope } from '../signing/envelope.ts'
import { readEntries } from './entries.ts'
import { CASES, CONTENT, FORM, FORMATS, HEADER, SIGNATURES, type PackedPlugin } from './packed-plugin.ts'

const KNOWN: readonly number[] = Object.values(FORMATS)

interface Header {
  readonly format: number
  readonly id: string
  readonly version: string
  readonly digest: string
}

/**
 * Reads a packed plugin version from memory. What it holds is what its header says, or it is refused; whether the
 * manifest loads, whether its form agrees with it, and who signed it, is asked elsewhere.
 *
 * @param name - What faults call the file, for example `small-0.1.0.plb`.
 * @throws FaultError BUNDLE_FORMAT - a newer format, or one that never was.
 * @throws FaultError BUNDLE_HEADER, BUNDLE_ENTRY_STRAY, BUNDLE_SIGNATURES - not laid out as a packed plugin.
 * @throws FaultError BUNDLE_TAMPERED - the files are not those that the header's digest was made of.
 * @throws FaultError with everything that `readEntries` refuses.
 */
export function readPlb(bytes: Uint8Array, name: string): PackedPlugin {
  const texts = readEntries(bytes, name)
  const head = readHeader(texts.get(HEADER), name)
  const own = [HEADER, SIGNATURES, ...(head.format === FORMATS.plain ? [] : [FORM, CASES])]
  const stray = [...texts.keys()].filter((entry) => !own.includes(entry) && !entry.startsWith(CONTENT))
  if (stray.length > 0) throw new FaultError(stray.map((path) => fault('BUNDLE_ENTRY_STRAY', {}, { file: name, path })))

  const bundle = contentOf(texts)
  const digest = digestOf(bundle)
  if (digest !== head.digest)
    throw new FaultError([fault('BUNDLE_TAMPERED', { declared: head.digest, actual: digest }, { file: name })])
  const { id, version } = head
  return { ref: { id, version, digest }, bundle, signatures: readSignatures(texts.get(SIGNATURES), name) }
}

function readHeader(text: string | undefined, file: string): Header {
  const value = jsonOf(text)
  if (isHeader(value)) return value
  throw new FaultError([headerFault(value, file)])
}

/** These four and nothing else. By hand: every start reads a header for each package, and the schema library is slow to begin. */
function isHeader(value: unknown): value is Header {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 4) return false
  const { format, id, version, digest } = value as Partial<Record<string, unknown>>
  return KNOWN.some((known) => known === format) && [id, version, digest].every((text) => typeof text === 'string')
}

function headerFault(value: unknown, file: string): Fault {
  const known = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  return typeof known === 'number' && !KNOWN.includes(known)
    ? fault('BUNDLE_FORMAT', { format: known, known: KNOWN }, { file })
    : fault('BUNDLE_HEADER', {}, { file, path: HEADER })
}

function readSignatures(text: string | undefined, file: string): readonly Envelope[] {
  if (text === undefined) return []
  const parsed = envelopes.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw new FaultError([fault('BUNDLE_SIGNATURES', {}, { file, path: SIGNATURES })])
}

function contentOf(texts: ReadonlyMap<string, string>): PluginBundle {
  const content = [...texts].filter(([entry]) => entry.startsWith(CONTENT))
  const [form, cases] = [texts.get(FORM), texts.get(CASES)]
  return {
    files: Object.fromEntries(content.map(([entry, text]) => [entry.slice(CONTENT.length), text])),
    ...(form !== undefined && { form }),
    ...(cases !== undefined && { cases }),
  }
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
