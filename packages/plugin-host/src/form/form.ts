import { canonicalJson, type CanonicalValue } from '@plumbline/digest'
import { fault, type Fault } from '@plumbline/kernel'
import { isManifest, parseManifest, type Manifest } from '@plumbline/plugin-api'
import type { PluginBundle } from '../contract.ts'
import type { Locate } from '../read/locate.ts'
import { isRecord } from '../read/path.ts'
import { firstDifference } from './first-difference.ts'

/** Edition of what the schema makes of a manifest. It goes up with every change of a default; a test holds the two together. */
export const FORM_EDITION = 1

/** A manifest as text of its form: canonical JSON, so that one manifest has one form. */
export const formOf = (manifest: Manifest): string =>
  // A manifest came out of YAML: it holds nothing that JSON cannot say.
  `${canonicalJson({ edition: FORM_EDITION, manifest: manifest as unknown as CanonicalValue })}\n`

/**
 * The manifest that a bundle's form gives, not yet held against `plugin.yaml`: enough to list a version, never to score by
 * it. A form of another edition is read by the schema of this one.
 *
 * @returns null where there is no form, or none that can be read here: the manifest itself is read then.
 */
export function readForm({ form }: PluginBundle): Manifest | null {
  if (form === undefined) return null
  const { edition, manifest } = partsOf(form)
  if (edition !== FORM_EDITION) return readBySchema(manifest)
  return isManifest(manifest) ? manifest : null
}

/**
 * Holds a bundle's form against its manifest.
 *
 * @param manifest - Read without a fault.
 * @returns BUNDLE_FORM_DIFFERS at the first place where the two differ; nothing where there is no form, or only one of an
 * edition that is not read here.
 */
export function formFaults({ form }: PluginBundle, manifest: Manifest, locate: Locate): readonly Fault[] {
  if (form === undefined) return []
  const own = formOf(manifest)
  if (form === own) return []
  const parts = partsOf(form)
  if (Number.isInteger(parts.edition) && parts.edition !== FORM_EDITION) {
    const read = readBySchema(parts.manifest)
    if (!read || formOf(read) === own) return []
  }
  const path = firstDifference(partsOf(own).manifest, parts.manifest)
  return [fault('BUNDLE_FORM_DIFFERS', {}, locate(path))]
}

/** Nothing of it is true before it is checked; both are undefined where it is no form at all. */
function partsOf(form: string): { readonly edition?: unknown; readonly manifest?: unknown } {
  try {
    const value: unknown = JSON.parse(form)
    return isRecord(value) ? { edition: value['edition'], manifest: value['manifest'] } : {}
  } catch {
    return {}
  }
}

function readBySchema(value: unknown): Manifest | null {
  try {
    return parseManifest(value).manifest
  } catch {
    // Nested deeper than the schema can follow: nobody wrote that by hand.
    return null
  }
}
