/** The kernel beside the plain reference, on the same units in the same run. */
import { compile, score, type Result } from '@plumbline/kernel'
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

function assertSame(result: Result, reference: readonly NaiveResult[]): void {
  const [first] = differences(result, reference)
  if (first !== undefined) throw new Error(`kernel and reference differ: ${first}`)
}

/** Rows whose score, grade or rank the kernel and the reference see differently. A reference that does is no reference. */
export function differences(result: Result, reference: readonly NaiveResult[]): string[] {
  return reference.flatMap((expected, row) => {
    const grade = result.plan.framework.grades[result.grade[row] ?? -1]?.id ?? null
    const points = result.score[row] ?? NaN
    const same =
      Math.abs(points - expected.score) < 1e-8 && grade === expected.grade && result.rank[row] === expected.rank
    return same
      ? []
      : [`${JSON.stringify({ score: points, grade, rank: result.rank[row] })} ${JSON.stringify(expected)}`]
  })
}
