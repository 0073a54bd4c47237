import { execFile } from 'node:child_process'
import { readFile, rename, rm, unlink, link, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { fault, FaultError } from '@plumbline/kernel'
import { codeOf } from './open-faults.ts'

/**
 * PGlite does not notice a second process on its directory: both would write, and the data would part ways. So the
 * directory carries a file with the pid and start time of its owner. The start time tells a live owner from another
 * process that got the same pid after a reboot.
 */
export interface DirectoryLock {
  release(): Promise<void>
}

interface Owner {
  readonly pid: number
  readonly started: string
}

/**
 * Takes the directory for this process; a lock whose owner is gone is taken over.
 *
 * @throws FaultError DATA_DIR_IN_USE - a live process holds it.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const file = path.join(directory, 'lock')
  const me: Owner = { pid: process.pid, started: await startOf(process.pid) }
  const mine = JSON.stringify(me)
  // Written aside and linked into place: the lock is there with its content, or not there at all.
  const aside = `${file}.${process.pid}`
  await writeFile(aside, mine)
  try {
    while (!(await tryLink(aside, file))) await removeStale(file, directory)
  } finally {
    await unlink(aside)
  }
  return {
    release: async () => {
      if ((await readIfThere(file)) === mine) await unlink(file)
    },
  }
}

async function tryLink(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function removeStale(file: string, directory: string): Promise<void> {
  const content = await readIfThere(file)
  if (content === null) return
  const owner = parseOwner(content)
  if (owner && (await isAlive(owner))) throw new FaultError([fault('DATA_DIR_IN_USE', { directory, pid: owner.pid })])
  // Moved before it is removed: of two processes that both found it stale, the second must not remove the first's new lock.
  const grave = `${file}.stale.${process.pid}`
  try {
    await rename(file, grave)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    throw error
  }
  if ((await readIfThere(grave)) !== content) await tryLink(grave, file)
  await rm(grave)
}

async function isAlive(owner: Owner): Promise<boolean> {
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    // EPERM: the process is there and belongs to somebody else.
    if (codeOf(error) !== 'EPERM') return false
  }
  return (await startOf(owner.pid)) === owner.started
}

const run = promisify(execFile)

/** Start time of a process as the system words it; empty where it cannot be told, which then counts as equal. */
async function startOf(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    const stat = await readIfThere(`/proc/${pid}/stat`)
    // Field 22, counted after the command name, which is in brackets and may hold spaces.
    return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  }
  if (process.platform === 'win32') return ''
  const answer = await run('ps', ['-o', 'lstart=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return answer.stdout.trim()
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null
    throw error
  }
}

function parseOwner(content: string): Owner | null {
  try {
    const parsed: unknown = JSON.parse(content)
    if (typeof parsed !== 'object' || parsed === null || !('pid' in parsed) || !('started' in parsed)) return null
    const { pid, started } = parsed
    return typeof pid === 'number' && typeof started === 'string' ? { pid, started } : null
  } catch {
    return null
  }
}
