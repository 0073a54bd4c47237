/** Reading a large CSV, in a process of its own so that the peak of its memory is its own. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { demonstrationCsv } from '@plumbline/demo'
import { catalogue } from './catalogue.ts'
import { summary, type Timing } from './measure.ts'

export interface ReadBench {
  readonly rows: number
  readonly columns: number
  readonly megabytes: number
  readonly time: Timing
  /** MiB, the highest of the runs; `idle` is the same process before it reads. */
  readonly peak: number
  readonly idle: number
}

/** What the child prints. */
export interface ReadReport {
  readonly rows: number
  readonly milliseconds: number
  readonly idle: number
  readonly peak: number
}

const UNITS = 500

export async function benchRead(rows: number, runs: number): Promise<ReadBench> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-bench-'))
  try {
    const path = join(folder, 'large.csv')
    const columns = await writeLarge(path, rows)
    const reports: ReadReport[] = []
    for (let run = 0; run < runs; run++) reports.push(await readInChild(path, rows))
    return {
      rows,
      columns,
      megabytes: (await stat(path)).size / 1e6,
      time: summary(
        'read',
        reports.map(({ milliseconds }) => milliseconds),
      ),
      peak: Math.max(...reports.map(({ peak }) => peak)),
      idle: Math.max(...reports.map(({ idle }) => idle)),
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same made-up units again and again under new codes. Returns the number of columns. */
async function writeLarge(path: string, rows: number): Promise<number> {
  const [header = '', ...lines] = demonstrationCsv(catalogue, { seed: 1, units: UNITS, periods: ['2025'] })
    .trimEnd()
    .split('\n')
  const out = createWriteStream(path)
  out.write(`${header}\n`)
  for (let row = 0; row < rows; row++) {
    const line = lines[row % lines.length] ?? ''
    if (!out.write(`U${row}${line.slice(line.indexOf(','))}\n`)) await once(out, 'drain')
  }
  out.end()
  await once(out, 'close')
  return header.split(',').length
}

async function readInChild(path: string, rows: number): Promise<ReadReport> {
  const child = join(import.meta.dirname, 'read-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, path])
  const report: unknown = JSON.parse(stdout)
  if (!isReport(report) || report.rows !== rows) throw new Error(`the file was not read: ${stdout}`)
  return report
}

const isReport = (value: unknown): value is ReadReport =>
  typeof value === 'object' && value !== null && 'rows' in value && 'peak' in value && 'milliseconds' in value
