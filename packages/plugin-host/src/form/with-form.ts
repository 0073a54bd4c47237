import { MAX_FILE } from '../bundle.ts'
import type { PluginBundle } from '../contract.ts'
import { readManifest } from '../read/manifest.ts'
import { formOf } from './form.ts'

/**
 * A bundle with the form of its manifest: what the schema reads in `plugin.yaml`, as canonical JSON, so that a start needs
 * neither YAML nor the schema. Without one where the manifest has faults, or where the form is larger than a file may be.
 *
 * @example packPlugin({ ref, bundle: withForm(bundle), signatures: [] })
 */
export function withForm({ form: _before, ...bundle }: PluginBundle): PluginBundle {
  const { manifest, faults } = readManifest(bundle, '')
  if (!manifest || faults.length > 0) return bundle
  const form = formOf(manifest)
  return Buffer.byteLength(form) > MAX_FILE ? bundle : { ...bundle, form }
}
