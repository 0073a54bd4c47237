import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FaultError } from '@plumbline/kernel'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory } from './directory-lock.ts'

let directory: string
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'plumbline-lock-'))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const lockFile = () => path.join(directory, 'lock')
const faultsOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.catch((caught: unknown) => caught)
  return error instanceof FaultError ? error.faults : error
}

async function expectFree(): Promise<void> {
  const lock = await lockDirectory(directory)
  expect(JSON.parse(readFileSync(lockFile(), 'utf8'))).toMatchObject({ pid: process.pid })
  await lock.release()
}

/** A process that does nothing until it is killed. */
async function sleeper() {
  const child = spawn(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data')
  return child
}

describe('the lock of a data directory', () => {
  it('refuses a second owner, names the first, and is free after release', async () => {
    const lock = await lockDirectory(directory)
    expect(await faultsOf(lockDirectory(directory))).toMatchObject([
      { code: 'DATA_DIR_IN_USE', params: { directory, pid: process.pid } },
    ])
    await lock.release()
    await (await lockDirectory(directory)).release()
  })

  it('names a living owner in another process, and is taken over once that was killed', async () => {
    const module = path.join(import.meta.dirname, 'directory-lock.ts')
    const script = `import { lockDirectory } from ${JSON.stringify(module)}; await lockDirectory(${JSON.stringify(directory)}); console.log("up"); setInterval(() => {}, 1000)`
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(other.stdout, 'data')
    expect(await faultsOf(lockDirectory(directory))).toMatchObject([
      { code: 'DATA_DIR_IN_USE', params: { pid: other.pid } },
    ])
    other.kill('SIGKILL')
    await once(other, 'exit')
    await (await lockDirectory(directory)).release()
  })

  it('is not held by another process that got the same pid later', async () => {
    const other = await sleeper()
    try {
      writeFileSync(lockFile(), JSON.stringify({ pid: other.pid, started: 'before the reboot' }))
      await expectFree()
    } finally {
      other.kill('SIGKILL')
    }
  })

  it('takes over a file that makes no sense', async () => {
    writeFileSync(lockFile(), '')
    await expectFree()
  })

  it('has one winner among many that find it stale', async () => {
    writeFileSync(lockFile(), JSON.stringify({ pid: 2 ** 22 + 1, started: '' }))
    const module = path.join(import.meta.dirname, 'directory-lock.ts')
    const script = `import { lockDirectory } from ${JSON.stringify(module)}; await lockDirectory(${JSON.stringify(directory)}).then(() => { console.log("won"); setInterval(() => {}, 1000) }, () => console.log("lost"))`
    const runners = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] }),
    )
    const answers = await Promise.all(runners.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()))
    for (const runner of runners) runner.kill('SIGKILL')
    expect(answers.sort()).toEqual(['lost', 'lost', 'lost', 'won'])
    const owner = JSON.parse(readFileSync(lockFile(), 'utf8')) as { pid: number }
    expect(runners.map(({ pid }) => pid)).toContain(owner.pid)
  })
})
