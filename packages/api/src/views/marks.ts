import type { Result } from '@plumbline/kernel'
import type { LeagueRow } from '../contract.ts'

/** How many of a row's values were not scored as reported; null where the standard prepares no data. */
export function marksOf({ prepared }: Result, row: number): LeagueRow['prepared'] {
  if (!prepared) return null
  const columns = [...prepared.columns.values()]
  const dropped = prepared.droppedUnits.get(row)
  return {
    imputed: columns.filter(({ imputed }) => imputed.has(row)).length,
    treated: columns.filter(({ treated }) => treated.has(row)).length,
    screened: dropped
      ? {
          reasons: dropped.reasons,
          available: dropped.availability.available,
          nonZero: dropped.availability.nonZero,
        }
      : null,
  }
}
