/** Loading packed plugins, each time in a process of its own, as at a start: nothing is compiled or warm. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packPlugin } from '@plumbline/bundle'
import { loadPlugins } from '@plumbline/plugin-host'
import { summary, type Timing } from './measure.ts'

export interface LoadBench {
  readonly plugins: number
  readonly kilobytes: number
  /** Nothing known of them: every manifest is read and checked. */
  readonly first: Timing
  /** What loading made of them is kept from an earlier start. */
  readonly again: Timing
}

/** What the child prints. */
export interface LoadReport {
  readonly plugins: number
  readonly failed: number
  readonly milliseconds: number
}

/** Ten plugins of the repository, those first that others use. */
const COUNT = 10

export async function benchLoad(runs: number): Promise<LoadBench> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  try {
    const kilobytes = await packAll(folder)
    const first: number[] = []
    const again: number[] = []
    for (let run = 0; run < runs; run++) {
      const cache = join(folder, `cache-${run}`)
      first.push(await loadInChild(folder, cache))
      again.push(await loadInChild(folder, cache))
    }
    return { plugins: COUNT, kilobytes, first: summary('first', first), again: summary('again', again) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function packAll(folder: string): Promise<number> {
  const { plugins } = await loadPlugins(join(import.meta.dirname, '../../../plugins'))
  const chosen = plugins.toSorted((a, b) => a.uses.length - b.uses.length).slice(0, COUNT)
  let bytes = 0
  for (const { ref, bundle } of chosen) {
    const packed = packPlugin({ ref, bundle, signatures: [] })
    bytes += packed.length
    await writeFile(join(folder, `${ref.id}-${ref.version}.plb`), packed)
  }
  return bytes / 1000
}

async function loadInChild(folder: string, cache: string): Promise<number> {
  const child = join(import.meta.dirname, 'load-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, cache])
  const report: unknown = JSON.parse(stdout)
  if (!isReport(report) || report.plugins !== COUNT || report.failed > 0) throw new Error(`not loaded: ${stdout}`)
  return report.milliseconds
}

const isReport = (value: unknown): value is LoadReport =>
  typeof value === 'object' && value !== null && 'plugins' in value && 'failed' in value && 'milliseconds' in value
