import { listRounds, type ResultRow, type RoundRecord } from '@plumbline/db'
import type { Catalogue } from '@plumbline/plugin-api'
import type { App } from '../context.ts'
import type { OverviewSector } from '../contract.ts'
import { quantile, sortedValues } from './quantiles.ts'
import { isSameVersion, resultsOf } from './round.ts'
import { catalogueOf, summaryOf } from './summary.ts'

/** Every sector of a period, the newest one by default. Distributions are over the graded units. */
export async function overview(app: App, asked: string | undefined): Promise<readonly OverviewSector[]> {
  const records = (await listRounds(app.database.db)).filter(({ round }) => round.ofRoundId === null)
  const period = asked ?? records[0]?.round.period
  const inPeriod = records.filter(({ round }) => round.period === period)
  return Promise.all(inPeriod.map((record) => sectorOf(app, record, records)))
}

async function sectorOf(app: App, record: RoundRecord, all: readonly RoundRecord[]): Promise<OverviewSector> {
  const catalogue = await catalogueOf(app, record)
  const rows = await resultsOf(app, record.run)
  const graded = rows.filter(({ status }) => status === 'graded')
  const scores = sortedValues(graded.map(({ score }) => score))
  const count = (status: ResultRow['status']) => rows.filter((row) => row.status === status).length
  return {
    round: summaryOf(record, catalogue),
    graded: graded.length,
    vetoed: count('vetoed'),
    notAdmitted: count('not-admitted'),
    noResult: count('no-result'),
    grades: gradeCounts(catalogue, graded),
    median: quantile(scores, 0.5),
    quartiles: quartilesOf(scores),
    coreMedian: quantile(sortedValues(graded.map(({ core }) => core)), 0.5),
    coverage: mean(rows.map(({ coverage }) => coverage)),
    dots: rows.flatMap(({ code, name, score, status }) =>
      score === null ? [] : [{ unit: code, name, score, status }],
    ),
    previous: await previousOf(app, record, all),
  }
}

function gradeCounts(catalogue: Catalogue | null, graded: readonly ResultRow[]): OverviewSector['grades'] {
  const byGrade = Map.groupBy(graded, ({ grade }) => grade)
  return (catalogue?.grades ?? []).map(({ id, zh, en }) => ({ id, zh, en, count: byGrade.get(id)?.length ?? 0 }))
}

function quartilesOf(scores: readonly number[]): OverviewSector['quartiles'] {
  const [low, high] = [quantile(scores, 0.25), quantile(scores, 0.75)]
  return low === null || high === null ? null : [low, high]
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length
}

async function previousOf(
  app: App,
  record: RoundRecord,
  all: readonly RoundRecord[],
): Promise<OverviewSector['previous']> {
  const { pluginId, period } = record.round
  // Newest first, so the first earlier one is the one before.
  const previous = all.find(({ round }) => round.pluginId === pluginId && round.period < period)
  if (!previous) return null
  const rows = await resultsOf(app, previous.run)
  const scores = sortedValues(rows.filter(({ status }) => status === 'graded').map(({ score }) => score))
  return { period: previous.round.period, median: quantile(scores, 0.5), sameVersion: isSameVersion(previous, record) }
}
