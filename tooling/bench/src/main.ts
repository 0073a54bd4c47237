import { readFile, writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { benchCheck } from './bench-check.ts'
import { benchDoubt } from './bench-doubt.ts'
import { benchKernel } from './bench-kernel.ts'
import { benchLine } from './bench-line.ts'
import { benchLoad } from './bench-load.ts'
import { benchRead } from './bench-read.ts'
import { benchSandbox } from './bench-sandbox.ts'
import { benchUncertainty } from './bench-uncertainty.ts'
import { machine } from './machine.ts'
import { checkPart } from './report-check.ts'
import { doubtPart } from './report-doubt.ts'
import { loadPart } from './report-load.ts'
import { sandboxPart } from './report-sandbox.ts'
import { uncertaintyPart } from './report-uncertainty.ts'
import { headingOf, kernelPart, linePart, pageOf, partsOf, readPart, stamped } from './report.ts'

const PAGE = join(import.meta.dirname, '../../../apps/docs/benchmarks.md')

/** What is measured, by name, in the order of the page. */
const PARTS: ReadonlyMap<string, () => Promise<string>> = new Map([
  ['kernel', async () => kernelPart([await benchKernel(375, 200), await benchKernel(10_000, 40)])],
  ['line', async () => linePart(await benchLine({ units: 375, databases: 3, profiles: 100 }))],
  ['read', async () => readPart(await benchRead(100_000, 3))],
  ['load', async () => loadPart(await benchLoad(10))],
  ['sandbox', async () => sandboxPart(await benchSandbox(375, 10))],
  ['doubt', async () => doubtPart([await benchDoubt(375, 12, 15), await benchDoubt(375, 60, 10)])],
  ['uncertainty', async () => uncertaintyPart(await benchUncertainty(375, 200, 5))],
  ['check', async () => checkPart(await benchCheck(10))],
])

/** Measures everything once, in turn, and writes the page; or the parts that are named, and keeps the others. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { date: { type: 'string' }, only: { type: 'string' } } })
  const date = values.date ?? new Date().toISOString().slice(0, 10)
  const names = values.only?.split(',') ?? [...PARTS.keys()]
  const parts = new Map(values.only === undefined ? [] : partsOf(await readFile(PAGE, 'utf8')))
  for (const name of names) {
    const measure = PARTS.get(name)
    if (!measure) throw new Error(`--only ${name}: the parts are ${[...PARTS.keys()].join(', ')}`)
    const part = stamped(await measure(), { date, load: loadavg()[0] ?? NaN })
    parts.set(headingOf(part), part)
  }
  const page = pageOf(machine(), parts)
  process.stdout.write(page)
  await writeFile(PAGE, page)
}
