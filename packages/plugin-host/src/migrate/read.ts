import { fault, FaultError, type Fault, type FaultPlace } from '@plumbline/kernel'
import { migration, type Migration } from '@plumbline/plugin-api'
import semver from 'semver'
import type { LoadedPlugin } from '../contract.ts'
import { readYaml } from '../read/yaml.ts'

const FILE = /^migrations\/[^/]+\.ya?ml$/

/** A migration with the places of its parts. */
export interface MigrationFile {
  readonly migration: Migration
  readonly file: string
  readonly placeOf: (path: readonly (string | number)[]) => FaultPlace
}

/**
 * The migration that carries data of an older version over to a plugin: the file under `migrations` whose range holds it.
 *
 * @throws FaultError MIGRATION_INVALID and the faults of YAML, for all of the plugin's migrations at once;
 * MIGRATION_ABSENT - there is none for that version.
 * @example readMigration(v2, '1.4.0').migration.ask
 */
export function readMigration(plugin: LoadedPlugin, from: string): MigrationFile {
  const found = findMigration(plugin, from)
  if (found) return found
  const { id, version } = plugin.ref
  throw new FaultError([fault('MIGRATION_ABSENT', { from, to: version }, { plugin: id })])
}

/** As `readMigration`, null where there is none for that version. */
export function findMigration({ bundle, ref }: LoadedPlugin, from: string): MigrationFile | null {
  const names = Object.keys(bundle.files).filter((name) => FILE.test(name))
  const read = names.map((name) => parse(name, bundle.files[name] ?? ''))
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) throw new FaultError(faults)
  const migrations = read.flatMap((one) => ('migration' in one ? [one] : []))
  return (
    migrations.find(({ migration: { from: range, to } }) => to === ref.version && semver.satisfies(from, range)) ?? null
  )
}

function parse(file: string, text: string): MigrationFile | { readonly faults: readonly Fault[] } {
  const yaml = readYaml(file, text)
  if (yaml.faults.length > 0) return { faults: yaml.faults }
  const parsed = migration.safeParse(yaml.value)
  if (!parsed.success) {
    return {
      faults: parsed.error.issues.map(({ path, message }) =>
        fault('MIGRATION_INVALID', { detail: message }, yaml.locate(path.filter((step) => typeof step !== 'symbol'))),
      ),
    }
  }
  const range = semver.validRange(parsed.data.from)
  if (range === null) return { faults: [fault('PLUGIN_RANGE', { range: parsed.data.from }, yaml.locate(['from']))] }
  return { migration: parsed.data, file, placeOf: (path) => yaml.locate(path) }
}
