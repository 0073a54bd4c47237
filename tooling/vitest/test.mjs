/**
 * `pnpm test`: every test there is. Vitest first (unit, property, integration on PGlite and on a real PostgreSQL), then
 * the browser. Without a Chromium the browser part cannot run: that is said loudly, and under CI it is a failure.
 */
import { spawnSync } from 'node:child_process'
import { chromiumPath, CHROMIUM_HELP } from '../e2e/chromium.mjs'
import { onOwnNode } from '../node/run.mjs'

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit' }).status ?? 1

await onOwnNode(async () => {
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

  process.exitCode = vitest || browser
})
