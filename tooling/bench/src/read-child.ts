/** Reads the file named on the command line and prints a `ReadReport`. */
import { readDataFile } from '@plumbline/intake'
import type { ReadReport } from './bench-read.ts'
import { catalogue } from './catalogue.ts'

const [, , path = ''] = process.argv
const mebibytes = (kibibytes: number): number => kibibytes / 1024

const idle = mebibytes(process.resourceUsage().maxRSS)
const start = performance.now()
const { table, faults } = await readDataFile({ name: 'large.csv', path }, catalogue)
const milliseconds = performance.now() - start
if (!table) throw new Error(JSON.stringify(faults.slice(0, 3)))
const report: ReadReport = {
  rows: table.dataset.size,
  milliseconds,
  idle,
  peak: mebibytes(process.resourceUsage().maxRSS),
}
process.stdout.write(JSON.stringify(report))
