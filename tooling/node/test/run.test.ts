import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

/** Makes the Node that runs a door believe that it is of another version; the one that the door starts is not touched. */
const posing = (version: string): readonly string[] => {
  const source = `Object.defineProperty(process.versions, 'node', { value: '${version}' })
    Object.defineProperty(process, 'version', { value: 'v${version}' })`
  // Without quotes of any kind: it also goes through a shell.
  return ['--import', `data:text/javascript,${encodeURIComponent(source).replaceAll("'", '%27')}`]
}
const OLD = posing('20.1.0')

/** Makes ready for what the test does, then says that it runs and how. */
const PROGRAM = `
  const [what, ...args] = process.argv.slice(2)
  if (what === 'exit') process.exitCode = Number(args[0])
  if (what === 'wait') setInterval(() => undefined, 1000)
  if (what === 'decide') {
    process.on('SIGTERM', () => process.exit(21))
    setInterval(() => undefined, 1000)
  }
  console.log(JSON.stringify({ args, mark: process.env.PLUMBLINE_REEXEC ?? null }))
`

// A clone: nothing in it but the door and a program behind it.
let clone: string
let door: string
beforeEach(() => {
  clone = mkdtempSync(path.join(tmpdir(), 'plumbline-door-'))
  mkdirSync(path.join(clone, 'tooling/node'), { recursive: true })
  copyFileSync(path.join(import.meta.dirname, '../run.mjs'), path.join(clone, 'tooling/node/run.mjs'))
  writeFileSync(path.join(clone, 'program.mjs'), PROGRAM)
  door = path.join(clone, 'door.mjs')
  writeFileSync(
    door,
    `import { onOwnNode } from './tooling/node/run.mjs'
     await onOwnNode(async () => { await import('./program.mjs') }, { refused: 3 })`,
  )
})
afterEach(() => rmSync(clone, { recursive: true }))

/** Gives the clone a Node of its own. */
function install(): void {
  const bin = path.join(clone, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  symlinkSync(process.execPath, path.join(bin, 'node'))
}

/** Gives it one that is too old as well. */
function installOld(): void {
  const bin = path.join(clone, 'node_modules/.bin')
  mkdirSync(bin, { recursive: true })
  const [flag = '', preload = ''] = OLD
  writeFileSync(path.join(bin, 'node'), `#!/bin/sh\nexec '${process.execPath}' ${flag} '${preload}' "$@"\n`)
  chmodSync(path.join(bin, 'node'), 0o755)
}

const run = (flags: readonly string[], ...args: readonly string[]) =>
  spawnSync(process.execPath, [...flags, door, ...args], { encoding: 'utf8' })

/** Starts the door on an old Node, and sends it a signal once the program behind it runs. */
async function signalled(what: string, signal: NodeJS.Signals) {
  const child = spawn(process.execPath, [...OLD, door, what], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(child.stdout, 'data')
  child.kill(signal)
  await once(child, 'exit')
  return { code: child.exitCode, signal: child.signalCode }
}

describe('the door', () => {
  it('runs in place where the Node is new enough, whatever there is', () => {
    const { status, stdout } = run([], 'exit', '7')
    expect([status, JSON.parse(stdout)]).toEqual([7, { args: ['7'], mark: null }])
  })

  it('runs the same command on the repository’s Node, and ends with its exit code', () => {
    install()
    for (const code of [0, 1, 130]) {
      const { status, stdout } = run(OLD, 'exit', String(code), 'a b', '$c')
      expect([status, JSON.parse(stdout)]).toEqual([code, { args: [String(code), 'a b', '$c'], mark: null }])
    }
  })

  it('says in both languages what to do in a clone that nothing was installed in', () => {
    const { status, stdout, stderr } = run(OLD, 'exit', '0')
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr).toContain('当前为 v20.1.0')
    expect(stderr).toContain('npx --yes pnpm@12 install in the repository root')
  })

  it('does not start itself for ever where the repository’s Node is too old as well', () => {
    installOld()
    const { status, stdout, stderr } = run(OLD, 'exit', '0')
    expect([status, stdout]).toEqual([3, ''])
    expect(stderr.match(/needs Node 24/g)).toHaveLength(1)
  })

  it('says so where the repository’s Node cannot be started', () => {
    const bin = path.join(clone, 'node_modules/.bin')
    mkdirSync(bin, { recursive: true })
    writeFileSync(path.join(bin, 'node'), 'not a program')
    const { status, stderr } = run(OLD, 'exit', '0')
    expect(status).toBe(3)
    expect(stderr).toContain('needs Node 24')
  })

  it.each<NodeJS.Signals>(['SIGTERM', 'SIGINT', 'SIGHUP'])(
    'passes %s on and ends by it as the program does',
    async (signal) => {
      install()
      expect(await signalled('wait', signal)).toEqual({ code: null, signal })
    },
  )

  it('lets the program decide what a signal means', async () => {
    install()
    expect(await signalled('decide', 'SIGTERM')).toEqual({ code: 21, signal: null })
  })
})
