import { fillText } from '@plumbline/i18n'
import { suggest } from '@plumbline/kernel'
import { UsageError } from '../exit.ts'
import type { Terminal } from '../terminal.ts'

/** Units of one period, by row. */
export interface PeriodUnits {
  readonly units: readonly string[]
  readonly names: readonly string[]
  readonly period: string
}

/** The unit's row, by key or by a name that only it has. @throws UsageError with the nearest that there are. */
export function findUnit({ units, names, period }: PeriodUnits, unit: string, { texts }: Terminal): number {
  const byKey = units.indexOf(unit)
  const byName = names.flatMap((name, row) => (name === unit ? [row] : []))
  const row = byKey >= 0 ? byKey : byName.length === 1 ? byName[0] : undefined
  if (row !== undefined) return row
  const near = suggest(unit, [...units, ...names])
    .slice(0, 10)
    .join(', ')
  throw new UsageError(fillText(texts.explain.unitUnknown, { unit, period, near }))
}
