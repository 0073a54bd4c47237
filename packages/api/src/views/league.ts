import type { ResultRow } from '@plumbline/db'
import { settingsOf, snap } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode } from '@plumbline/plugin-api'
import type { App } from '../context.ts'
import type { League, LeagueRow, Pillar } from '../contract.ts'
import { isSameVersion, openRound, previousRound, resultsOf } from './round.ts'
import { openRun } from '../runs/open-run.ts'
import { marksOf } from './marks.ts'
import { summaryOf } from './summary.ts'

/** Who stands where in a round: rows by rank, those without one after them, then in the order they were imported. */
export async function league(app: App, key: string): Promise<League> {
  const record = await openRound(app, key)
  const { catalogue } = record.plugin
  const pillars = pillarsOf(catalogue)
  const previous = await previousRound(app, record)
  const before = new Map((await resultsOf(app, previous?.run ?? null)).map((row) => [row.code, row]))
  const sameVersion = previous !== null && isSameVersion(previous, record)
  const marks = await preparedMarks(app, record)
  const rows = (await resultsOf(app, record.run)).map((row) => ({
    ...rowOf(row, pillars, changeOf(row, before.get(row.code), sameVersion)),
    prepared: marks.get(row.code) ?? null,
  }))
  return {
    round: summaryOf(record, catalogue),
    pillars,
    groups: catalogue.groups,
    grades: catalogue.grades,
    display: catalogue.display,
    rows: rows.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0),
    previousPeriod: previous?.round.period ?? null,
  }
}

/** The root's children, in the standard's order. */
function pillarsOf(catalogue: Catalogue): readonly Pillar[] {
  const root = rootOf(catalogue)
  return catalogue.nodes
    .filter(({ parent }) => parent === root.id)
    .map(({ id, zh, en, weight }) => ({ id, zh, en, weight }))
}

function rootOf(catalogue: Catalogue): CatalogueNode {
  const [root] = catalogue.nodes
  if (!root) throw new Error(`catalogue ${catalogue.plugin.id} has no nodes`)
  return root
}

/**
 * Marks by unit. They are not stored: a run of a standard that prepares its data is computed again from its inputs, as
 * for a profile, and kept.
 */
async function preparedMarks(
  app: App,
  { round, run, plugin }: Awaited<ReturnType<typeof openRound>>,
): Promise<ReadonlyMap<string, LeagueRow['prepared']>> {
  if (!run || !settingsOf(plugin.plan.framework)) return new Map()
  const { result, dataset } = await openRun(app, round, run)
  return new Map(dataset.units.map((unit, row) => [unit, marksOf(result, row)]))
}

function rowOf(row: ResultRow, pillars: readonly Pillar[], change: LeagueRow['change']): Omit<LeagueRow, 'prepared'> {
  const { code, name, group, status, score, core, grade, gradeByScore, rank, groupRank } = row
  const { gates, limitedBy, cappedBy, coverage } = row
  return {
    unit: code,
    name,
    group,
    status,
    score,
    core,
    grade,
    gradeByScore,
    rank,
    groupRank,
    gates,
    limitedBy,
    cappedBy,
    coverage,
    contributions: pillars.map(({ id }) => row.contributions[id] ?? 0),
    change,
  }
}

/** Up is better for both: a score that rose, a rank that came nearer to 1. */
function changeOf(now: ResultRow, before: ResultRow | undefined, sameVersion: boolean): LeagueRow['change'] {
  if (!before) return null
  const difference = (a: number | null, b: number | null) => (a === null || b === null ? null : snap(a - b))
  return { score: difference(now.score, before.score), rank: difference(before.rank, now.rank), sameVersion }
}
