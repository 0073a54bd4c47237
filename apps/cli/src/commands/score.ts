import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { faultLine, fillText } from '@plumbline/i18n'
import { fault, FaultError, planAt, score as scoreDataset, trace as traceOf, type Fault } from '@plumbline/kernel'
import { readDataFile, type DataTable } from '@plumbline/intake'
import type { Call, Command } from '../command.ts'
import { Exit, UsageError } from '../exit.ts'
import { printFaults } from '../output/faults.ts'
import { scoreHead, scoreJson, unitOutput, type UnitOutput } from '../output/score-json.ts'
import { scoreTable } from '../output/score-table.ts'
import { traceText } from '../output/trace-text.ts'
import { findPlugin } from '../plugin/find.ts'
import { withPrograms } from '../plugin/with-programs.ts'
import type { Terminal } from '../terminal.ts'
import { dataPath } from './data-file.ts'

/** `plumbline score`: reads a data file, scores it by a plugin and prints the result; all faults and no result if any. */
export const scoreCommand: Command = {
  name: 'score',
  operands: [2, 2],
  options: { trace: 'text', period: 'text', 'as-of': 'text', out: 'text' },
  texts: ({ score: texts }) => texts,
  run: score,
}

async function score(call: Call, terminal: Terminal): Promise<Exit> {
  const [argument = '', data = ''] = call.operands
  const out = call.text('out')
  const { plugin } = await findPlugin(argument, terminal)
  const file = await dataPath(data, terminal)
  const report = await readDataFile({ name: path.basename(file), path: file }, plugin.catalogue)
  const { table: read } = report
  if (!read) return refuse(report.faults, call, terminal)
  for (const warning of report.faults)
    terminal.err(`${terminal.texts.common.severity.warning} ${faultLine(warning, terminal.language)}\n`)

  const asOf = dateOf(call, terminal)
  const result = await scored(async () => {
    const dataset = await withPrograms(plugin, read.dataset)
    return { table: { ...read, dataset }, result: scoreDataset(planAt(plugin.plan, asOf), dataset) }
  })
  if ('faults' in result) return refuse(result.faults, call, terminal)
  const { table, result: scores } = result
  const rows = rowsOf(table, call.text('period'), terminal)
  const units = lazily(rows, unitOutput(plugin, table, scores))
  const unit = call.text('trace')
  const chosen = unit === null ? null : chooseRow(table, rows, { unit, terminal })
  const trace = chosen === null ? null : traceOf(scores, table.dataset, chosen)

  if (call.json) await print(scoreJson(scoreHead(plugin, trace), units), out, terminal)
  else if (trace) await print([traceText(trace, plugin.catalogue, terminal)], out, terminal)
  else await print([peopleText([...units], { plugin, terminal })], out, terminal)
  return Exit.ok
}

/** With `--json` the faults go to standard output too, so that a script has one object to read in any case. */
export function refuse(faults: readonly Fault[], { json }: Pick<Call, 'json'>, terminal: Terminal): Exit {
  printFaults(faults, terminal)
  if (json) terminal.out(`${JSON.stringify({ faults })}\n`)
  return Exit.faults
}

/** The day as of which parameters are read: the one asked for, else today. */
export function dateOf(call: Call, { texts }: Terminal): string {
  const date = call.text('as-of')
  if (date === null) return new Date().toISOString().slice(0, 10)
  if (/^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date))) return date
  throw new UsageError(fillText(texts.score.dateNeeded, { date }))
}

async function scored<T extends object>(run: () => Promise<T>): Promise<T | { readonly faults: readonly Fault[] }> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof FaultError) return { faults: error.faults }
    throw error
  }
}

function rowsOf({ dataset }: DataTable, period: string | null, { texts }: Terminal): readonly number[] {
  const rows = dataset.periods.flatMap((each, row) => (period === null || each === period ? [row] : []))
  if (rows.length > 0) return rows
  const periods = [...new Set(dataset.periods)].sort().join(', ')
  throw new UsageError(fillText(texts.score.periodUnknown, { period: period ?? '', periods }))
}

interface Wanted {
  readonly unit: string
  readonly terminal: Terminal
}

/** The unit's row, by key or name; of several periods the newest. */
function chooseRow({ dataset, names }: DataTable, rows: readonly number[], { unit, terminal }: Wanted): number {
  const byKey = rows.filter((row) => dataset.units[row] === unit)
  const found = byKey.length > 0 ? byKey : rows.filter((row) => names[row] === unit)
  const keys = new Set(found.map((row) => dataset.units[row]))
  if (keys.size > 1)
    throw new UsageError(fillText(terminal.texts.score.unitAmbiguous, { unit, units: [...keys].join(', ') }))
  const [newest] = found.toSorted((a, b) => ((dataset.periods[a] ?? '') < (dataset.periods[b] ?? '') ? 1 : -1))
  if (newest === undefined) throw new UsageError(fillText(terminal.texts.score.unitUnknown, { unit }))
  return newest
}

interface People {
  readonly plugin: Awaited<ReturnType<typeof findPlugin>>['plugin']
  readonly terminal: Terminal
}

function peopleText(units: readonly UnitOutput[], { plugin, terminal }: People): string {
  const { catalogue, ref } = plugin
  const { texts, language } = terminal
  const title = language === 'en' ? catalogue.title.en : catalogue.title.zh
  const draft = catalogue.example ? `${texts.score.draft}\n` : ''
  return `${title} ${ref.id} ${ref.version}\n${draft}\n${scoreTable(catalogue, units, terminal)}`
}

function* lazily<T, U>(items: readonly T[], make: (item: T) => U): Generator<U> {
  for (const item of items) yield make(item)
}

async function print(pieces: Iterable<string>, out: string | null, terminal: Terminal): Promise<void> {
  if (out === null) return terminal.outAll(pieces)
  try {
    await writeFile(path.resolve(terminal.directory, out), pieces)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError([fault('CLI_OUT_NOT_WRITTEN', { out, detail })])
  }
}
