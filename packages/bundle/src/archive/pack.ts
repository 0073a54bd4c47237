import { canonicalJson } from '@plumbline/digest'
import { normaliseText } from '@plumbline/plugin-host'
import { CASES, CONTENT, FORM, FORMATS, HEADER, SIGNATURES, type PackedPlugin } from './packed-plugin.ts'
import { writeZip } from './write-zip.ts'

type Entry = readonly [name: string, text: string]

/**
 * Packs a plugin version: a header, the form of its manifest and its golden cases where the bundle has them, its files in
 * order of their paths, and signatures where there are any. The same version packed on any machine at any time gives the
 * same bytes; form, cases and signatures do not change its digest.
 *
 * @example writeFile('small-0.1.0.plb', packPlugin({ ref, bundle: withForm(bundle), signatures: [] }))
 */
export function packPlugin({ ref, bundle, signatures }: PackedPlugin): Uint8Array {
  const parts = [...entry(FORM, bundle.form), ...entry(CASES, bundle.cases)]
  const format = parts.length === 0 ? FORMATS.plain : FORMATS.withParts
  const header = { format, id: ref.id, version: ref.version, digest: ref.digest }
  const files = Object.entries(bundle.files)
    .map(([path, text]): Entry => [`${CONTENT}${path}`, normaliseText(text)])
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const signed = signatures.map(({ payloadType, payload, signatures: by }) => ({
    payloadType,
    payload,
    signatures: by.map(({ keyid, sig }) => ({ keyid, sig })),
  }))
  const entries: readonly Entry[] = [
    [HEADER, `${canonicalJson(header)}\n`],
    ...parts,
    ...files,
    ...(signed.length > 0 ? entry(SIGNATURES, `${canonicalJson(signed)}\n`) : []),
  ]
  return writeZip(entries.map(([name, text]) => [name, Buffer.from(text, 'utf8')]))
}

const entry = (name: string, text: string | undefined): readonly Entry[] =>
  text === undefined ? [] : [[name, normaliseText(text)]]
