#!/usr/bin/env node
/**
 * The door to the command line: loads on any Node from 20 and runs the command on the Node 24 that the repository brings.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const at = (path) => fileURLToPath(new URL(path, import.meta.url))
const major = Number(process.versions.node.split('.')[0])

if (major >= NEEDED) {
  // Compiled modules are kept between calls: a command starts in a third of the time.
  nodeModule.enableCompileCache()
  const { main } = await import('./src/main.ts')
  await main(process.argv.slice(2))
} else {
  const binary = [at('../../node_modules/.bin/node'), at('../../node_modules/.bin/node.exe')].find(existsSync)
  if (binary) {
    const { status } = spawnSync(binary, [at('./plumbline.mjs'), ...process.argv.slice(2)], { stdio: 'inherit' })
    process.exitCode = status ?? 3
  } else {
    console.error(
      `准绳需要 Node ${NEEDED}，当前为 ${process.version}，仓库自带的 Node 尚未安装。请在仓库根目录运行 npx --yes pnpm@12 install，再试一次。\n` +
        `Plumbline needs Node ${NEEDED}; this is ${process.version}, and the repository's own Node is not installed yet. Run npx --yes pnpm@12 install in the repository root and try again.`,
    )
    process.exitCode = 3
  }
}
