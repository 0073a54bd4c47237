/** Times functions side by side, in turns: a busy neighbour slows all of them alike. */

export interface Timing {
  readonly name: string
  readonly runs: number
  /** Milliseconds. */
  readonly median: number
  readonly min: number
}

export interface Contestant {
  readonly name: string
  readonly run: () => unknown
}

/**
 * Runs every contestant once a turn.
 *
 * @param turns - `warmUp` turns are not counted.
 * @returns In the order of the contestants, milliseconds.
 */
export async function measure(
  contestants: readonly Contestant[],
  turns: { readonly counted: number; readonly warmUp: number },
): Promise<Timing[]> {
  const times = contestants.map((): number[] => [])
  for (let turn = -turns.warmUp; turn < turns.counted; turn++) {
    for (const [i, { run }] of contestants.entries()) {
      const start = performance.now()
      await run()
      const elapsed = performance.now() - start
      if (turn >= 0) times[i]?.push(elapsed)
    }
  }
  return contestants.map(({ name }, i) => summary(name, times[i] ?? []))
}

export function summary(name: string, times: readonly number[]): Timing {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? NaN) : upper
  return { name, runs: sorted.length, median: (lower + upper) / 2, min: sorted[0] ?? NaN }
}
