import { sql, type SQL } from 'drizzle-orm'
import type { Db } from '../database.ts'
import { queryRows } from './rows.ts'
import { derivedOfRun, type DerivedValue } from './derived.ts'
import type { Cell } from './imports.ts'

/** What one unit reported, as it counts in a round. */
export interface InputRow {
  readonly roundId: number
  readonly unitId: number
  readonly importId: number
  readonly position: number
  readonly period: string
  readonly code: string
  readonly group: string | null
  readonly cells: readonly Cell[]
}

/** The round whose rows count in `this`: its own where it has any (data that came to it, or were migrated), else the one beside. */
const dataRound = sql`case when exists (select 1 from round_unit own where own.round_id = this.id) then this.id
    else coalesce(this.of_round_id, this.id) end`

/** The rows that count in a round now, in order of position; a round beside another that has none has that one's. */
export const currentInputs = (db: Db, roundId: number): Promise<readonly InputRow[]> =>
  inputs(
    db,
    sql`select round_id, unit_id, current_import_id as import_id, position from round_unit
      where round_id = (select ${dataRound} from round this where this.id = ${roundId})`,
  )

/** The rows that a run was computed from, whatever was imported since, with the values that it took from other results. */
export async function inputsOfRun(db: Db, runId: number): Promise<readonly InputRow[]> {
  const chosen = sql`select round_id, unit_id, import_id, position from run_unit where run_id = ${runId}`
  return withDerived(await inputs(db, chosen), await derivedOfRun(db, runId))
}

/** Rows with derived values in the place of what was reported, if anything was. */
export function withDerived(rows: readonly InputRow[], derived: readonly DerivedValue[]): readonly InputRow[] {
  if (derived.length === 0) return rows
  const byUnit = Map.groupBy(derived, ({ unitId }) => unitId)
  return rows.map((row) => {
    const own = byUnit.get(row.unitId) ?? []
    const kept = row.cells.filter(({ item }) => own.every((value) => value.item !== item))
    return { ...row, cells: [...kept, ...own.map(({ item, value }) => ({ item, value, blank: 0, ratings: null }))] }
  })
}

/** Which part of earlier rounds is read. */
export interface EarlierChoice {
  /** Ids of items; all where nothing is said. */
  readonly items?: readonly string[]
  /** Units that take no part any more too; they come last. */
  readonly everyUnit?: boolean
}

/** Position of a unit that is in an earlier round only. */
const AFTER_ALL = 2147483647

/** What the units of a round reported in earlier rounds of the same plugin: look-backs, and what a pipeline reads. */
export const earlierInputs = (
  db: Db,
  roundId: number,
  { items, everyUnit = false }: EarlierChoice,
): Promise<readonly InputRow[]> =>
  inputs(
    db,
    sql`select earlier.round_id, earlier.unit_id, earlier.current_import_id as import_id,
        coalesce(now.position, ${AFTER_ALL}::integer) as position
      from round this
      join round past on past.plugin_id = this.plugin_id and past.period < this.period and past.of_round_id is null
      join round_unit earlier on earlier.round_id = past.id
      left join round_unit now
        on now.round_id = ${dataRound} and now.unit_id = earlier.unit_id
      where this.id = ${roundId} and (now.unit_id is not null or ${everyUnit}::boolean)`,
    items,
  )

/** Everything that counts in the rounds of a plugin before a period: what a new round of it would read. */
export const inputsBefore = (db: Db, pluginId: string, period: string): Promise<readonly InputRow[]> =>
  inputs(
    db,
    sql`select earlier.round_id, earlier.unit_id, earlier.current_import_id as import_id, earlier.position
      from round past
      join round_unit earlier on earlier.round_id = past.id
      where past.plugin_id = ${pluginId} and past.period < ${period} and past.of_round_id is null`,
  )

/** The earlier rows that a run read, of all units. */
export const historyOfRun = (
  db: Db,
  runId: number,
  { items }: Pick<EarlierChoice, 'items'>,
): Promise<readonly InputRow[]> =>
  inputs(
    db,
    sql`select h.round_id, h.unit_id, h.import_id, coalesce(now.position, ${AFTER_ALL}::integer) as position
      from run_history h left join run_unit now on now.run_id = h.run_id and now.unit_id = h.unit_id
      where h.run_id = ${runId}`,
    items,
  )

interface PackedInput extends Omit<InputRow, 'cells'> {
  readonly cells: string | null
}

/**
 * Reads the cells of chosen rows. The cells of a row come as one JSON text, which is many times faster to receive and
 * parse than a result row for each cell, a list for each column, which is faster to build than one for each cell; PostgreSQL prints a float8 with the shortest digits that give it back.
 */
async function inputs(db: Db, chosen: SQL, items?: readonly string[]): Promise<readonly InputRow[]> {
  // An array built once, so that the index serves each row.
  const wanted = items
    ? sql`and o.item = any(array(select json_array_elements_text(${JSON.stringify(items)}::json)))`
    : sql``
  const records = await queryRows<PackedInput>(
    db,
    sql`select chosen.round_id as "roundId", chosen.unit_id as "unitId", chosen.import_id as "importId",
        chosen.position, r.period, u.code, ir.peer_group as "group",
        (select json_build_array(json_agg(o.item), json_agg(o.value), json_agg(o.blank), json_agg(o.ratings))::text
          from observation o
          where o.import_id = chosen.import_id and o.round_id = chosen.round_id and o.unit_id = chosen.unit_id ${wanted}) as cells
      from (${chosen}) chosen
      join round r on r.id = chosen.round_id
      join unit u on u.id = chosen.unit_id
      join import_row ir on ir.import_id = chosen.import_id and ir.round_id = chosen.round_id and ir.unit_id = chosen.unit_id
      order by chosen.position, r.period, u.code`,
  )
  return records.map((record) => ({ ...record, cells: record.cells ? cellsIn(record.cells) : [] }))
}

/** Side by side: items, values, blanks, ratings. */
type PackedCells = readonly [
  readonly string[] | null,
  readonly (number | null)[],
  readonly number[],
  readonly (readonly number[] | null)[],
]

/** Parse step: the text is what the query above builds; null in place of the lists where a row has no cell. */
function cellsIn(text: string): readonly Cell[] {
  const [items, values, blanks, ratings] = JSON.parse(text) as PackedCells
  return (items ?? []).map((item, place) => ({
    item,
    value: values[place] ?? null,
    blank: blanks[place] ?? 0,
    ratings: ratings[place] ?? null,
  }))
}
