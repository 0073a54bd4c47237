import { listRounds, type ResultRow, type RoundRecord } from '@plumbline/db'
import type { VersionState } from '@plumbline/db'
import type { PluginRef } from '@plumbline/plugin-api'
import type { RequestContext } from '../context.ts'
import type { RowStatus } from '../contract.ts'
import { lockOfRound } from '../lock.ts'
import { resultsOf } from '../views/round.ts'
import { baseOf } from './beside.ts'

/** One period's data under several versions of a standard. */
export interface RoundVersions {
  readonly plugin: string
  readonly period: string
  /** The round that the data came to, then those beside it in the order in which they were made. */
  readonly rounds: readonly VersionRound[]
  /** Versions at hand that the data were not scored by yet, newest first; none that is withdrawn. */
  readonly others: readonly { readonly plugin: PluginRef; readonly state: VersionState }[]
  /** By unit, in the order of the data: what each round gives it, in the order of `rounds`. */
  readonly units: readonly {
    readonly unit: string
    readonly name: string
    readonly results: readonly (VersionResult | null)[]
  }[]
}

/** A round of the same data under another version. */
export interface VersionRound {
  readonly id: string
  readonly plugin: PluginRef
  /** null for a version that is not at hand any more and was never registered. */
  readonly state: VersionState | null
  readonly resultDigest: string | null
}

/** A unit's result under one version. */
export interface VersionResult {
  readonly score: number | null
  readonly grade: string | null
  readonly rank: number | null
  readonly status: RowStatus
}

/** A round with all that stand beside it, and their results side by side. */
export async function roundVersions(ctx: RequestContext, roundId: string): Promise<RoundVersions> {
  const { db } = ctx.database
  const base = await baseOf(ctx, roundId)
  const { pluginId, period, id } = base.round
  const all = (await listRounds(db, { plugin: pluginId })).filter(({ round }) => round.period === period)
  const rounds = all.filter(({ round }) => round.id === id || round.ofRoundId === id)
  const scored = new Set(rounds.map(({ round }) => round.pluginDigest))
  const results = await Promise.all(rounds.map(({ run }) => resultsOf(ctx, run)))
  const others = ctx.standards.versions.filter(
    ({ plugin: { ref }, state }) => ref.id === pluginId && state !== 'withdrawn' && !scored.has(ref.digest),
  )
  return {
    plugin: pluginId,
    period,
    rounds: rounds.map((record) => versionRound(ctx, record)),
    others: others.toReversed().map(({ plugin, state }) => ({ plugin: plugin.ref, state })),
    units: sideBySide(results),
  }
}

function versionRound(ctx: RequestContext, { round, run }: RoundRecord): VersionRound {
  const known = ctx.standards.versions.find(({ plugin }) => plugin.ref.digest === round.pluginDigest)
  return {
    id: round.key,
    plugin: lockOfRound(round).plugin,
    state: known?.state ?? null,
    resultDigest: run?.resultDigest ?? null,
  }
}

function sideBySide(results: readonly (readonly ResultRow[])[]): RoundVersions['units'] {
  const byUnit = results.map((rows) => new Map(rows.map((row) => [row.code, row])))
  return (results[0] ?? []).map(({ code, name }) => ({
    unit: code,
    name,
    results: byUnit.map((rows) => resultOf(rows.get(code))),
  }))
}

const resultOf = (row: ResultRow | undefined): VersionResult | null =>
  row ? { score: row.score, grade: row.grade, rank: row.rank, status: row.status } : null
