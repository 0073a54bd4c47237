import type { IndicatorSpec } from '../framework.ts'
import type { Imputed, Prepared, PreparedColumn } from '../prepare/prepared.ts'
import type { Dropped } from '../screen/availability.ts'
import type { TraceDonor, TracePreparation, TraceScreened } from '../trace.ts'
import { numberOrNull } from './values.ts'

/** What was done to one cell, step by step. */
export function tracePreparation(prepared: Prepared, spec: IndicatorSpec, row: number): TracePreparation {
  const column = prepared.columns.get(spec.id)
  const part = column?.parts[column.partOf[row] ?? -1]
  const dropped = column?.dropped.get(row)
  const imputed = column?.imputed.get(row)
  const treated = column?.treated.get(row)
  return {
    value: numberOrNull(column?.values[row]),
    normalise: part?.normalise ?? spec.normalise,
    screened: dropped ? traceScreened(dropped) : null,
    denominated: denominated(column, row),
    imputed: imputed ? { method: imputed.method, value: imputed.value, donors: donorsOf(imputed, prepared) } : null,
    treated: treated && part ? { ...treated, transforms: part.transforms } : null,
  }
}

export const traceScreened = ({ reasons, availability: { available, nonZero } }: Dropped): TraceScreened => ({
  reasons,
  available,
  nonZero,
})

function denominated(column: PreparedColumn | undefined, row: number): TracePreparation['denominated'] {
  const cell = column?.denominated.get(row)
  const by = column?.settings.denominate
  return cell && by ? { ...by, ...cell } : null
}

function donorsOf({ donors }: Imputed, { units, periods }: Prepared): readonly TraceDonor[] | null {
  if (donors === null) return null
  if ('indicators' in donors) return donors.indicators.map((indicator) => ({ indicator }))
  return donors.rows.map((row) => ({ unit: units[row] ?? '', period: periods[row] ?? '' }))
}
