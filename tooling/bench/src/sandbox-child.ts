/** Runs the attack whose number stands on the command line and prints an `AttackReport`. */
import { createSandbox } from '@plumbline/sandbox'
import { ATTACKS } from '@plumbline/sandbox/testing'
import type { AttackReport } from './bench-sandbox.ts'

const SAMPLE_EVERY = 5
const mebibytes = (): number => process.memoryUsage.rss() / 2 ** 20

const attack = ATTACKS[Number(process.argv[2])]
if (!attack) throw new Error('there is no such attack')
const sandbox = createSandbox()
await sandbox.run({ file: 'warm.js', source: 'export default { value: () => 1 }' }, [{}])
const idle = mebibytes()
let peak = idle
const sampler = setInterval(() => {
  peak = Math.max(peak, mebibytes())
}, SAMPLE_EVERY)
const start = performance.now()
const [outcome] = await sandbox.run({ file: 'attack.js', source: attack.source }, [{ a: 1 }])
const milliseconds = performance.now() - start
clearInterval(sampler)
await sandbox.stop()
const code = outcome?.kind === 'fault' ? outcome.code : 'NOT CONTAINED'
const report: AttackReport = { code, milliseconds, idle, peak: Math.max(peak, mebibytes()) }
process.stdout.write(JSON.stringify(report))
