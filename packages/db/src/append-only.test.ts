import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Database } from './database.ts'
import { bothDatabases } from './testing.ts'
import { analysesOfRun, findAnalysis, storeAnalysis } from './queries/analyses.ts'
import { derivedOfRun } from './queries/derived.ts'
import { appendEvent } from './queries/events.ts'
import { insertImport } from './queries/imports.ts'
import { inputsOfRun } from './queries/inputs.ts'
import { storePluginVersion } from './queries/plugin-versions.ts'
import { appendState, storeSignatures } from './queries/versions.ts'
import { queryRows } from './queries/rows.ts'
import { findRound, insertRound } from './queries/rounds.ts'
import { insertRun, resultsOfRun } from './queries/runs.ts'
import { writing } from './queries/transaction.ts'

const AT = new Date('2026-03-01T00:00:00.000Z')
const TABLES = [
  'plugin_version',
  'import',
  'import_row',
  'observation',
  'run',
  'run_unit',
  'run_history',
  'run_derived',
  'analysis',
  'event',
  'plugin_state',
  'plugin_signature',
]
/** A column of each table that an update could aim at. */
const COLUMN: Readonly<Record<string, string>> = {
  plugin_version: 'version',
  import: 'rows',
  import_row: 'row',
  observation: 'item',
  run: 'kernel',
  run_unit: 'status',
  run_derived: 'value',
  run_history: 'import_id',
  analysis: 'kind',
  event: 'actor',
  plugin_state: 'reason',
  plugin_signature: 'keyid',
}

describe.each(bothDatabases(inject('postgresUrl')))('append-only tables on %s', (_, open) => {
  let database: Database

  beforeAll(async () => {
    database = await open()
    await writing(database.db, async (tx) => {
      await storePluginVersion(tx, {
        digest: 'sha256:one',
        pluginId: 'sample',
        version: '1.0.0',
        publisher: '示例协会',
        bundle: { files: {} },
        firstSeen: AT,
      })
      const round = await insertRound(tx, {
        pluginId: 'sample',
        period: '2025',
        pluginDigest: 'sha256:one',
        lock: { asOf: '2026-03-01' },
        demonstration: true,
      })
      const cells = [{ item: 'a', value: 1, blank: 0, ratings: null }]
      const rows = [{ roundId: round.id, row: 2, code: 'U-1', name: '测试机构', group: null, cells }]
      const { id: importId } = await insertImport(tx, { fileName: 'a.csv', sha256: 'ab', actor: 't', at: AT, rows })
      const header = {
        roundId: round.id,
        inputDigest: 'i',
        pluginDigest: 'sha256:one',
        kernel: '0',
        semantics: 1,
        resultDigest: 'r',
        at: AT,
      }
      const ids = { unitId: 1, importId, roundId: round.id }
      const result = {
        ...ids,
        position: 0,
        score: 1 / 3,
        core: null,
        status: 'graded' as const,
        grade: 'g',
        gradeByScore: 'g',
        rank: 1,
        groupRank: null,
        gates: ['cap'],
        limitedBy: null,
        cappedBy: 'cap',
        coverage: 1,
        nodes: { a: 0.1, b: null },
        contributions: { a: 1 / 3 },
      }
      const sources = [{ round: 'q.2025', run: 7, resultDigest: 'sha256:q', units: 5 }]
      const derived = { unitId: 1, item: 'a', value: 1 / 3, units: 5, sources }
      const run = await insertRun(tx, header, { units: [result], history: [ids], derived: [derived] })
      expect(await resultsOfRun(tx, run.id)).toEqual([{ ...result, code: 'U-1', name: '测试机构', group: null }])
      expect(await derivedOfRun(tx, run.id)).toEqual([derived])
      expect(await inputsOfRun(tx, run.id)).toMatchObject([{ cells: [{ item: 'a', value: 1 / 3 }] }])
      const report = { units: [{ unit: 'U-1', share: 1 / 3 }] }
      const asked = { digest: 'sha256:a', runId: run.id, kind: 'uncertainty' as const, job: { seed: 1 }, actor: 't' }
      await storeAnalysis(tx, { ...asked, kernel: '0', semantics: 1, report, at: AT })
      // The same question again keeps the first answer.
      await storeAnalysis(tx, { ...asked, kernel: '0', semantics: 1, report: {}, at: AT })
      expect(await findAnalysis(tx, 'sha256:a')).toMatchObject({ ...asked, report })
      expect(await analysesOfRun(tx, { runId: run.id, kind: 'sensitivity' })).toEqual([])
      expect(await analysesOfRun(tx, { runId: run.id })).toMatchObject([asked])
      await appendEvent(tx, { at: AT, actor: 'a', kind: 'k', subject: 's', payload: {} })
      const made = { digest: 'sha256:one', actor: 'a', at: AT }
      await appendState(tx, { ...made, state: 'draft', origin: 'upload', reason: 'r' })
      await storeSignatures(tx, [{ ...made, keyid: 'k', envelope: {}, envelopeDigest: 'e' }])
    })
  })
  afterAll(() => database.close())

  const refusal = async (statement: string): Promise<string> => {
    try {
      await database.db.execute(sql.raw(statement))
    } catch (error) {
      return error instanceof Error ? `${error.message} ${String(error.cause)}` : String(error)
    }
    return 'done'
  }

  it.each(TABLES)('%s refuses update, delete and truncate', async (table) => {
    const content = () => queryRows(database.db, sql.raw(`select * from ${table}`))
    const before = await content()
    expect(before).not.toHaveLength(0)
    expect(await refusal(`update ${table} set ${COLUMN[table]} = ${COLUMN[table]}`)).toContain(
      `UPDATE of append-only table ${table}`,
    )
    expect(await refusal(`delete from ${table}`)).toContain(`DELETE of append-only table ${table}`)
    expect(await refusal(`truncate ${table} cascade`)).toContain('TRUNCATE of append-only table')
    expect(await content()).toEqual(before)
  })

  it.each([
    `period = '2026'`,
    `variant = '1', of_round_id = 1`,
    `lock = '{}'`,
    'demonstration = false',
    `plugin_id = 'other'`,
  ])('a round refuses another %s', async (change) => {
    expect(await refusal(`update round set ${change}`)).toContain('is pinned')
    expect(await refusal('delete from round')).toContain('DELETE of append-only table round')
    expect((await findRound(database.db, 'sample.2025'))?.round).toMatchObject({
      period: '2025',
      demonstration: true,
    })
  })

  it.each([
    ['a value with a blank', `1, 2`, 'observation_value_or_blank'],
    ['neither value nor blank', `null, 0`, 'observation_value_or_blank'],
    ['an unknown blank', `null, 5`, 'observation_blank_range'],
    ['NaN', `'NaN', 0`, 'observation_value_finite'],
    ['infinity', `'-Infinity', 0`, 'observation_value_finite'],
  ])('an observation refuses %s', async (_what, cell, constraint) => {
    const row = `select import_id, round_id, unit_id, 'b', ${cell} from import_row`
    expect(
      await refusal(`insert into observation (import_id, round_id, unit_id, item, value, blank) ${row}`),
    ).toContain(constraint)
  })
})
