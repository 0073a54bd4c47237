/**
 * `pnpm test`: every test there is. Vitest first (unit, property, integration on PGlite and on a real PostgreSQL), then
 * the browser. Without a Chromium the browser part cannot run: that is said loudly, and under CI it is a failure.
 */
import { spawnSync } from 'node:child_process'
import { chromiumPath, CHROMIUM_HELP } from '../e2e/chromium.mjs'

const [major = 0] = process.versions.node.split('.').map(Number)
if (major < 24) {
  console.error(
    `测试需要 Node 24，当前为 ${process.version}。请在仓库根目录运行 npx --yes pnpm@12 test，由仓库自带的 Node 执行。\n` +
      `The tests need Node 24; this is ${process.version}. Run npx --yes pnpm@12 test in the repository root: it brings its own Node.`,
  )
  process.exit(1)
}

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1

const vitest = run('vitest', ['run', ...process.argv.slice(2)])

const chromium = chromiumPath()
let browser = 0
if (chromium) {
  browser = run('pnpm', ['--filter', '@plumbline/e2e', 'exec', 'playwright', 'test'])
} else {
  const line = '='.repeat(78)
  console.error(
    `\n${line}\n浏览器测试未运行：未找到 Chromium。\nBROWSER TESTS DID NOT RUN: no Chromium was found.\n${CHROMIUM_HELP}\n${line}\n`,
  )
  browser = process.env.CI ? 1 : 0
}

process.exit(vitest || browser)
