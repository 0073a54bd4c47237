import { fault, type Fault, type FaultPlace } from '@plumbline/kernel'
import { LIMITS } from './limits.ts'
import { ZIP, type ZipEntry } from './zip-format.ts'

/**
 * Everything that is wrong with what a directory promises, at once, before a byte is unpacked.
 *
 * @returns Faults in the order of the directory, each with the entry's name.
 */
export function entryFaults(entries: readonly ZipEntry[], at: FaultPlace): readonly Fault[] {
  const seen = new Set<string>()
  const single = entries.flatMap((entry) => {
    const place = { ...at, path: shown(entry.name) }
    // Two names that one file system keeps apart and another does not are one name here.
    const name = normalised(entry.name).toLowerCase()
    const twice = seen.has(name)
    seen.add(name)
    return [...(twice ? [fault('BUNDLE_ENTRY_TWICE', {}, place)] : []), ...oneEntry(entry, place)]
  })
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0)
  return total <= LIMITS.unpacked
    ? single
    : [...single, fault('BUNDLE_UNPACKS_TOO_LARGE', { actual: total, most: LIMITS.unpacked }, at)]
}

function oneEntry({ name, flags, method, packed, unpacked, mode }: ZipEntry, at: FaultPlace): readonly Fault[] {
  const faults: Fault[] = []
  if (!isInside(name)) faults.push(fault('BUNDLE_ENTRY_PATH', {}, at))
  if (isLink(mode)) faults.push(fault('BUNDLE_ENTRY_LINK', {}, at))
  if (flags & ZIP.encrypted) faults.push(fault('BUNDLE_ENTRY_ENCRYPTED', {}, at))
  else if (method !== ZIP.stored && method !== ZIP.deflated) faults.push(fault('BUNDLE_ENTRY_METHOD', { method }, at))
  if (unpacked > LIMITS.entry)
    faults.push(fault('BUNDLE_ENTRY_TOO_LARGE', { actual: unpacked, most: LIMITS.entry }, at))
  const ratio = unpacked / Math.max(packed, 1)
  if (ratio > LIMITS.ratio)
    faults.push(fault('BUNDLE_ENTRY_RATIO', { ratio: Math.round(ratio), most: LIMITS.ratio }, at))
  return faults
}

/** A plain relative path with forward slashes: no root, no drive, no way up, no hidden or reserved part. */
function isInside(name: string): boolean {
  if (name === '' || Buffer.byteLength(name) > LIMITS.path || UNUSABLE.test(name)) return false
  return name.split('/').every((part) => part !== '' && !part.startsWith('.') && !/[. ]$/.test(part))
}

/** Control characters, what Windows gives a meaning to, and what stands for undecodable bytes. */
// oxlint-disable-next-line no-control-regex
const UNUSABLE = /[\u0000-\u001f\u007f\\:*?"<>|\ufffd]/

const UNIX_TYPE = 0o170000
const UNIX_FILE = 0o100000

/** Anything on Unix that says it is other than a plain file: a link, a folder, a device. */
const isLink = (mode: number): boolean => (mode & UNIX_TYPE) !== 0 && (mode & UNIX_TYPE) !== UNIX_FILE

/** What ASCII has is normal already; asking all the same costs a start the loading of Unicode tables. */
const normalised = (name: string): string => (BEYOND_ASCII.test(name) ? name.normalize('NFC') : name)
const BEYOND_ASCII = /[^\u0020-\u007e]/

/** A name as a sentence may print it. */
const shown = (name: string): string => JSON.stringify(name.slice(0, 120)).slice(1, -1)
