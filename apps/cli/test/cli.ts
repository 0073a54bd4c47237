import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'

export const repository: string = path.resolve(import.meta.dirname, '../../..')
const door = path.join(repository, 'apps/cli/plumbline.mjs')

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Where {
  readonly directory?: string
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the command as a user would, in a process of its own. */
export function plumbline(args: readonly string[], { directory = repository, env = {} }: Where = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const clean = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', LANG: 'C.UTF-8', ...env }
    const child = spawn(process.execPath, [door, ...args], { cwd: directory, env: clean })
    const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)]
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: stdout(), stderr: stderr() }))
  })
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

/** A folder for one test file, removed when it is done. */
export async function scratch(): Promise<string> {
  const directory = await mkdtemp(path.join(tmpdir(), 'plumbline-cli-'))
  afterAll(() => rm(directory, { recursive: true, force: true }))
  return directory
}
