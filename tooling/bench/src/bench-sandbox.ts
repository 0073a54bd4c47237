/** What hostile code costs until it is stopped, each in a process of its own; and what honest code costs. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createSandbox } from '@plumbline/sandbox'
import { ATTACKS } from '@plumbline/sandbox/testing'
import { measure, type Timing } from './measure.ts'

export interface SandboxBench {
  readonly attacks: readonly (AttackReport & { readonly name: string })[]
  /** Units a run of `honest` and `native` computes. */
  readonly units: number
  readonly honest: Timing
  readonly native: Timing
}

/** What the child prints; MiB of the whole process, before and at the highest. */
export interface AttackReport {
  readonly code: string
  readonly milliseconds: number
  readonly idle: number
  readonly peak: number
}

export async function benchSandbox(units: number, turns: number): Promise<SandboxBench> {
  const attacks = []
  for (const [index, { name }] of ATTACKS.entries()) attacks.push({ name, ...(await inChild(index)) })
  return { attacks, units, ...(await honestWork(units, turns)) }
}

async function inChild(index: number): Promise<AttackReport> {
  const child = join(import.meta.dirname, 'sandbox-child.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [child, String(index)])
  const report: unknown = JSON.parse(stdout)
  if (!isReport(report)) throw new Error(`the attack was not run: ${stdout}`)
  return report
}

/** A share of 60 figures: the same program in the sandbox and as it is. */
async function honestWork(units: number, turns: number): Promise<{ readonly honest: Timing; readonly native: Timing }> {
  const sandbox = createSandbox()
  const inputs = Array.from({ length: units }, (_, unit) => ({
    values: Array.from({ length: 60 }, (_, i) => unit + i),
  }))
  const source = 'export default { value: ({ values }) => values.reduce((sum, x) => sum + x * x, 0) / values.length }'
  const program = { file: 'mean.js', source }
  const [honest, native] = await measure(
    [
      { name: 'sandbox', run: () => sandbox.run(program, inputs) },
      {
        name: 'native',
        run: () => inputs.map(({ values }) => values.reduce((sum, x) => sum + x * x, 0) / values.length),
      },
    ],
    { counted: turns, warmUp: 1 },
  )
  await sandbox.stop()
  if (!honest || !native) throw new Error('nothing was measured')
  return { honest, native }
}

const isReport = (value: unknown): value is AttackReport =>
  typeof value === 'object' && value !== null && 'code' in value && 'peak' in value && 'milliseconds' in value
