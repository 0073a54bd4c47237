import { writeFile } from 'node:fs/promises'
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
import { report } from './report.ts'

const PAGE = join(import.meta.dirname, '../../../apps/docs/benchmarks.md')

/** Measures everything once, in turn, and writes the page. */
export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { date: { type: 'string' } } })
  const date = values.date ?? new Date().toISOString().slice(0, 10)
  const kernel = [await benchKernel(375, 200), await benchKernel(10_000, 25)]
  const line = await benchLine({ units: 375, databases: 3, profiles: 100 })
  const read = await benchRead(100_000, 3)
  const load = await benchLoad(10)
  const sandbox = await benchSandbox(375, 10)
  const check = await benchCheck(10)
  const doubt = [await benchDoubt(375, 12, 5), await benchDoubt(375, 60, 3)]
  const uncertainty = await benchUncertainty(375, 500, 5)
  const page = report({ date, machine: machine(), kernel, line, read, load, sandbox, doubt, uncertainty, check })
  process.stdout.write(page)
  await writeFile(PAGE, page)
}
