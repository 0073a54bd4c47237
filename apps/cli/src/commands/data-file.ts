import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import path from 'node:path'
import { fillText } from '@plumbline/i18n'
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
