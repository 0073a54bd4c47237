import { createHash } from 'node:crypto'
import { globSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { NO_TRUST, readTrust, type Trust } from '@plumbline/bundle'
import { openStandards, type OpenedStandards } from '@plumbline/api'
import { codeOf, type Db } from '@plumbline/db'
import { createFileCache } from '@plumbline/plugin-host'
import { sayFailed } from './check-versions.ts'
import { ROOT, type Settings } from './settings.ts'
import type { Terminal } from './terminal.ts'

/** Every version there is, each that fails named on the terminal. */
export async function openRegistry(db: Db, settings: Settings, terminal: Terminal): Promise<OpenedStandards> {
  const { plugins, data } = settings
  const cache = data === null ? null : createFileCache(path.join(data, 'cache', 'versions'), loaderEdition())
  const opened = await openStandards(db, { plugins, bundles: data && path.join(data, 'bundles'), cache })
  sayFailed(opened.standards.failed, terminal)
  return opened
}

/**
 * The trust file, read anew each time: a key that was added or revoked counts at once.
 *
 * @throws FaultError TRUST_FILE, TRUST_KEY - from the function that is returned.
 */
export const trustReader = (file: string | null) => async (): Promise<Trust> => {
  if (file === null) return NO_TRUST
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  })
  return text === null ? NO_TRUST : readTrust(text, path.basename(file))
}

/** Names the program that loads plugins: another one makes something else of the same manifest. */
function loaderEdition(): string {
  const hash = createHash('sha256')
  for (const file of globSync('packages/{kernel,plugin-api,plugin-host}/src/**/*.ts', { cwd: ROOT }).sort()) {
    const { size, mtimeMs } = statSync(path.join(ROOT, file))
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}
