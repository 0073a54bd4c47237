import {
  Blank,
  completeDataset,
  fault,
  planAt,
  validateDataset,
  type Column,
  type Dataset,
  type Fault,
} from '@plumbline/kernel'
import type { LoadedPlugin } from '../contract.ts'
import { carry, columnOf, unansweredColumn } from './carry.ts'
import { checkMigration, sourcesOf } from './check.ts'
import { itemsOf } from './items.ts'
import type { MigrationFile } from './read.ts'

/** What became of one item. */
export interface MigratedItem {
  /** Id in the newer version; in the older one for what was dropped. */
  readonly id: string
  readonly how: 'same' | 'moved' | 'merged' | 'dropped' | 'asked'
  /** Items of the older version that it comes from. */
  readonly from: readonly string[]
  /** Cells with a value, before for what was dropped, else after. */
  readonly cells: number
  /** Why it was dropped. */
  readonly reason: string | null
}

/** Data of the new version, with what became of each item. */
export interface Migrated {
  /** The data under the newer version; null where there is any fault: data are carried over whole or not at all. */
  readonly dataset: Dataset | null
  readonly items: readonly MigratedItem[]
  readonly faults: readonly Fault[]
}

/** The two versions of a migration. */
export interface MigrationVersions {
  readonly from: LoadedPlugin
  readonly to: LoadedPlugin
  /** ISO date as of which the newer version's parameters are read. */
  readonly asOf: string
}

/**
 * Carries data of an older version over to a newer one. The data given are not touched.
 *
 * @returns The new data with what became of each item; every fault of the migration, else every value that the newer
 * version does not take, each with item, unit and period.
 * @example migrateDataset(readMigration(v2, '1.0.0'), dataset, { from: v1, to: v2, asOf: '2026-01-01' }).items
 */
export function migrateDataset(file: MigrationFile, dataset: Dataset, { from, to, asOf }: MigrationVersions): Migrated {
  const found = checkMigration(file, { from: from.catalogue, to: to.catalogue })
  if (found.length > 0) return { dataset: null, items: [], faults: found }
  const { map, ask } = file.migration
  const [old, next] = [itemsOf(from.catalogue), itemsOf(to.catalogue)]
  const steps = map.flatMap((step) => ('drop' in step ? [] : [step]))
  const faults: Fault[] = []
  const columns = new Map<string, Column>()
  const items: MigratedItem[] = []
  for (const id of next.keys()) {
    const step = steps.find((one) => one.to === id)
    const carried = ask.includes(id)
      ? { column: unansweredColumn(dataset.size), faults: [] }
      : step
        ? carry(step, dataset)
        : { column: columnOf(dataset, id), faults: [] }
    faults.push(...carried.faults)
    columns.set(id, carried.column)
    const how = ask.includes(id) ? 'asked' : !step ? 'same' : 'weights' in step ? 'merged' : 'moved'
    items.push({
      id,
      how,
      from: step ? sourcesOf(step) : how === 'same' ? [id] : [],
      cells: cellsIn(carried.column),
      reason: null,
    })
  }
  for (const step of map) {
    if (!('drop' in step)) continue
    items.push({
      id: step.drop,
      how: 'dropped',
      from: [step.drop],
      cells: cellsIn(columnOf(dataset, step.drop)),
      reason: step.reason,
    })
  }
  const migrated = {
    ...dataset,
    columns: new Map(
      [...columns].filter(([id]) => old.has(id) || steps.some((one) => one.to === id) || ask.includes(id)),
    ),
  }
  const refused = faults.length > 0 ? faults : [...groupFaults(migrated, to), ...valueFaults(migrated, to, asOf)]
  return { dataset: refused.length > 0 ? null : migrated, items, faults: refused }
}

const cellsIn = ({ blanks }: Column): number => blanks.filter((blank) => blank === Blank.none).length

/** What the newer version does not take, item by item and unit by unit. */
function valueFaults(dataset: Dataset, { plan }: LoadedPlugin, asOf: string): readonly Fault[] {
  const dated = planAt(plan, asOf)
  const faults = validateDataset(dated, dataset)
  // Programs run where the data are scored, not here.
  return faults.length > 0
    ? faults
    : completeDataset(dated, dataset).faults.filter(({ code }) => code !== 'CODE_NOT_RUN')
}

function groupFaults({ groups, units, periods }: Dataset, { catalogue }: LoadedPlugin): readonly Fault[] {
  const known = new Set(catalogue.groups.map(({ id }) => id))
  return groups.flatMap((group, row) =>
    group === null || known.has(group)
      ? []
      : [fault('MIGRATION_GROUP_UNKNOWN', { group }, { unit: units[row] ?? '', period: periods[row] ?? '' })],
  )
}
