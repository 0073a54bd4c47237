import { sandboxDigest } from '@plumbline/sandbox'
import {
  appendEvent,
  findRound,
  insertImport,
  insertRound,
  markChanged,
  storePluginVersion,
  writing,
  type Cell,
  type Db,
  type NewImportRow,
  type StoredImport,
  type StoredRound,
} from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import { lockOf, type Lock } from '@plumbline/plugin-host'
import type { RequestContext } from '../context.ts'
import { plainLock } from '../lock.ts'
import type { ImportCheck, ImportResult } from '../contract.ts'
import { settle } from '../runs/settle.ts'
import { summarise } from '../views/summary.ts'
import { checkImport } from './check.ts'
import type { DataFile, Part } from './read.ts'

/** Where a file comes from; rounds that the demonstration makes say so for ever. */
export type Origin = 'upload' | 'demonstration'

/**
 * Takes a file whole or not at all: rounds that are not there yet, units, cells and events in one transaction, then a
 * run for every round that the file touches. A crash in between leaves the import, and `settle` scores it.
 *
 * @throws FaultError with every fault of the file; nothing is written then.
 * @throws FaultError ROUND_CHANGED - another import made one of the file's rounds at the same moment, under another
 * version of the standard.
 */
export async function commitImport(
  ctx: RequestContext,
  file: DataFile,
  origin: Origin = 'upload',
): Promise<ImportResult> {
  const { plugin, fileName, bytes } = file
  ctx.log('import.reading', { plugin, fileName, bytes: bytes.length })
  const { check, parts } = await checkImport(ctx, file)
  if (!check.accepted) throw new FaultError(check.faults)
  ctx.log('import.writing', { plugin, units: check.units })
  const stored = await writing(ctx.database.db, (tx) => write(ctx, tx, { file, check, parts, origin }))
  ctx.log('import.committed', { import: stored.id, rounds: stored.keys.join(' ') })
  await settle(ctx)
  const records = await Promise.all(stored.keys.map((key) => findRound(ctx.database.db, key)))
  const rounds = await Promise.all(records.filter((record) => record !== null).map((record) => summarise(ctx, record)))
  return { rounds, units: stored.units, cells: stored.cells }
}

interface Accepted {
  readonly file: DataFile
  readonly check: ImportCheck
  readonly parts: readonly Part[]
  readonly origin: Origin
}

async function write(
  ctx: RequestContext,
  tx: Db,
  accepted: Accepted,
): Promise<StoredImport & { readonly keys: readonly string[] }> {
  const { file, check, parts, origin } = accepted
  const { actor } = ctx
  const at = ctx.clock()
  const rounds: StoredRound[] = []
  const rows: NewImportRow[] = []
  for (const part of parts) {
    const round = await ensureRound(ctx, tx, { part, origin })
    rounds.push(round)
    rows.push(...rowsOf(part, round))
  }
  const { fileName } = file
  const stored = await insertImport(tx, { fileName, sha256: check.sha256, actor, at, rows })
  for (const round of rounds) await markChanged(tx, round)
  const keys = rounds.map(({ key }) => key)
  const payload = { fileName, sha256: check.sha256, rounds: keys, rows: rows.length, cells: stored.cells }
  await appendEvent(tx, { at, actor, kind: 'import', subject: String(stored.id), payload })
  ctx.log('import.written', { import: stored.id, rows: rows.length, cells: stored.cells })
  return { ...stored, keys }
}

async function ensureRound(
  ctx: RequestContext,
  tx: Db,
  { part, origin }: { readonly part: Part; readonly origin: Origin },
): Promise<StoredRound> {
  const { ref } = part.plugin
  const there = await findRound(tx, `${ref.id}.${part.period}`)
  if (there && there.round.pluginDigest !== ref.digest)
    throw new FaultError([fault('ROUND_CHANGED', {}, { period: part.period, plugin: ref.id })])
  if (there) return there.round
  const at = ctx.clock()
  const lock = lockOf(part.plugin, at.toISOString().slice(0, 10), sandboxDigest)
  await storeVersions(ctx, tx, lock)
  const content = {
    pluginId: ref.id,
    period: part.period,
    pluginDigest: ref.digest,
    lock,
    demonstration: origin === 'demonstration',
  }
  const round = await insertRound(tx, content)
  const payload = { lock: plainLock(lock) }
  await appendEvent(tx, { at, actor: ctx.actor, kind: 'round', subject: round.key, payload })
  return round
}

/** Keeps the plugin's files and those of what it uses: the round can be recomputed without the plugins folder. */
export async function storeVersions(ctx: RequestContext, tx: Db, lock: Lock): Promise<void> {
  for (const { digest } of [...lock.uses, lock.plugin]) {
    const plugin = ctx.standards.byDigest.get(digest)
    if (!plugin) continue
    const { ref, catalogue, bundle } = plugin
    const { publisher } = catalogue
    const version = { digest, pluginId: ref.id, version: ref.version, publisher, bundle, firstSeen: ctx.clock() }
    await storePluginVersion(tx, version)
  }
}

function rowsOf({ table, rows }: Part, { id }: StoredRound): readonly NewImportRow[] {
  const { dataset, names, areas, rows: numbers, items } = table
  return rows.map((row) => ({
    roundId: id,
    row: numbers[row] ?? 0,
    code: dataset.units[row] ?? '',
    name: names[row] ?? '',
    group: dataset.groups[row] ?? null,
    area: areas[row] ?? null,
    cells: items.flatMap((item) => cellOf(table, item, row)),
  }))
}

function cellOf({ dataset }: Part['table'], item: string, row: number): readonly Cell[] {
  const column = dataset.columns.get(item)
  if (!column) return []
  const value = column.values[row]
  const known = value !== undefined && !Number.isNaN(value)
  return [
    { item, value: known ? value : null, blank: column.blanks[row] ?? 0, ratings: column.ratings?.get(row) ?? null },
  ]
}
