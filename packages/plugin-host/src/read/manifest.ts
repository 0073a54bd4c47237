import { fault, type Fault } from '@plumbline/kernel'
import { parseManifest, type Manifest } from '@plumbline/plugin-api'
import type { PluginBundle } from '../contract.ts'
import { formFaults } from '../form/form.ts'
import type { Locate } from './locate.ts'
import type { Path } from './path.ts'
import { repair } from './repair.ts'
import { valueAt } from './path.ts'
import { issueFaults, show } from './schema-faults.ts'
import { readYaml } from './yaml.ts'

/** A manifest as far as it could be read. */
export interface ManifestFile {
  /** null where the file cannot be read at all. With `faults`, broken parts are stand-ins and must not be loaded. */
  readonly manifest: Manifest | null
  readonly faults: readonly Fault[]
  /** Paths that the schema has refused. */
  readonly refused: readonly Path[]
  readonly locate: Locate
  /** Id and version as they stand in the file, for messages about a plugin that does not load. */
  readonly id: string | null
  readonly version: string | null
}

export const MANIFEST_FILE = 'plugin.yaml'

/** A stand-in may uncover what it hid; more rounds than this have never been needed. */
const REPAIRS = 4

/**
 * Reads a bundle's `plugin.yaml` against the schema, and holds the bundle's form against it where it has one.
 *
 * @param name - What faults call the folder, for example `plugins/example`; may be empty.
 */
export function readManifest(bundle: PluginBundle, name: string): ManifestFile {
  const file = name === '' ? MANIFEST_FILE : `${name}/${MANIFEST_FILE}`
  const text = bundle.files[MANIFEST_FILE]
  if (text === undefined) return unreadable([fault('PLUGIN_NO_MANIFEST', {}, { file })], () => ({ file }))

  const yaml = readYaml(file, text)
  if (!yaml.readable) return unreadable(yaml.faults, yaml.locate)
  if (typeof yaml.value !== 'object' || yaml.value === null || Array.isArray(yaml.value)) {
    const at = { file, line: 1, column: 1 }
    const empty = yaml.value === null || yaml.value === undefined
    return unreadable(
      [
        ...yaml.faults,
        empty ? fault('PLUGIN_MANIFEST_EMPTY', {}, at) : fault('MANIFEST_NOT_A_MAP', { actual: show(yaml.value) }, at),
      ],
      yaml.locate,
    )
  }
  const [id, version] = [valueAt(yaml.value, ['id']), valueAt(yaml.value, ['version'])]
  const read = parseManifest(yaml.value)
  const found = issueFaults(read.issues, yaml.value, yaml.locate)
  const faults = [...yaml.faults, ...found.map((one) => one.fault)]
  const sound = faults.length === 0 ? read.manifest : null
  return {
    manifest: read.manifest ?? repaired(yaml.value),
    faults: sound ? formFaults(bundle, sound, yaml.locate) : faults,
    refused: found.map((one) => one.path),
    locate: yaml.locate,
    id: typeof id === 'string' ? id : null,
    version: typeof version === 'string' ? version : null,
  }
}

function repaired(value: unknown): Manifest | null {
  let draft = value
  for (let round = 0; round < REPAIRS; round++) {
    const { manifest, issues } = parseManifest(draft)
    if (manifest) return manifest
    draft = repair(draft, issues)
  }
  return null
}

const unreadable = (faults: readonly Fault[], locate: Locate): ManifestFile => ({
  manifest: null,
  faults,
  refused: [],
  locate,
  id: null,
  version: null,
})
