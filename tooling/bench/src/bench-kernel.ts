/** The kernel beside the plain reference, on the same units in the same run. */
import { compile, score } from '@plumbline/kernel'
import { measure, type Timing } from './measure.ts'
import { rowsOf, scoreNaively, type NaiveResult } from './naive.ts'
import { dataset, framework } from './workload.ts'

export interface KernelBench {
  readonly units: number
  readonly kernel: Timing
  readonly naive: Timing
}

export async function benchKernel(units: number, counted: number): Promise<KernelBench> {
  const plan = compile(framework)
  const data = dataset(units)
  const rows = rowsOf(data)
  assertSame(score(plan, data), scoreNaively(framework, rows))
  const [kernel, naive] = await measure(
    [
      { name: 'kernel', run: () => score(plan, data) },
      { name: 'plain objects', run: () => scoreNaively(framework, rows) },
    ],
    { counted, warmUp: Math.max(3, Math.floor(counted / 5)) },
  )
  if (!kernel || !naive) throw new Error('nothing was measured')
  return { units, kernel, naive }
}

/** A reference that gives other results is no reference. */
function assertSame(result: ReturnType<typeof score>, reference: readonly NaiveResult[]): void {
  for (const [row, expected] of reference.entries()) {
    const grade = result.plan.framework.grades[result.grade[row] ?? -1]?.id ?? null
    const difference = Math.abs((result.score[row] ?? NaN) - expected.score)
    if (!(difference < 1e-8) || grade !== expected.grade || result.rank[row] !== expected.rank) {
      const got = JSON.stringify({ score: result.score[row], grade, rank: result.rank[row] })
      throw new Error(`kernel and reference differ for ${expected.unit}: ${got}, ${JSON.stringify(expected)}`)
    }
  }
}
