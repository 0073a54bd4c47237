import { roundsOfPlugin, type StoredRound } from '@plumbline/db'
import type { Correction, DataTable, IntakeReport } from '@plumbline/intake'
import { caution, fault, FaultError, type Fault } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { App } from '../context.ts'
import { lockOfRound } from '../lock.ts'
import { derivedIndicators } from '../runs/derive.ts'
import { chosenVersion, versionFaults } from './version.ts'

/** A file to import, with what the user put right on screen. */
export interface DataFile {
  readonly plugin: string
  /** The version that new rounds take; the preferred one where nothing is said. */
  readonly version?: string | undefined
  readonly fileName: string
  readonly corrections: readonly Correction[]
  readonly bytes: Uint8Array
}

/** Rows of a file that belong to one period, under the version that period's round is or will be pinned to. */
export interface Part {
  readonly period: string
  readonly round: StoredRound | null
  readonly plugin: LoadedPlugin
  readonly table: DataTable
  /** Row indexes within the table. */
  readonly rows: readonly number[]
}

export interface ReadFile {
  readonly report: IntakeReport
  /** Empty unless the whole file is good. */
  readonly parts: readonly Part[]
}

/**
 * Reads a whole file against the versions that its periods are pinned to: an existing round keeps its version, a new one
 * takes the one that was chosen, or else the preferred one. Nothing is written.
 *
 * @throws FaultError STANDARD_UNKNOWN - no plugin has the id.
 * @throws FaultError VERSION_UNKNOWN - the version that was chosen is not at hand.
 */
export async function readImport(app: App, file: DataFile): Promise<ReadFile> {
  const wanted = chosenVersion(app, file)
  const rounds = await roundsOfPlugin(app.database.db, file.plugin)
  const versions = await versionsOf(app, wanted, rounds)
  const [first] = versions
  if (!first) throw new FaultError([fault('STANDARD_UNKNOWN', { plugin: file.plugin })])
  const pinnedTo = new Map(rounds.map((round) => [round.period, round]))
  const versionOf = (period: string) =>
    versions.find(({ ref }) => ref.digest === pinnedTo.get(period)?.pluginDigest) ?? wanted ?? first

  const { fileName, bytes, corrections } = file
  const reports = new Map<LoadedPlugin, IntakeReport>()
  const read = async (plugin: LoadedPlugin): Promise<IntakeReport> => {
    const report =
      reports.get(plugin) ?? (await app.reader.readData({ fileName, bytes, corrections, catalogue: plugin.catalogue }))
    reports.set(plugin, report)
    return report
  }

  const periods = periodsIn(await read(first))
  const parts: Part[] = []
  for (const period of periods) {
    const plugin = versionOf(period)
    const report = await read(plugin)
    if (!report.table) return { report, parts: [] }
    parts.push({
      period,
      round: pinnedTo.get(period) ?? null,
      plugin,
      table: report.table,
      rows: rowsOf(report.table, period),
    })
  }
  const [part] = parts
  const report = part ? await read(part.plugin) : await read(first)
  return {
    report: {
      ...report,
      faults: [
        ...report.faults,
        ...demonstrationCautions(parts),
        ...derivedCautions(parts),
        ...versionFaults(file, parts),
      ],
    },
    parts: report.table ? parts : [],
  }
}

/** The version for new rounds, then those that rounds are pinned to. */
async function versionsOf(
  app: App,
  wanted: LoadedPlugin | undefined,
  rounds: readonly StoredRound[],
): Promise<readonly LoadedPlugin[]> {
  const pinned = await Promise.all(rounds.map((round) => app.standards.pinned(app.database.db, lockOfRound(round))))
  return Array.from(new Set([...(wanted ? [wanted] : []), ...pinned]))
}

/** Periods of the file in order of appearance; of a faulty file those that the preview shows. */
function periodsIn({ table, preview }: IntakeReport): readonly string[] {
  if (table) return Array.from(new Set(table.dataset.periods))
  const column = preview.header.findIndex(({ item }) => item === 'period')
  const seen = preview.rows.map(({ cells }) => cells[column]?.trim() ?? '')
  return Array.from(new Set(seen.filter((period) => period !== '')))
}

const rowsOf = ({ dataset }: DataTable, period: string): readonly number[] =>
  dataset.periods.flatMap((each, row) => (each === period ? [row] : []))

/** What the platform works out comes before what is reported: said where a file has such a column. */
const derivedCautions = (parts: readonly Part[]): readonly Fault[] =>
  parts.flatMap(({ period, plugin, table }) =>
    derivedIndicators(plugin.catalogue)
      .filter(({ id }) => table.items.includes(id))
      .map(({ id, derive }) =>
        caution('DERIVED_REPORTED', { least: derive.minUnits }, { period, plugin: plugin.ref.id, id }),
      ),
  )

/** Real and fictional units in one league table would mislead: said before it happens. */
const demonstrationCautions = (parts: readonly Part[]): readonly Fault[] =>
  parts
    .filter(({ round }) => round?.demonstration)
    .map(({ period, plugin }) => caution('ROUND_IS_DEMONSTRATION', {}, { period, plugin: plugin.ref.id }))
