import { inputDigest } from '@plumbline/bundle'
import {
  appendEvent,
  currentInputs,
  earlierInputs,
  findRound,
  insertImport,
  insertRound,
  markChanged,
  writing,
  type Db,
  type InputRow,
  type NewImportRow,
} from '@plumbline/db'
import { sandboxDigest } from '@plumbline/sandbox'
import { fault, FaultError, planAt, type Dataset, type Fault } from '@plumbline/kernel'
import { lockOf, migrateDataset, readMigration, type LoadedPlugin } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import type { MigrationReport, RoundSummary } from '../contract.ts'
import { storeVersions } from '../import/commit.ts'
import { plainLock } from '../lock.ts'
import { datasetOf, earlierNeed } from '../runs/dataset.ts'
import { compute } from '../runs/open-run.ts'
import { scoreRound } from '../runs/score-round.ts'
import { resultsOf, type OpenRound } from '../views/round.ts'
import { summarise } from '../views/summary.ts'
import { baseOf, versionFor, type Beside } from './beside.ts'

/** A dry run: what becomes of a round's data under another version. */
export async function migrationReport(ctx: RequestContext, asked: Beside): Promise<MigrationReport> {
  return (await trial(ctx, asked)).report
}

/**
 * Makes a round of its own under another version, with the data of a round carried over by the version's migration, in one
 * transaction. The first round, its data and its result stay as they are; the new round names it.
 *
 * @throws FaultError with everything of the report's `faults`, and ROUND_UNKNOWN, VERSION_UNKNOWN, VERSION_WITHDRAWN,
 * VERSION_SAME; nothing is written then.
 */
export async function migrateRound(ctx: RequestContext, asked: Beside): Promise<RoundSummary> {
  const { db } = ctx.database
  const tried = await trial(ctx, asked)
  const { report } = tried
  if (report.faults.length > 0 || !tried.dataset) throw new FaultError(report.faults)
  // Read before the transaction: PGlite has one connection.
  const results = await resultsOf(ctx, tried.base.run)
  const names = new Map(results.map(({ code, name }) => [code, name]))
  const migrated = { ...tried, names, dataset: tried.dataset }
  await writing(db, (tx) => write(ctx, tx, migrated))
  await scoreRound(ctx, report.round)
  const made = await findRound(db, report.round)
  if (!made) throw new Error(`round ${report.round} was written just now`)
  return summarise(ctx, made)
}

interface Trial {
  readonly base: OpenRound
  readonly plugin: LoadedPlugin
  readonly rows: readonly InputRow[]
  readonly file: string
  readonly dataset: Dataset | null
  readonly report: MigrationReport
}

/** A trial that can be written. */
interface Ready extends Trial {
  readonly dataset: Dataset
  /** Of the units, by code. */
  readonly names: ReadonlyMap<string, string>
}

async function trial(ctx: RequestContext, { roundId, digest }: Beside): Promise<Trial> {
  const { db } = ctx.database
  const base = await baseOf(ctx, roundId)
  const plugin = versionFor(ctx, base, digest)
  const { period } = base.round
  const round = `${plugin.ref.id}@${plugin.ref.version}.${period}`
  const rows = await currentInputs(db, base.round.id)
  const head = { from: base.plugin.ref, to: plugin.ref, period, round, units: rows.length }
  const refused = (faults: readonly Fault[]): Trial => ({
    base,
    plugin,
    rows,
    file: '',
    dataset: null,
    report: { ...head, items: [], faults },
  })
  if (await findRound(db, round)) return refused([fault('ROUND_VERSION_TAKEN', { round, version: plugin.ref.version })])
  try {
    const asOf = ctx.clock().toISOString().slice(0, 10)
    const migration = readMigration(plugin, base.plugin.ref.version)
    const { dataset, items, faults } = migrateDataset(migration, datasetOf(rows), {
      from: base.plugin,
      to: plugin,
      asOf,
    })
    if (dataset) await tryScore(ctx, { base, plugin: { ...plugin, plan: planAt(plugin.plan, asOf) }, rows, dataset })
    return { base, plugin, rows, file: migration.file, dataset, report: { ...head, items, faults } }
  } catch (error) {
    if (error instanceof FaultError) return refused(error.faults)
    throw error
  }
}

/** What look-backs read is tried too, so that the round that is made can be scored. */
async function tryScore(
  ctx: RequestContext,
  { base, plugin, rows, dataset }: Pick<Ready, 'base' | 'plugin' | 'rows' | 'dataset'>,
): Promise<void> {
  const need = earlierNeed(plugin.plan.framework)
  const earlier = need ? await earlierInputs(ctx.database.db, base.round.id, need) : []
  const moved = rows.map((row, place) => ({ ...row, cells: cellsOf(dataset, place) }))
  await compute(ctx, plugin, { rows: moved, earlier })
}

async function write(
  ctx: RequestContext,
  tx: Db,
  { base, plugin, rows, file, dataset, report, names }: Ready,
): Promise<void> {
  const at = ctx.clock()
  const { actor } = ctx
  const lock = lockOf(plugin, at.toISOString().slice(0, 10), sandboxDigest)
  await storeVersions(ctx, tx, lock)
  const { pluginId, period, demonstration, id, key } = base.round
  const { digest, version } = plugin.ref
  const content = { pluginId, period, demonstration, pluginDigest: digest, lock, variant: version, ofRoundId: id }
  const round = await insertRound(tx, content)
  const moved = rows.map((row, place): NewImportRow => ({
    roundId: round.id,
    row: place + 2,
    code: row.code,
    name: names.get(row.code) ?? row.code,
    group: row.group,
    cells: cellsOf(dataset, place),
  }))
  const stored = await insertImport(tx, { fileName: file, sha256: inputDigest(rows, []), actor, at, rows: moved })
  await markChanged(tx, round)
  const migration = { of: key, from: `${report.from.id}@${report.from.version}`, file, units: report.units }
  await appendEvent(tx, { at, actor, kind: 'round', subject: round.key, payload: { lock: plainLock(lock), migration } })
  const payload = { fileName: file, rounds: [round.key], rows: moved.length, cells: stored.cells, migration }
  await appendEvent(tx, { at, actor, kind: 'import', subject: String(stored.id), payload })
}

function cellsOf({ columns }: Dataset, row: number): NewImportRow['cells'] {
  return [...columns].map(([item, { values, blanks, ratings }]) => {
    const value = values[row]
    const known = value !== undefined && !Number.isNaN(value)
    return { item, value: known ? value : null, blank: blanks[row] ?? 0, ratings: ratings?.get(row) ?? null }
  })
}
