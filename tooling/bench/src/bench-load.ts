/** Loading packed plugins, each time in a process of its own, as at a start: nothing is compiled or warm. */
import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packPlugin } from '@plumbline/bundle'
import { loadPlugins, withForm, type PluginBundle } from '@plumbline/plugin-host'
import { summary, type Timing } from './measure.ts'

export interface LoadBench {
  readonly plugins: number
  readonly kilobytes: number
  /** Nothing known of them: they are loaded from the forms of their manifests. */
  readonly first: Timing
  /** What loading made of them is kept from an earlier start. */
  readonly again: Timing
  /** Packed without a form, nothing known of them: every manifest is read and checked. */
  readonly formless: Timing
  /** What a thread does after a first start: every manifest is read, checked and held against its form. */
  readonly check: Timing
}

/** What the child prints. */
export interface LoadReport {
  readonly plugins: number
  readonly failed: number
  /** Until all are ready. */
  readonly milliseconds: number
  /** For the full check of those that were loaded from their forms. */
  readonly check: number
}

/** Ten plugins of the repository, those first that others use. */
const COUNT = 10

export async function benchLoad(runs: number): Promise<LoadBench> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  try {
    const [withForms, formless] = [join(folder, 'forms'), join(folder, 'formless')]
    const kilobytes = await packAll(withForms, withForm)
    await packAll(formless, (bundle) => bundle)
    const times = { first: [], again: [], formless: [], check: [] } as Record<keyof Times, number[]>
    for (let run = 0; run < runs; run++) {
      const cache = join(folder, `cache-${run}`)
      const first = await loadInChild(withForms, cache)
      times.first.push(first.milliseconds)
      times.check.push(first.check)
      times.again.push((await loadInChild(withForms, cache)).milliseconds)
      times.formless.push((await loadInChild(formless, join(folder, `other-${run}`))).milliseconds)
    }
    const timing = (name: keyof Times): Timing => summary(name, times[name])
    const timings = { first: timing('first'), again: timing('again'), formless: timing('formless') }
    return { plugins: COUNT, kilobytes, ...timings, check: timing('check') }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Times = Pick<LoadBench, 'first' | 'again' | 'formless' | 'check'>

async function packAll(folder: string, parts: (bundle: PluginBundle) => PluginBundle): Promise<number> {
  await mkdir(folder)
  const { plugins } = await loadPlugins(join(import.meta.dirname, '../../../plugins'))
  const chosen = plugins.toSorted((a, b) => a.uses.length - b.uses.length).slice(0, COUNT)
  let bytes = 0
  for (const { ref, bundle } of chosen) {
    const packed = packPlugin({ ref, bundle: parts(bundle), signatures: [] })
    bytes += packed.length
    await writeFile(join(folder, `${ref.id}-${ref.version}.plb`), packed)
  }
  return bytes / 1000
}

async function loadInChild(folder: string, cache: string): Promise<LoadReport> {
  const child = join(import.meta.dirname, 'load-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, folder, cache])
  const report: unknown = JSON.parse(stdout)
  if (!isReport(report) || report.plugins !== COUNT || report.failed > 0) throw new Error(`not loaded: ${stdout}`)
  return report
}

const isReport = (value: unknown): value is LoadReport =>
  typeof value === 'object' && value !== null && 'plugins' in value && 'failed' in value && 'milliseconds' in value
