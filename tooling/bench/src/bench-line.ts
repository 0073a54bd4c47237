/**
 * The whole line through the real API into a PGlite on disk: a file is checked, committed (stored and scored), and the
 * league table answered; then profiles are opened. The importer, kernel and queries run as in the server; only its worker
 * thread and HTTP are left out.
 */
import { createSandbox } from '@plumbline/sandbox'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createCaller,
  createDifferences,
  createJobs,
  createRunCache,
  createStandards,
  inlineAnalyst,
  inlineReader,
  inlineScorer,
  type App,
} from '@plumbline/api'
import { openDatabase } from '@plumbline/db'
import { demonstrationCsv } from '@plumbline/demo'
import { loadPlugins, type LoadedPlugin, type LoadedPlugins } from '@plumbline/plugin-host'
import { summary, type Timing } from './measure.ts'

export interface LineBench {
  readonly units: number
  readonly indicators: number
  readonly steps: readonly { readonly timing: Timing; readonly bar: number | null }[]
}

export interface LineSize {
  readonly units: number
  /** Fresh databases, one after another; each takes one upload a period. */
  readonly databases: number
  /** Profiles opened in each database with a warm cache. */
  readonly profiles: number
}

const PLUGINS = join(import.meta.dirname, '../../../plugins')
const UPLOAD_BAR = 2000
const PROFILE_BAR = 100
/** Three years, as in the demonstration: the last table shows changes, and its vetoes look back. */
const PERIODS = ['2023', '2024', '2025']
const COLD_PROFILES = 10

type Times = Record<'check' | 'commit' | 'table' | 'upload' | 'cold' | 'warm', number[]>

export async function benchLine(size: LineSize): Promise<LineBench> {
  const loaded = await loadPlugins(PLUGINS)
  const plugin = nearestTo(40, loaded.plugins)
  const times: Times = { check: [], commit: [], table: [], upload: [], cold: [], warm: [] }
  for (let database = 0; database < size.databases; database++) {
    await withApp(loaded, async (app) => {
      const rounds: string[] = []
      for (const period of PERIODS) rounds.push(await timeUpload(app, { plugin, period, units: size.units }, times))
      await timeProfiles(app, { roundId: rounds.at(-1) ?? '', profiles: size.profiles }, times)
    })
  }
  const [first = NaN] = times.upload
  return {
    units: size.units,
    indicators: indicatorsOf(plugin),
    steps: [
      { timing: summary('检查 check', times.check), bar: null },
      { timing: summary('提交 commit', times.commit), bar: null },
      { timing: summary('排名表 league table', times.table), bar: null },
      { timing: summary('上传到排名表 upload to table', times.upload), bar: UPLOAD_BAR },
      { timing: summary('其中首次（进程冷启动）the first, in a cold process', [first]), bar: UPLOAD_BAR },
      { timing: summary('打开档案，缓存为空 profile, nothing cached', times.cold), bar: PROFILE_BAR },
      { timing: summary('打开档案，已有缓存 profile, cached', times.warm), bar: PROFILE_BAR },
    ],
  }
}

async function withApp(loaded: LoadedPlugins, work: (app: App) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  const database = await openDatabase(folder)
  try {
    await work({
      database,
      standards: createStandards(loaded),
      trust: async () => new Map(),
      reader: inlineReader,
      scorer: inlineScorer,
      sandbox: createSandbox(),
      analyst: inlineAnalyst,
      jobs: createJobs(database, { server: 'bench' }),
      differences: createDifferences(() => Promise.reject(new Error('no versions are compared here'))),
      casesOf: async () => null,
      cache: createRunCache(8),
      clock: () => new Date(),
      log: () => undefined,
      report: (error) => {
        throw error
      },
    })
  } finally {
    await database.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const indicatorsOf = ({ catalogue }: LoadedPlugin): number =>
  catalogue.nodes.filter(({ kind }) => kind === 'indicator').length

function nearestTo(indicators: number, plugins: readonly LoadedPlugin[]): LoadedPlugin {
  const off = (plugin: LoadedPlugin): number => Math.abs(indicatorsOf(plugin) - indicators)
  const [nearest] = plugins.toSorted((a, b) => off(a) - off(b))
  if (!nearest) throw new Error(`no plugin in ${PLUGINS}`)
  return nearest
}

const callerOf = (app: App): ReturnType<typeof createCaller> => createCaller({ ...app, actor: 'bench' })

/** Returns the id of the round that the file made. */
async function timeUpload(
  app: App,
  { plugin, period, units }: { readonly plugin: LoadedPlugin; readonly period: string; readonly units: number },
  times: Times,
): Promise<string> {
  const caller = callerOf(app)
  const csv = demonstrationCsv(plugin.catalogue, { seed: 1, units, periods: [period] })
  const form = new FormData()
  form.set('file', new File([csv], 'bench.csv'))
  form.set('request', JSON.stringify({ plugin: plugin.ref.id, fileName: 'bench.csv', corrections: [] }))

  const start = performance.now()
  const check = await caller.imports.check(form)
  const checked = performance.now()
  if (!check.accepted) throw new Error(JSON.stringify(check.faults.slice(0, 3)))
  const { rounds } = await caller.imports.commit(form)
  const stored = performance.now()
  const roundId = rounds.at(-1)?.id ?? ''
  const league = await caller.rounds.league({ roundId })
  const end = performance.now()

  if (league.rows.length !== units) throw new Error(`the table has ${league.rows.length} rows`)
  times.check.push(checked - start)
  times.commit.push(stored - checked)
  times.table.push(end - stored)
  times.upload.push(end - start)
  return roundId
}

async function timeProfiles(
  app: App,
  { roundId, profiles }: { readonly roundId: string; readonly profiles: number },
  times: Times,
): Promise<void> {
  const { rows } = await callerOf(app).rounds.league({ roundId })
  const open = async (place: number, from: App): Promise<number> => {
    const start = performance.now()
    await callerOf(from).units.profile({ roundId, unit: rows[(place * 7) % rows.length]?.unit ?? '' })
    return performance.now() - start
  }
  for (let place = 0; place < COLD_PROFILES; place++) {
    times.cold.push(await open(place, { ...app, cache: createRunCache(8) }))
  }
  await open(0, app)
  for (let place = 0; place < profiles; place++) times.warm.push(await open(place, app))
}
