/**
 * The whole line through the real API into a PGlite on disk: a file is checked, committed (stored and scored), and the
 * league table answered. The importer, kernel and queries run as in the server; only its worker thread and HTTP are left
 * out.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCaller, createRunCache, createStandards, inlineScorer, type App } from '@plumbline/api'
import { openDatabase } from '@plumbline/db'
import { demonstrationCsv } from '@plumbline/demo'
import { loadPlugins, type LoadedPlugin } from '@plumbline/plugin-host'
import { summary, type Timing } from './measure.ts'

export interface LineBench {
  readonly units: number
  readonly indicators: number
  readonly steps: readonly { readonly timing: Timing; readonly bar: number | null }[]
}

const PLUGINS = join(import.meta.dirname, '../../../plugins')
const UPLOAD_BAR = 2000
const PROFILE_BAR = 100
const FIRST_PERIOD = 2021

export async function benchLine(size: { units: number; uploads: number; profiles: number }): Promise<LineBench> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  const database = await openDatabase(folder)
  try {
    const loaded = await loadPlugins(PLUGINS)
    const app: App = {
      database,
      standards: createStandards(loaded),
      scorer: inlineScorer,
      cache: createRunCache(8),
      clock: () => new Date(),
      report: (error) => {
        throw error
      },
    }
    const plugin = nearestTo(40, loaded.plugins)
    const uploads = await timeUploads(app, plugin, size)
    const profiles = await timeProfiles(app, { ...size, roundId: uploads.roundId })
    return { units: size.units, indicators: indicatorsOf(plugin), steps: [...uploads.steps, ...profiles] }
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

/** Each upload is a later period, so that the table also shows the change since the one before. */
async function timeUploads(
  app: App,
  { ref, catalogue }: LoadedPlugin,
  { units, uploads }: { units: number; uploads: number },
): Promise<{ steps: LineBench['steps']; roundId: string }> {
  const caller = callerOf(app)
  const times = { check: [] as number[], commit: [] as number[], table: [] as number[], all: [] as number[] }
  let roundId = ''
  for (let upload = 0; upload < uploads; upload++) {
    const period = String(FIRST_PERIOD + upload)
    const csv = demonstrationCsv(catalogue, { seed: 1, units, periods: [period] })
    const form = new FormData()
    form.set('file', new File([csv], 'bench.csv'))
    form.set('request', JSON.stringify({ plugin: ref.id, fileName: 'bench.csv', corrections: [] }))

    const start = performance.now()
    const check = await caller.imports.check(form)
    if (!check.accepted) throw new Error(JSON.stringify(check.faults.slice(0, 3)))
    const checked = performance.now()
    const committed = await caller.imports.commit(form)
    const stored = performance.now()
    roundId = committed.rounds.at(-1)?.id ?? ''
    const league = await caller.rounds.league({ roundId })
    const end = performance.now()

    if (league.rows.length !== units) throw new Error(`the table has ${league.rows.length} rows`)
    times.check.push(checked - start)
    times.commit.push(stored - checked)
    times.table.push(end - stored)
    times.all.push(end - start)
  }
  const [first = NaN] = times.all
  const steps = [
    { timing: summary('检查 check', times.check), bar: null },
    { timing: summary('提交 commit', times.commit), bar: null },
    { timing: summary('排名表 league table', times.table), bar: null },
    { timing: summary('上传到排名表 upload to table', times.all), bar: UPLOAD_BAR },
    { timing: summary('其中首次（进程冷启动）the first, in a cold process', [first]), bar: UPLOAD_BAR },
  ]
  return { steps, roundId }
}

async function timeProfiles(
  app: App,
  { roundId, profiles }: { roundId: string; profiles: number },
): Promise<LineBench['steps']> {
  const { rows } = await callerOf(app).rounds.league({ roundId })
  const codes = rows.map(({ unit }) => unit)
  const time = async (count: number, appOf: () => App): Promise<number[]> => {
    const times: number[] = []
    for (let i = 0; i < count; i++) {
      const caller = callerOf(appOf())
      const start = performance.now()
      await caller.units.profile({ roundId, unit: codes[(i * 7) % codes.length] ?? '' })
      times.push(performance.now() - start)
    }
    return times
  }
  const cold = await time(Math.ceil(profiles / 10), () => ({ ...app, cache: createRunCache(8) }))
  const warm = await time(profiles, () => app)
  return [
    { timing: summary('打开档案，缓存为空 profile, nothing cached', cold), bar: PROFILE_BAR },
    { timing: summary('打开档案，已有缓存 profile, cached', warm), bar: PROFILE_BAR },
  ]
}
