/** The built page. It belongs to the web client; where that is not built yet, or from older files, it is built. */
import { spawn } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import path from 'node:path'
import { fault, FaultError } from '@plumbline/kernel'

const ROOT = path.resolve(import.meta.dirname, '../../../..')
const WEB = path.join(ROOT, 'apps/web')
const PAGE = path.join(WEB, 'dist/author.html')

/** What the page is made of: the kernel above all, so that it scores as the command does. */
const INPUTS = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{html,ts,json}',
  'packages/{kernel,i18n,analysis}/src/**/*.ts',
]

/**
 * @param building - Called before the page is built, which takes some seconds.
 * @returns Folder of the built client.
 * @throws FaultError CLI_PAGE_NOT_BUILT
 */
export async function builtPage(building: () => void): Promise<string> {
  if (isFresh()) return path.dirname(PAGE)
  building()
  const status = await build()
  if (status !== 0 || !existsSync(PAGE)) throw new FaultError([fault('CLI_PAGE_NOT_BUILT', { status })])
  return path.dirname(PAGE)
}

/** Built, and after the last change of anything that it is made of. */
function isFresh(): boolean {
  if (!existsSync(PAGE)) return false
  const { mtimeMs } = statSync(PAGE)
  return globSync(INPUTS, { cwd: ROOT, exclude: ['**/*.gen.ts', '**/*.test.*'] }).every(
    (file) => statSync(path.join(ROOT, file)).mtimeMs <= mtimeMs,
  )
}

function build(): Promise<number | null> {
  const vite = path.join(WEB, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: WEB, stdio: ['ignore', 2, 2] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', resolve)
  })
}
