/** Benefit of the doubt for a whole round: one linear program a unit, with and without bounds on the shares. */
import { benefitOfTheDoubt, streamOf } from '@plumbline/analysis'
import { measure, type Timing } from './measure.ts'

export interface DoubtBench {
  readonly units: number
  readonly indicators: number
  readonly free: Timing
  readonly lower: Timing
  readonly both: Timing
}

export async function benchDoubt(units: number, indicators: number, turns: number): Promise<DoubtBench> {
  const stream = streamOf({ seed: 1, what: 'doubt', draw: 0 })
  const columns = Array.from({ length: indicators }, () =>
    Float64Array.from({ length: units }, () => 5 + 95 * stream.uniform()),
  )
  const lower = columns.map(() => 0.3 / indicators)
  const upper = columns.map(() => 6 / indicators)
  const [free, low, both] = await measure(
    [
      { name: 'free', run: () => benefitOfTheDoubt(columns) },
      { name: 'lower', run: () => benefitOfTheDoubt(columns, { lower }) },
      { name: 'both', run: () => benefitOfTheDoubt(columns, { lower, upper }) },
    ],
    { counted: turns, warmUp: 1 },
  )
  if (!free || !low || !both) throw new Error('nothing was measured')
  return { units, indicators, free, lower: low, both }
}
