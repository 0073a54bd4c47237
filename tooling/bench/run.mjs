/**
 * `pnpm bench`: measures, prints the figures and writes apps/docs/benchmarks.md. Plain JavaScript that any Node from 20
 * can load: it makes sure that Node 24, which the repository brings with it, runs the rest, which is TypeScript.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const own = fileURLToPath(new URL('../../node_modules/.bin/node', import.meta.url))
const isEnough = Number.parseInt(process.versions.node, 10) >= NEEDED

if (isEnough) {
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
} else if (existsSync(own) && !process.env.PLUMBLINE_REEXEC) {
  const env = { ...process.env, PLUMBLINE_REEXEC: '1' }
  process.exit(spawnSync(own, process.argv.slice(1), { stdio: 'inherit', env }).status ?? 1)
} else {
  console.error(
    `性能测试需要 Node ${NEEDED}，当前为 ${process.version}。请在仓库根目录运行 npx --yes pnpm@12 bench，由仓库自带的 Node 执行。\n` +
      `The benchmarks need Node ${NEEDED}; this is ${process.version}. Run npx --yes pnpm@12 bench in the repository root: it brings its own Node.`,
  )
  process.exit(1)
}
