import type { IntakeReport } from '../src/index.ts'

export const valuesOf = (report: IntakeReport, id: string): readonly number[] =>
  Array.from(report.table?.dataset.columns.get(id)?.values ?? [])

export const blanksOf = (report: IntakeReport, id: string): readonly number[] =>
  Array.from(report.table?.dataset.columns.get(id)?.blanks ?? [])

/** Code and place of the first error. */
export function firstFault({ faults }: IntakeReport): unknown {
  const found = faults.find(({ severity }) => severity === 'error')
  return found && { code: found.code, ...found.at }
}
