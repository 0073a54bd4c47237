import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'
import { ROOT } from './settings.ts'
import type { Terminal } from './terminal.ts'

const WEB = path.join(ROOT, 'apps/web')
const STAMP = path.join(WEB, 'dist/.inputs')

/** Everything that ends up in the built client. */
const INPUTS = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{html,ts,json}',
  'packages/{kernel,i18n,analysis}/src/**/*.ts',
  'pnpm-lock.yaml',
]

/**
 * Builds the web client unless the one that is there was built from the same files. Vite is called directly: a task
 * runner would look for the package manager, which is not on the path of everyone who starts the server.
 *
 * @throws FaultError WEB_BUILD_FAILED
 */
export async function buildWeb(terminal: Terminal): Promise<void> {
  const inputs = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === inputs) return
  terminal.say('building')
  const status = await run('build')
  if (status !== 0) throw new FaultError([fault('WEB_BUILD_FAILED', { status })])
  writeFileSync(STAMP, inputs)
}

function fingerprint(): string {
  const files = globSync(INPUTS, {
    cwd: ROOT,
    exclude: ['**/*.test.ts', '**/*.test.tsx', '**/*.gen.ts'],
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files)
    hash
      .update(`${path.relative(ROOT, file)}\0`)
      .update(readFileSync(file))
      .update('\0')
  return hash.digest('hex')
}

function run(...args: readonly string[]): Promise<number | null> {
  const vite = path.join(WEB, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, ...args, '--logLevel', 'warn'], { cwd: WEB, stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
}

/** Vite's own server for work on the client: it reloads what changes and passes `/trpc` on to `api`. */
export function startViteServer(api: string): { stop(): void } {
  const vite = path.join(WEB, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite], {
    cwd: WEB,
    stdio: 'inherit',
    env: { ...process.env, PLUMBLINE_API: api },
  })
  return { stop: () => void child.kill('SIGTERM') }
}
