import type { Dataset, Fault, Plan, Result } from '@plumbline/kernel'
import fc from 'fast-check'
import type { Scorable } from '../cases/run.ts'
import { generateRows } from '../sample/generate.ts'
import type { Cell, SampleRow } from '../sample/row.ts'
import type { SampleSpace } from '../sample/space.ts'

/** What a property is tried on. */
export interface Trial extends Scorable {
  readonly space: SampleSpace
  /** The kernel that is tried. */
  readonly score: (plan: Plan, dataset: Dataset) => Result
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
  /** Cells may be not applicable. */
  readonly notApplicable?: boolean
}

/**
 * Rows to try, the same for the same seed: half drawn cell by cell, for odd combinations, half of units that are good or
 * bad as a whole, so that every grade is reached.
 */
export function someRows(trial: Trial, options: RowOptions = {}): readonly SampleRow[] {
  const { space, runs, seed } = trial
  const odd = Math.ceil(runs / 2)
  const notApplicable = options.notApplicable === false ? { notApplicable: 0 } : {}
  return [
    ...fc.sample(rowsOf(trial, options), { numRuns: odd, seed }),
    ...generateRows(space, { rows: runs - odd, seed, between: false, ...notApplicable }),
  ]
}

/** Of the same rows, the smallest that breaks a law, shrunk until no cell can be put to its worst; null where none does. */
export function shrunk(trial: Trial, holds: (row: SampleRow) => boolean, options: RowOptions = {}): SampleRow | null {
  const examples = someRows(trial, options).map((row): [SampleRow] => [row])
  const { counterexample } = fc.check(fc.property(rowsOf(trial, options), holds), {
    examples,
    numRuns: examples.length,
    seed: trial.seed,
  })
  return counterexample?.[0] ?? null
}

/** Rows as fast-check makes them. They shrink towards the worst value everywhere, quiet facts and no group. */
function rowsOf({ space }: Trial, { notApplicable = true }: RowOptions): fc.Arbitrary<SampleRow> {
  const blanks: readonly Cell[] = notApplicable ? [null, 'N/A'] : [null]
  const choices = [
    ...space.indicators.map(({ id }) => ({ id, cells: [...(space.domains.get(id) ?? []), ...blanks] })),
    ...space.facts.map(({ id, values }) => ({ id, cells: [...values, null] })),
  ]
  const groups = space.groups.toReversed()
  return fc.tuple(fc.nat(groups.length - 1), fc.tuple(...choices.map(({ cells }) => fc.nat(cells.length - 1)))).map(
    ([group, indexes]): SampleRow => ({
      group: groups[group] ?? null,
      cells: new Map(choices.map(({ id, cells }, place) => [id, cells[indexes[place] ?? 0] ?? null])),
    }),
    (row) => [
      groups.indexOf(groupOf(row)),
      choices.map(({ id, cells }) => cells.indexOf(cellsOf(row).get(id) ?? null)),
    ],
  )
}

/** Parse step: fast-check hands back what was mapped, typed as unknown. */
const groupOf = (row: unknown): string | null => (row as SampleRow).group
const cellsOf = (row: unknown): SampleRow['cells'] => (row as SampleRow).cells
