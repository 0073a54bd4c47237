/** Reads the file named on the command line and prints a `ReadReport`. */
import { readDataFile } from '@plumbline/intake'
import type { ReadReport } from './bench-read.ts'
import { catalogue } from './catalogue.ts'

const [, , path = ''] = process.argv
/** Sampled, because the operating system's own record of the peak may carry over from the parent process. */
const SAMPLE_EVERY = 5
const mebibytes = (): number => process.memoryUsage.rss() / 2 ** 20

const idle = mebibytes()
let peak = idle
const sampler = setInterval(() => {
  peak = Math.max(peak, mebibytes())
}, SAMPLE_EVERY)

const start = performance.now()
const { table, faults } = await readDataFile({ name: 'large.csv', path }, catalogue)
const milliseconds = performance.now() - start
clearInterval(sampler)
if (!table) throw new Error(JSON.stringify(faults.slice(0, 3)))
const report: ReadReport = { rows: table.dataset.size, milliseconds, idle, peak: Math.max(peak, mebibytes()) }
process.stdout.write(JSON.stringify(report))
