import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import type { Terminal } from './terminal.ts'

export interface Writing {
  /** Refuses a file that is there already. */
  readonly fresh?: boolean
  /** Permissions on Unix. */
  readonly mode?: number
}

/**
 * Writes a file whole or not at all.
 *
 * @param out - As the user named it.
 * @throws FaultError CLI_OUT_EXISTS, CLI_OUT_NOT_WRITTEN
 */
export async function writeWhole(
  out: string,
  content: Uint8Array | string,
  { terminal, fresh = false, mode }: Writing & { readonly terminal: Terminal },
): Promise<void> {
  const target = path.resolve(terminal.directory, out)
  const options = mode === undefined ? {} : { mode }
  try {
    if (fresh) return await writeFile(target, content, { ...options, flag: 'wx' })
    const partial = `${target}.${process.pid}.part`
    await writeFile(partial, content, options)
    await rename(partial, target)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new FaultError([fault('CLI_OUT_EXISTS', { out })])
    const detail = error instanceof Error ? error.message : String(error)
    throw new FaultError([fault('CLI_OUT_NOT_WRITTEN', { out, detail })])
  }
}
