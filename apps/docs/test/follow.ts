/** Does what a page says, in an empty folder, and says where the page is not true. */
import { spawn } from 'node:child_process'
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stepsOf, type Language, type Step } from './page.ts'

const DOOR = join(import.meta.dirname, '../../cli/plumbline.mjs')
const COMMAND = 'npx --yes pnpm@12 plumbline '

export interface Followed {
  /** Files as the page leaves them, by path. */
  readonly files: ReadonlyMap<string, string>
  readonly commands: readonly string[]
  /** Where the page and the program differ; empty where all is as it says. */
  readonly differences: readonly string[]
}

export async function follow(markdown: string, language: Language): Promise<Followed> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-docs-'))
  const written = new Set<string>()
  const commands: string[] = []
  const differences: string[] = []
  let printed = ''
  try {
    for (const step of stepsOf(markdown)) {
      if (step.kind === 'command') {
        for (const command of step.text.trim().split('\n')) {
          commands.push(command)
          const ran = await run(command, { folder, language })
          printed = ran.printed
          if (String(ran.code) !== step.of)
            differences.push(`line ${step.line}: ${command} ended with ${ran.code}\n${printed}`)
        }
      } else if (step.kind === 'output') differences.push(...missingLines(step, printed))
      else {
        await change(folder, step)
        written.add(step.of)
      }
    }
    const files = await Promise.all(
      [...written].map(async (path) => [path, await readFile(join(folder, path), 'utf8')] as const),
    )
    return { files: new Map(files), commands, differences }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

interface Place {
  readonly folder: string
  readonly language: Language
}

function run(command: string, { folder, language }: Place): Promise<{ readonly code: number | null; printed: string }> {
  if (!command.startsWith(COMMAND)) throw new Error(`not a command of this product: ${command}`)
  const args = command.slice(COMMAND.length).split(' ')
  return new Promise((resolve, reject) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      LANG: language === 'en' ? 'en_GB.UTF-8' : 'zh_CN.UTF-8',
    }
    const child = spawn(process.execPath, [DOOR, ...args], { cwd: folder, env })
    const chunks: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, printed: Buffer.concat(chunks).toString('utf8') }))
  })
}

async function change(folder: string, { kind, of, text, line }: Step): Promise<void> {
  const path = join(folder, of)
  await mkdir(dirname(path), { recursive: true })
  if (kind === 'file') return writeFile(path, text)
  if (kind === 'append') return appendFile(path, text)
  const before = await readFile(path, 'utf8')
  const [old, now] = ['-', '+'].map((sign) => linesWith(text, sign))
  if (old === undefined || now === undefined || before.split(old).length !== 2)
    throw new Error(`line ${line}: the lines to replace are not in ${of} just once`)
  return writeFile(
    path,
    before.replace(old, () => now),
  )
}

const linesWith = (text: string, sign: string): string =>
  text
    .split('\n')
    .filter((row) => row.startsWith(sign))
    .map((row) => `${row.slice(1)}\n`)
    .join('')

/** Lines that were not printed, in their order; spaces between words do not count. */
function missingLines({ text, line }: Step, printed: string): readonly string[] {
  const plain = (row: string): string => row.trim().replaceAll(/\s+/g, ' ')
  let rest = printed.split('\n').map(plain)
  return text
    .split('\n')
    .map(plain)
    .flatMap((wanted) => {
      if (wanted === '' || wanted === '…') return []
      const at = rest.findIndex((row) => row === wanted)
      if (at < 0) return [`line ${line}: “${wanted}” was not printed; what was:\n${printed}`]
      rest = rest.slice(at + 1)
      return []
    })
}
