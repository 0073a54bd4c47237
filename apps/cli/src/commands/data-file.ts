import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
import { readDataFile, type DataTable } from '@plumbline/intake'
import { FaultError } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

/**
 * The path of a data file as the user named it.
 *
 * @throws UsageError - there is no such file, it is a folder, or it may not be read.
 */
export async function dataPath(data: string, { directory, texts }: Terminal): Promise<string> {
  const file = path.resolve(directory, data)
  const found = await stat(file).catch(() => null)
  if (!found) throw new UsageError(fillText(texts.common.fileMissing, { file: data }))
  if (found.isDirectory()) throw new UsageError(fillText(texts.common.fileIsFolder, { file: data }))
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!readable) throw new UsageError(fillText(texts.common.fileForbidden, { file: data }))
  return file
}

/**
 * Real rows for an analysis, read as a version reads them; null where no file was named.
 *
 * @throws FaultError - every fault of the file.
 */
export async function dataTable(
  data: string | null,
  { catalogue }: LoadedPlugin,
  terminal: Terminal,
): Promise<DataTable | null> {
  if (data === null) return null
  const file = await dataPath(data, terminal)
  const { table, faults } = await readDataFile({ name: path.basename(file), path: file }, catalogue)
  if (!table) throw new FaultError(faults)
  return table
}
