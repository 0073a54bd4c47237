import { listEvents, listRounds } from '@plumbline/db'
import { z } from 'zod'
import { roundAudit, standing, unitChange, unitRoutes, unitWaterfall } from './analysis/explain.ts'
import * as analysisInputs from './analysis/inputs.ts'
import { analysisResult, rankIntervals, roundAnalyses } from './analysis/results.ts'
import { startAnalysis } from './analysis/start.ts'
import { compareNode } from './compare/compare-node.ts'
import type { AuditEvent, ImportCheck, ImportForm, RoundSummary } from './contract.ts'
import { checkImport } from './import/check.ts'
import { commitImport } from './import/commit.ts'
import { cancelDifference, retryDifference, versionDifference } from './difference/difference.ts'
import { parseForm } from './import/form.ts'
import * as inputs from './inputs.ts'
import * as versionInputs from './registry/inputs.ts'
import { versionList } from './registry/list.ts'
import { changeState } from './registry/transition.ts'
import { uploadVersion } from './registry/upload.ts'
import { scoreBeside } from './rounds/beside.ts'
import { roundErrata } from './rounds/errata.ts'
import { migrateRound, migrationReport } from './rounds/migrate.ts'
import { receiptOf } from './rounds/receipt.ts'
import { roundVersions } from './rounds/versions.ts'
import { createCallerFactory, procedure, router } from './trpc.ts'
import { league } from './views/league.ts'
import { overview } from './views/overview.ts'
import { profile } from './views/profile.ts'
import { search } from './views/search.ts'
import { standard, standards } from './views/standards.ts'
import { summarise } from './views/summary.ts'
import { systemInfo } from './views/system.ts'

/** What a client may send as a form; browsers and Node each have a FormData of their own type. */
const form = z.custom<ImportForm>((value) => value instanceof FormData)

/** Every procedure. */
export const appRouter = router({
  system: router({ info: procedure.query(({ ctx }) => systemInfo(ctx)) }),
  standards: router({
    list: procedure.query(({ ctx }) => standards(ctx)),
    get: procedure.input(inputs.standardInput).query(({ ctx, input }) => standard(ctx, input.digest)),
  }),
  versions: router({
    list: procedure.input(versionInputs.pluginInput).query(({ ctx, input }) => versionList(ctx, input.id)),
    difference: procedure.input(versionInputs.differenceInput).query(({ ctx, input }) => versionDifference(ctx, input)),
    cancelDifference: procedure
      .input(versionInputs.differenceInput)
      .mutation(({ ctx, input }) => cancelDifference(ctx, input)),
    retryDifference: procedure
      .input(versionInputs.differenceInput)
      .mutation(({ ctx, input }) => retryDifference(ctx, input)),
    upload: procedure.input(form).mutation(async ({ ctx, input }) => uploadVersion(ctx, input)),
    changeState: procedure.input(versionInputs.stateInput).mutation(async ({ ctx, input }) => {
      await changeState(ctx, input)
    }),
  }),
  rounds: router({
    versions: procedure.input(inputs.leagueInput).query(({ ctx, input }) => roundVersions(ctx, input.roundId)),
    scoreBeside: procedure.input(versionInputs.besideInput).mutation(({ ctx, input }) => scoreBeside(ctx, input)),
    migration: procedure.input(versionInputs.besideInput).query(({ ctx, input }) => migrationReport(ctx, input)),
    migrate: procedure.input(versionInputs.besideInput).mutation(({ ctx, input }) => migrateRound(ctx, input)),
    errata: procedure.input(inputs.leagueInput).query(({ ctx, input }) => roundErrata(ctx, input.roundId)),
    receipt: procedure.input(inputs.leagueInput).query(({ ctx, input }) => receiptOf(ctx, input.roundId)),
    list: procedure.input(inputs.roundsInput).query(async ({ ctx, input }): Promise<readonly RoundSummary[]> => {
      const records = await listRounds(ctx.database.db, { plugin: input?.plugin })
      return Promise.all(records.map((record) => summarise(ctx, record)))
    }),
    league: procedure.input(inputs.leagueInput).query(({ ctx, input }) => league(ctx, input.roundId)),
  }),
  overview: procedure.input(inputs.overviewInput).query(({ ctx, input }) => overview(ctx, input?.period)),
  units: router({
    profile: procedure.input(inputs.profileInput).query(({ ctx, input }) => profile(ctx, input.roundId, input.unit)),
    search: procedure.input(inputs.searchInput).query(({ ctx, input }) => search(ctx, input.text, input.limit)),
  }),
  compare: router({
    node: procedure.input(inputs.compareInput).query(({ ctx, input }) => compareNode(ctx, input.rounds, input.node)),
  }),
  analysis: router({
    list: procedure.input(analysisInputs.roundInput).query(({ ctx, input }) => roundAnalyses(ctx, input.roundId)),
    start: procedure
      .input(analysisInputs.startInput)
      .mutation(({ ctx, input }) => startAnalysis(ctx, input.roundId, input.job)),
    job: procedure.input(analysisInputs.jobInput).query(({ ctx, input }) => ctx.jobs.find(input.id)),
    cancel: procedure.input(analysisInputs.jobInput).mutation(({ ctx, input }) => ctx.jobs.cancel(input.id)),
    result: procedure.input(analysisInputs.resultInput).query(({ ctx, input }) => analysisResult(ctx, input.digest)),
    ranks: procedure.input(analysisInputs.roundInput).query(({ ctx, input }) => rankIntervals(ctx, input.roundId)),
    audit: procedure.input(analysisInputs.roundInput).query(({ ctx, input }) => roundAudit(ctx, input.roundId)),
  }),
  explain: router({
    standing: procedure.input(analysisInputs.standingInput).query(({ ctx, input }) => standing(ctx, input)),
    waterfall: procedure
      .input(analysisInputs.waterfallInput)
      .query(({ ctx, input }) => unitWaterfall(ctx, input, input.baseline)),
    routes: procedure
      .input(analysisInputs.routesInput)
      .query(({ ctx, input: { roundId, unit, ...options } }) => unitRoutes(ctx, { roundId, unit }, options)),
    change: procedure.input(analysisInputs.standingInput).query(({ ctx, input }) => unitChange(ctx, input)),
  }),
  imports: router({
    check: procedure.input(form).mutation(async ({ ctx, input }): Promise<ImportCheck> => {
      const { check } = await checkImport(ctx, await parseForm(input))
      return check
    }),
    commit: procedure.input(form).mutation(async ({ ctx, input }) => commitImport(ctx, await parseForm(input))),
  }),
  events: router({
    list: procedure.input(inputs.eventsInput).query(async ({ ctx, input }): Promise<readonly AuditEvent[]> => {
      const events = await listEvents(ctx.database.db, { before: input?.before, limit: input?.limit ?? 50 })
      return events.map(({ seq, at, actor, kind, subject, hash }) => ({
        seq,
        at: at.toISOString(),
        actor,
        kind,
        subject,
        hash,
      }))
    }),
  }),
})

/** The type of the procedures, for clients. */
export type AppRouter = typeof appRouter

/** Calls the procedures without HTTP: for the host itself and for tests. */
export const createCaller = createCallerFactory(appRouter)
