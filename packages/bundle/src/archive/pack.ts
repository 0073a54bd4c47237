import { canonicalJson } from '@plumbline/digest'
import { normaliseText } from '@plumbline/plugin-host'
import { CONTENT, FORMAT, HEADER, SIGNATURES, type PackedPlugin } from './packed-plugin.ts'
import { writeZip } from './write-zip.ts'

/**
 * Packs a plugin version: a header, its files in order of their paths, and signatures where there are any. The same
 * version packed on any machine at any time gives the same bytes; signatures do not change its digest.
 *
 * @example writeFile('small-0.1.0.plb', packPlugin({ ref: plugin.ref, bundle: plugin.bundle, signatures: [] }))
 */
export function packPlugin({ ref, bundle, signatures }: PackedPlugin): Uint8Array {
  const header = { format: FORMAT, id: ref.id, version: ref.version, digest: ref.digest }
  const files = Object.entries(bundle.files)
    .map(([path, text]) => [`${CONTENT}${path}`, normaliseText(text)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const signed = signatures.map(({ payloadType, payload, signatures: by }) => ({
    payloadType,
    payload,
    signatures: by.map(({ keyid, sig }) => ({ keyid, sig })),
  }))
  const entries: readonly (readonly [string, string])[] = [
    [HEADER, `${canonicalJson(header)}\n`],
    ...files,
    ...(signed.length > 0 ? [[SIGNATURES, `${canonicalJson(signed)}\n`] as const] : []),
  ]
  return writeZip(entries.map(([name, text]) => [name, Buffer.from(text, 'utf8')]))
}
