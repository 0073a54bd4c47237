/**
 * The one door to everything that is started with `node`: the server, the command line, tests, benchmarks. Plain
 * JavaScript that any Node from 20 can load, also where nothing has been installed yet: it makes sure that Node 24 runs
 * the rest, which is TypeScript. The repository brings that Node with it (`node_modules/.bin/node`).
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import nodeModule from 'node:module'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const OWN = ['node', 'node.exe'].map((name) =>
  fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url)),
)
/** Set for the Node that this one starts, so that one which is too old as well does not start itself for ever. */
const MARK = 'PLUMBLINE_REEXEC'

/**
 * Runs `main` in this process where its Node is new enough; otherwise runs the same command on the repository's own Node
 * and ends as that does: with its exit code, or by the signal that ended it.
 *
 * @param {() => Promise<void>} main - Loads the program and runs it.
 * @param {{ readonly refused?: number }} options - `refused` is the exit code where there is no Node that will do.
 */
export async function onOwnNode(main, { refused = 1 } = {}) {
  if (Number.parseInt(process.versions.node, 10) >= NEEDED) {
    // What this process starts in turn finds its own way.
    delete process.env[MARK]
    // Compiled modules are kept between starts: a command starts in a third of the time.
    nodeModule.enableCompileCache()
    await main()
    return
  }
  const own = process.env[MARK] ? undefined : OWN.find(existsSync)
  if (own === undefined) refuse(refused)
  else runOn(own, refused)
}

function refuse(code) {
  console.error(
    `准绳需要 Node ${NEEDED}，当前为 ${process.version}，仓库自带的 Node 尚未安装或无法使用。请在仓库根目录运行 npx --yes pnpm@12 install（会带来所需的 Node），或自行安装 Node ${NEEDED} 后重试。\n` +
      `Plumbline needs Node ${NEEDED}; this is ${process.version}, and the repository's own Node is not installed yet or cannot be used. Run npx --yes pnpm@12 install in the repository root (it brings the right Node), or install Node ${NEEDED} yourself, and try again.`,
  )
  process.exitCode = code
}

function runOn(own, refused) {
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit', env: { ...process.env, [MARK]: '1' } })
  // At a terminal Ctrl-C reaches the child by itself; what reaches this process alone is passed on, and the child decides.
  const isAtTerminal = [0, 1, 2].some((stream) => isatty(stream))
  const passOn = {
    SIGINT: () => isAtTerminal || child.kill('SIGINT'),
    SIGTERM: () => child.kill('SIGTERM'),
    SIGHUP: () => child.kill('SIGHUP'),
  }
  for (const [signal, pass] of Object.entries(passOn)) process.on(signal, pass)
  child.on('error', () => refuse(refused))
  child.on('exit', (code, signal) => {
    for (const [passed, pass] of Object.entries(passOn)) process.off(passed, pass)
    if (signal) process.kill(process.pid, signal)
    else process.exitCode = code ?? refused
  })
}
