/** A folder that is made and never written over. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'

/**
 * Writes files into a folder that does not exist yet, or is empty.
 *
 * @param name - What faults call the folder.
 * @throws FaultError CLI_FOLDER_NOT_EMPTY, CLI_OUT_NOT_WRITTEN
 */
export async function writeFolder(
  directory: string,
  files: Readonly<Record<string, string>>,
  name: string,
): Promise<void> {
  const found = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw notWritten(name, error)
  })
  if (found.length > 0) throw new FaultError([fault('CLI_FOLDER_NOT_EMPTY', { folder: name, count: found.length })])
  try {
    await mkdir(directory, { recursive: true })
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(directory, file), text, { flag: 'wx' })
  } catch (error) {
    throw notWritten(name, error)
  }
}

/**
 * Writes one file; one that is there is replaced only where that was asked for.
 *
 * @throws FaultError CLI_FILE_EXISTS, CLI_OUT_NOT_WRITTEN
 */
export async function writeNewFile(
  file: string,
  content: Uint8Array | string,
  { name, force }: { readonly name: string; readonly force: boolean },
): Promise<void> {
  try {
    await writeFile(file, content, { flag: force ? 'w' : 'wx' })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new FaultError([fault('CLI_FILE_EXISTS', { file: name })])
    throw notWritten(name, error)
  }
}

const notWritten = (out: string, error: unknown): FaultError =>
  new FaultError([
    fault('CLI_OUT_NOT_WRITTEN', { out, detail: error instanceof Error ? error.message : String(error) }),
  ])
