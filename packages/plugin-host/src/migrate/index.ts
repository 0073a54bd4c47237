export { readMigration, type MigrationFile } from './read.ts'
export { checkMigration } from './check.ts'
export { migrateDataset, type Migrated, type MigratedItem, type MigrationVersions } from './migrate.ts'
export { carriedOver, type CarriedOver } from './carried.ts'
