import { currentInputs, earlierInputs } from '@plumbline/db'
import { fault, FaultError, type Dataset } from '@plumbline/kernel'
import { carriedOver, type LoadedPlugin } from '@plumbline/plugin-host'
import type { VersionDifference } from '@plumbline/testkit'
import type { RequestContext } from '../context.ts'
import { datasetOf, earlierNeed } from '../runs/dataset.ts'
import { openRound, resultsOf } from '../views/round.ts'
import type { DifferenceReport, DifferenceState, Mover } from './contract.ts'
import type { Beginning, ReadyDifference } from './differences.ts'

export interface AskedDifference {
  /** Digests of the older and the newer version. */
  readonly from: string
  readonly to: string
  /** The round whose data are replayed; without it invented values are all there is. */
  readonly roundId?: string | undefined
}

/**
 * How two versions of a standard differ, and whom it moves. It is worked out in a thread; asking again tells how far it is.
 * Nothing is written.
 *
 * @throws FaultError VERSION_UNKNOWN, VERSION_SAME, VERSIONS_OF_DIFFERENT_PLUGINS, ROUND_UNKNOWN.
 */
export async function versionDifference(ctx: RequestContext, asked: AskedDifference): Promise<DifferenceState> {
  const { key, beginning } = await comparisonOf(ctx, asked)
  return ctx.differences.state(key, beginning)
}

/** Compares once more what failed or was cancelled. @throws FaultError as `versionDifference`. */
export async function retryDifference(ctx: RequestContext, asked: AskedDifference): Promise<DifferenceState> {
  const { key, beginning } = await comparisonOf(ctx, asked)
  return ctx.differences.again(key, beginning)
}

/** Ends a comparison that runs. @returns How it stands then: `done` where it was quicker. */
export async function cancelDifference(ctx: RequestContext, asked: AskedDifference): Promise<DifferenceState> {
  const { key, beginning } = await comparisonOf(ctx, asked)
  ctx.differences.cancel(key)
  return ctx.differences.state(key, beginning)
}

interface Comparison {
  readonly key: string
  readonly beginning: Beginning
}

/** What decides a comparison, and how it is begun. */
async function comparisonOf(ctx: RequestContext, asked: AskedDifference): Promise<Comparison> {
  const [from, to] = [versionOf(ctx, asked.from), versionOf(ctx, asked.to)]
  if (from.ref.id !== to.ref.id)
    throw new FaultError([fault('VERSIONS_OF_DIFFERENT_PLUGINS', { from: from.ref.id, to: to.ref.id })])
  const { id, version } = to.ref
  if (asked.from === asked.to) throw new FaultError([fault('VERSION_SAME', { version }, { plugin: id })])
  const record = asked.roundId === undefined ? null : await openRound(ctx, asked.roundId)
  if (record && record.round.pluginId !== id)
    throw new FaultError([fault('VERSIONS_OF_DIFFERENT_PLUGINS', { from: record.round.pluginId, to: id })])
  const asOf = ctx.clock().toISOString().slice(0, 10)
  const key = [asked.from, asked.to, record?.round.key, record?.run?.id, asOf].join(' ')
  return { key, beginning: { ready: () => ready(ctx, { from, to, record, asOf }), report: ctx.report } }
}

function versionOf({ standards }: RequestContext, digest: string): LoadedPlugin {
  const found = standards.byDigest.get(digest)
  if (!found) throw new FaultError([fault('VERSION_UNKNOWN', { version: digest })])
  return found
}

interface Compared {
  readonly from: LoadedPlugin
  readonly to: LoadedPlugin
  readonly record: Awaited<ReturnType<typeof openRound>> | null
  readonly asOf: string
}

async function ready(ctx: RequestContext, { from, to, record, asOf }: Compared): Promise<ReadyDifference> {
  const { db } = ctx.database
  const cases = (await Promise.all([from, to].map(ctx.casesOf))).filter((one) => one !== null)
  if (!record) {
    const tell = reportOf({ names: new Map(), round: null })
    return { request: { from, to, options: { asOf }, cases }, tell }
  }
  const { round, run } = record
  const base = round.ofRoundId ?? round.id
  const rows = await currentInputs(db, base)
  const needs = [from, to].some(({ plan }) => earlierNeed(plan.framework))
  const earlier = needs ? await earlierInputs(db, base, { everyUnit: false }) : []
  const names = new Map((await resultsOf(ctx, run)).map(({ code, name }) => [code, name]))
  const data = datasetOf([...rows, ...earlier])
  const migrated = migratedOf(data, { from, to, asOf })
  const options = { data, dataRows: rows.length, asOf, ...(migrated && { migrated }) }
  const tell = reportOf({
    names,
    round: { id: round.key, period: round.period, migrated: migrated !== null },
  })
  return { request: { from, to, options, cases }, tell }
}

/** The data as the newer version's own migration carries them over; null where it has none for the older version. */
function migratedOf(data: Dataset, versions: Omit<Compared, 'record'>): Dataset | null {
  try {
    return carriedOver(data, versions)?.dataset ?? null
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}

interface Told {
  /** Of the units, by code. */
  readonly names: ReadonlyMap<string, string>
  readonly round: DifferenceReport['round']
}

function reportOf({ names, round }: Told): ReadyDifference['tell'] {
  return (found) => {
    const { replays, attribution, changes, from, to, corrects } = found
    const { structural, replayed, least, raised, enough, leastVersion } = found
    const ranked = attribution.changes.toSorted((a, b) => b.size - a.size)
    return {
      from,
      to,
      changes,
      corrects,
      structural,
      replayed,
      least,
      raised,
      enough,
      leastVersion,
      replays: replays.map(({ rows, ...counts }) => ({ ...counts, rows: rows.length })),
      round,
      movers: moversOf(found, ranked, names),
      shares: ranked.map(({ id, name, mean, size }) => ({ id, name, mean, size })),
      sharedRows: attribution.rows.length,
      shareFaults: attribution.faults,
    }
  }
}

function moversOf(
  { replays, attribution }: VersionDifference,
  shares: VersionDifference['attribution']['changes'],
  names: ReadonlyMap<string, string>,
): readonly Mover[] {
  const replay = replays.find(({ source }) => source === 'data')
  const size = ({ before, after }: Mover): number =>
    after === null ? Infinity : Math.abs((after.score ?? 0) - (before.score ?? 0))
  const placeOf = new Map(attribution.units.map((unit, place) => [unit, place]))
  const movers = (replay?.rows ?? []).flatMap(({ unit, before, after, ranks, changed, flipped }): readonly Mover[] => {
    if (!changed) return []
    const place = placeOf.get(unit)
    return [
      {
        unit,
        name: names.get(unit) ?? unit,
        before: { score: before.score, grade: before.grade, status: before.status, rank: ranks[0] },
        after: after && { score: after.score, grade: after.grade, status: after.status, rank: ranks[1] },
        flipped,
        shares: place === undefined ? [] : shares.map((one) => known(one.shares[place])),
      },
    ]
  })
  return movers.toSorted((a, b) => size(b) - size(a))
}

const known = (share: number | undefined): number | null => (share === undefined || Number.isNaN(share) ? null : share)
