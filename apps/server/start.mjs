/**
 * `pnpm start`. Plain JavaScript that any Node from 20 can load: it makes sure that Node 24 runs the rest, which is
 * TypeScript. The repository brings that Node with it (`node_modules/.bin/node`).
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
const isEnough = Number.parseInt(process.versions.node, 10) >= NEEDED

if (isEnough) {
  // Compiled modules are kept between starts.
  nodeModule.enableCompileCache()
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
} else if (existsSync(own) && !process.env.PLUMBLINE_REEXEC) {
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, PLUMBLINE_REEXEC: '1' } })
  // Ctrl-C at a terminal reaches the child by itself; every other signal is passed on, and the child decides.
  process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
} else {
  console.error(
    `准绳需要 Node ${NEEDED}，当前为 ${process.version}。请在仓库根目录运行 npx --yes pnpm@12 install（会带来所需的 Node），或自行安装 Node ${NEEDED} 后重试。\n` +
      `Plumbline needs Node ${NEEDED}; this is ${process.version}. Run npx --yes pnpm@12 install in the repository root (it brings the right Node), or install Node ${NEEDED} yourself, and try again.`,
  )
  process.exit(1)
}
