import path from 'node:path'
import { takeRows } from '@plumbline/analysis'
import { faultLine } from '@plumbline/i18n'
import { readDataFile, type DataTable } from '@plumbline/intake'
import { FaultError, type Dataset } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { dataPath } from '../commands/data-file.ts'
import type { Terminal } from '../terminal.ts'

/** One period of a data file. */
export interface PeriodRows {
  readonly dataset: Dataset
  /** Names of the units, by row. */
  readonly names: readonly string[]
  readonly period: string
}

/**
 * Reads a data file as a version reads it; warnings go to the error stream.
 *
 * @throws FaultError with every fault of the file; UsageError where there is none.
 */
export async function readTable(name: string, { catalogue }: LoadedPlugin, terminal: Terminal): Promise<DataTable> {
  const file = await dataPath(name, terminal)
  const { table, faults } = await readDataFile({ name: path.basename(file), path: file }, catalogue)
  if (!table) throw new FaultError(faults)
  for (const warning of faults)
    terminal.err(`${terminal.texts.common.severity.warning} ${faultLine(warning, terminal.language)}\n`)
  return table
}

/** The periods of a table, oldest first. */
export const periodsOf = ({ dataset }: DataTable): readonly string[] => [...new Set(dataset.periods)].sort()

/** The rows of one period; none where the table has no such period. */
export function periodRows({ dataset, names }: DataTable, period: string): PeriodRows {
  const rows = dataset.periods.flatMap((each, row) => (each === period ? [row] : []))
  return { dataset: takeRows(dataset, rows), names: rows.map((row) => names[row] ?? ''), period }
}
