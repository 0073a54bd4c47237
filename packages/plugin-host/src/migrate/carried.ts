import { FaultError, type Dataset } from '@plumbline/kernel'
import { migrateDataset, type MigrationVersions } from './migrate.ts'
import { findMigration } from './read.ts'

/** Data under a newer version. */
export interface CarriedOver {
  readonly dataset: Dataset
  /** Items that the older version did not ask for. */
  readonly asked: readonly string[]
}

/**
 * Data of an older version as the newer one reads them, by the migration that the newer one brings.
 *
 * @returns null where it brings none for the older version: the data then read as they are, or not at all.
 * @throws FaultError with every fault of the migration and every value that the newer version does not take.
 * @example carriedOver(dataset, { from: v1, to: v2, asOf: '2026-01-01' })?.asked
 */
export function carriedOver(dataset: Dataset, versions: MigrationVersions): CarriedOver | null {
  const file = findMigration(versions.to, versions.from.ref.version)
  if (!file) return null
  const { dataset: carried, faults } = migrateDataset(file, dataset, versions)
  if (!carried) throw new FaultError(faults)
  return { dataset: carried, asked: file.migration.ask }
}
