import { takeRows } from '@plumbline/analysis'
import { Blank, FaultError, isBranch, type Column, type Dataset, type Fault } from '@plumbline/kernel'
import { runsCode, type LoadedPlugin } from '@plumbline/plugin-host'
import { caseDataset } from './dataset.ts'
import type { CaseFile } from './read.ts'

/** Gives a dataset the columns that a standard's programs work out: who has a sandbox hands this in. */
export type Prepare = (plugin: LoadedPlugin, dataset: Dataset) => Promise<Dataset>

/** Rows with what programs work out. */
export interface PreparedRows {
  readonly dataset: Dataset
  /** Rows on which a program fails, with its faults. */
  readonly refused: ReadonlyMap<number, readonly Fault[]>
}

/** Rows of a standard without programs, as they are. */
export const asGiven = (dataset: Dataset): PreparedRows => ({ dataset, refused: new Map() })

/**
 * Runs a standard's programs over rows. Where one fails, every row is tried by itself, so that one unit's fault is no
 * other's.
 *
 * @returns The same dataset where the standard has no programs, or where nothing is there to run them.
 */
export async function prepareRows(plugin: LoadedPlugin, dataset: Dataset, prepare?: Prepare): Promise<PreparedRows> {
  if (!prepare || !runsCode(plugin)) return asGiven(dataset)
  const whole = await attempt(prepare, plugin, dataset)
  return 'size' in whole ? asGiven(whole) : rowByRow(plugin, dataset, prepare)
}

/** Golden cases with what the standard's programs work out of them. */
export async function prepareCases(plugin: LoadedPlugin, file: CaseFile, prepare: Prepare): Promise<CaseFile> {
  if (!runsCode(plugin) || file.cases.length === 0) return file
  const dataset = caseDataset(file.cases, plugin.catalogue.inputs)
  return { ...file, prepared: await prepareRows(plugin, dataset, prepare) }
}

async function rowByRow(plugin: LoadedPlugin, dataset: Dataset, prepare: Prepare): Promise<PreparedRows> {
  const refused = new Map<number, readonly Fault[]>()
  const parts: (Dataset | null)[] = []
  for (let row = 0; row < dataset.size; row++) {
    const part = await attempt(prepare, plugin, takeRows(dataset, [row]))
    if ('size' in part) parts.push(part)
    else {
      refused.set(row, part)
      parts.push(null)
    }
  }
  const coded = plugin.plan.nodes.flatMap((node) => (!isBranch(node) && node.spec.code ? [node.spec.id] : []))
  const columns = new Map(dataset.columns)
  for (const id of coded) columns.set(id, joined(parts.map((part) => part?.columns.get(id))))
  return { dataset: { ...dataset, columns }, refused }
}

const joined = (cells: readonly (Column | undefined)[]): Column => ({
  values: Float64Array.from(cells, (cell) => cell?.values[0] ?? Number.NaN),
  blanks: Uint8Array.from(cells, (cell) => cell?.blanks[0] ?? Blank.notAvailable),
  computed: true,
})

async function attempt(prepare: Prepare, plugin: LoadedPlugin, dataset: Dataset): Promise<Dataset | readonly Fault[]> {
  try {
    return await prepare(plugin, dataset)
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
}
