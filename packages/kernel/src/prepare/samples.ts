import type { Dataset } from '../dataset.ts'
import { fault, type Fault } from '../errors.ts'
import type { ReferenceSpec } from '../pipeline/spec.ts'

/** Rows that are prepared together, and the rows whose values are read for it. */
export interface Part {
  readonly rows: readonly number[]
  readonly sample: readonly number[]
}

/**
 * Splits rows by what they are measured against: every period by itself, or all against a frozen reference.
 *
 * @param rows - The rows that were not screened out.
 * @returns One part a period, in order of appearance; with a reference period one part in all.
 */
export function partsOf(
  { periods, groups }: Pick<Dataset, 'periods' | 'groups'>,
  rows: readonly number[],
  reference: ReferenceSpec | null,
): readonly Part[] {
  const { period, group } = reference ?? {}
  const isMember = (row: number): boolean => group === undefined || groups[row] === group
  if (period === undefined) {
    const together = Map.groupBy(rows, (row) => periods[row] ?? '')
    return [...together.values()].map((part) => ({ rows: part, sample: part.filter(isMember) }))
  }
  const isThen = (row: number): boolean => period === '*' || periods[row] === period
  return [{ rows, sample: rows.filter((row) => isThen(row) && isMember(row)) }]
}

/** PIPELINE_REFERENCE_EMPTY where there are rows to be measured and none to measure them against. */
export function referenceFaults(parts: readonly Part[], reference: ReferenceSpec | null): readonly Fault[] {
  if (!reference || !parts.some(({ rows, sample }) => rows.length > 0 && sample.length === 0)) return []
  return [
    fault(
      'PIPELINE_REFERENCE_EMPTY',
      { period: reference.period ?? null, group: reference.group ?? null },
      { path: 'pipeline/reference' },
    ),
  ]
}

/** Where the rows of the sample stand among the rows of the part. */
export function placesOf({ rows, sample }: Part): readonly number[] {
  const places = new Map(rows.map((row, place) => [row, place]))
  return sample.flatMap((row) => places.get(row) ?? [])
}
