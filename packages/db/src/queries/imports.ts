import { sql } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { importTable } from '../schema/inputs.ts'
import { queryRows } from './rows.ts'

/** An import to be stored. */
export interface NewImport {
  readonly fileName: string
  readonly sha256: string
  readonly actor: string
  readonly at: Date
  readonly rows: readonly NewImportRow[]
}

/** One unit in one round, with every cell that the file has a column for. */
export interface NewImportRow {
  readonly roundId: number
  /** Row number in the file. */
  readonly row: number
  readonly code: string
  readonly name: string
  readonly group: string | null
  /** Code of the area that the unit belongs to. */
  readonly area?: string | null
  readonly cells: readonly Cell[]
}

/** One cell of an import. */
export interface Cell {
  readonly item: string
  /** null exactly where `blank` is above 0. */
  readonly value: number | null
  readonly blank: number
  readonly ratings: readonly number[] | null
}

/** An import as stored. */
export interface StoredImport {
  readonly id: number
  readonly units: number
  readonly cells: number
}

/** Cells per statement: large enough to be fast, small enough to keep the statement's text below a few megabytes. */
const BLOCK = 20_000

/**
 * Writes a whole file: units that are new, the import, its rows and cells, and points the rounds at them.
 *
 * @param tx - A transaction of `writing`; nothing is kept unless all of it is.
 */
export async function insertImport(tx: Db, file: NewImport): Promise<StoredImport> {
  const unitIds = await upsertUnits(tx, file.rows)
  const cells = file.rows.reduce((sum, row) => sum + row.cells.length, 0)
  const { fileName, sha256, actor, at } = file
  const [stored] = await tx
    .insert(importTable)
    .values({ fileName, sha256, actor, at, rows: file.rows.length, cells })
    .returning({ id: importTable.id })
  if (!stored) throw new Error('the database returned no row for an insert')
  const rows = file.rows.map((row) => ({ ...row, unitId: idOf(unitIds, row.code) }))
  await insertRows(tx, stored.id, rows)
  await insertCells(tx, stored.id, rows)
  await pointRoundsAt(tx, stored.id, rows)
  return { id: stored.id, units: unitIds.size, cells }
}

type RowWithUnit = NewImportRow & { readonly unitId: number }

/** Ids by code. A known unit takes the name that this file gives it. */
async function upsertUnits(tx: Db, rows: readonly NewImportRow[]): Promise<ReadonlyMap<string, number>> {
  const byCode = new Map(rows.map((row) => [row.code, row.name]))
  const units = JSON.stringify(Array.from(byCode, ([code, name]) => ({ code, name })))
  const stored = await queryRows<{ id: number; code: string }>(
    tx,
    sql`insert into unit (code, name) select code, name from json_to_recordset(${units}::json) as t(code text, name text)
      on conflict (code) do update set name = excluded.name returning id, code`,
  )
  return new Map(stored.map(({ id, code }) => [code, id]))
}

async function insertRows(tx: Db, importId: number, rows: readonly RowWithUnit[]): Promise<void> {
  const records = JSON.stringify(
    rows.map(({ roundId, unitId, row, name, group, area = null }) => ({ roundId, unitId, row, name, group, area })),
  )
  await tx.execute(
    sql`insert into import_row (import_id, round_id, unit_id, row, name, peer_group, area)
      select ${importId}, "roundId", "unitId", row, name, "group", area
      from json_to_recordset(${records}::json) as t("roundId" int, "unitId" int, row int, name text, "group" text, area text)`,
  )
}

async function insertCells(tx: Db, importId: number, rows: readonly RowWithUnit[]): Promise<void> {
  for (const block of blocksOf(rows)) {
    const cells = block.flatMap((row) =>
      row.cells.map(({ item, value, blank, ratings }) => ({
        r: row.roundId,
        u: row.unitId,
        i: item,
        v: value,
        b: blank,
        s: ratings,
      })),
    )
    await tx.execute(
      sql`insert into observation (import_id, round_id, unit_id, item, value, blank, ratings)
        select ${importId}, r, u, i, v, b, s
        from json_to_recordset(${JSON.stringify(cells)}::json) as t(r int, u int, i text, v float8, b int2, s jsonb)`,
    )
  }
}

/** Rows in blocks of about `BLOCK` cells. */
function* blocksOf(rows: readonly RowWithUnit[]): Generator<readonly RowWithUnit[]> {
  const cells = rows[0]?.cells.length || 1
  const size = Math.max(1, Math.floor(BLOCK / cells))
  for (let start = 0; start < rows.length; start += size) yield rows.slice(start, start + size)
}

async function pointRoundsAt(tx: Db, importId: number, rows: readonly RowWithUnit[]): Promise<void> {
  const records = JSON.stringify(rows.map(({ roundId, unitId }, ordinal) => ({ roundId, unitId, ordinal })))
  await tx.execute(
    sql`insert into round_unit (round_id, unit_id, position, current_import_id)
      select "roundId", "unitId",
        ordinal + 1 + coalesce((select max(position) from round_unit where round_id = "roundId"), -1), ${importId}
      from json_to_recordset(${records}::json) as t("roundId" int, "unitId" int, ordinal int)
      on conflict (round_id, unit_id) do update set current_import_id = excluded.current_import_id`,
  )
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`no id for unit ${code}`)
  return id
}
