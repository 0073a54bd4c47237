import type { Dataset, IndicatorSpec, Plan, Result } from '@plumbline/kernel'
import { datasetOf, withCells, type SampleRow } from '../sample/row.ts'
import { bestRow, type SampleSpace } from '../sample/space.ts'
import { variantsOf } from '../sample/variants.ts'

/** What is needed to see what a not-applicable is worth. */
export interface GainTrial {
  readonly plan: Plan
  readonly space: SampleSpace
  readonly score: (plan: Plan, dataset: Dataset) => Result
}

/** Differences that rounding explains are none. */
export const EPSILON = 1e-6

export interface Gain {
  readonly row: SampleRow
  readonly gain: number
}

/**
 * The most that declaring an indicator not applicable adds to the score: over the rows given, and for a unit that is best
 * everywhere else and worst there.
 *
 * @returns Null where it never adds anything.
 */
export function mostGained(trial: GainTrial, spec: IndicatorSpec, rows: readonly SampleRow[]): Gain | null {
  const worst = trial.space.domains.get(spec.id)?.[0] ?? null
  const tried = [withCells(bestRow(trial.space), [[spec.id, worst]]), ...rows]
  const gains = gainsOf(trial, spec, tried)
  let best: Gain | null = null
  for (const [place, gain] of gains.entries()) {
    const row = tried[place]
    if (row && gain > EPSILON && gain > (best?.gain ?? 0)) best = { row, gain }
  }
  return best
}

/** For each row what N/A adds over the value that stands there; NaN where one of the two has no score. */
export function gainsOf(
  trial: Omit<GainTrial, 'space'>,
  { id }: IndicatorSpec,
  rows: readonly SampleRow[],
): readonly number[] {
  const data = datasetOf(rows)
  const before = trial.score(trial.plan, data).score
  const after = trial.score(trial.plan, variantsOf(data, id, ['N/A'])).score
  return rows.map((row, place) =>
    typeof row.cells.get(id) === 'number' ? (after[place] ?? Number.NaN) - (before[place] ?? Number.NaN) : Number.NaN,
  )
}
