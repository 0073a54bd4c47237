import type { Fault } from '@plumbline/kernel'
import fc from 'fast-check'
import type { Scorable } from '../cases/run.ts'
import type { Cell, SampleRow } from '../sample/row.ts'
import type { SampleSpace } from '../sample/space.ts'

/** What a property is tried on. */
export interface Trial extends Scorable {
  readonly space: SampleSpace
  /** Invented rows for each property. */
  readonly runs: number
  readonly seed: number
}

/** A law that follows from the manifest alone. */
export interface Property {
  readonly id: string
  /** Counterexamples, shrunk; none where the law holds on all the rows tried. */
  readonly check: (trial: Trial) => readonly Fault[]
}

export interface RowOptions {
  readonly blanks?: boolean
  readonly notApplicable?: boolean
}

/** Rows of a standard as fast-check makes them. Shrinks towards the worst value everywhere, quiet facts and no group. */
export function rowsOf({ space }: Trial, { blanks = true, notApplicable = true }: RowOptions = {}): fc.Arbitrary<SampleRow> {
  const extra: readonly Cell[] = [...(blanks ? [null] : []), ...(notApplicable ? ['N/A' as const] : [])]
  const choices = [
    ...space.indicators.map(({ id }) => ({ id, cells: [...(space.domains.get(id) ?? []), ...extra] })),
    ...space.facts.map(({ id, values }) => ({ id, cells: [...values, ...(blanks ? [null] : [])] })),
  ]
  const groups = [...space.groups].reverse()
  return fc
    .tuple(
      fc.nat(Math.max(0, groups.length - 1)),
      fc.tuple(...choices.map(({ cells }) => fc.nat(Math.max(0, cells.length - 1)))),
    )
    .map(([group, indexes]) => ({
      group: groups[group] ?? null,
      cells: new Map(choices.map(({ id, cells }, place) => [id, cells[indexes[place] ?? 0] ?? null])),
    }))
}

/** Rows to try in bulk, the same for the same seed. */
export const someRows = (trial: Trial, options: RowOptions = {}): readonly SampleRow[] =>
  fc.sample(rowsOf(trial, options), { numRuns: trial.runs, seed: trial.seed })

/** The smallest row that breaks a law; null where none was found. */
export function shrunk(
  trial: Trial,
  holds: (row: SampleRow) => boolean,
  options: RowOptions = {},
): SampleRow | null {
  const details = fc.check(fc.property(rowsOf(trial, options), holds), { numRuns: trial.runs, seed: trial.seed })
  return details.counterexample?.[0] ?? null
}

/** Differences that rounding explains are none. */
export const EPSILON = 1e-6
