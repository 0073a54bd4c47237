import type { Batch } from './batch-scope.ts'
import { text } from './node-cells.ts'
import type { Step } from './steps.ts'

/** Samples of columns, each made once. */
export interface References {
  /** The column as the statistics read it: all of it, or that of the reference group. */
  readonly sampleOf: (
    column: Step,
    { key, name, group }: { readonly key: string; readonly name: string; readonly group: string | undefined },
  ) => Step
  /** A step that several others read. */
  readonly once: (key: string, step: { readonly head: string; readonly formula: string }) => Step
}

export function createReferences({ steps, head, kept, group: groups }: Batch): References {
  const made = new Map<string, Step>()
  const references: References = {
    once: (key, step) => {
      const known = made.get(key) ?? steps.add(key, { head: step.head, formula: step.formula })
      made.set(key, known)
      return known
    },
    sampleOf: (column, { key, name, group }) =>
      group === undefined
        ? column
        : references.once(`${key}.${group}`, {
            head: head(name, 'sample'),
            formula: `IF(${kept.cell}=1,IF(${groups.cell}=${text(group)},${column.cell},""),"")`,
          }),
  }
  return references
}
