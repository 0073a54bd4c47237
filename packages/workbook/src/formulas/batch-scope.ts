import type { WorkbookTexts } from '@plumbline/i18n'
import type { NodeCell, NodeCells } from './node-cells.ts'
import type { Step, Steps } from './steps.ts'

/** What a step is called. */
export type StepHead = keyof WorkbookTexts['steps']

/** What the steps of a batch share. */
export interface Batch {
  readonly texts: WorkbookTexts
  readonly steps: Steps
  /** Cells of the steps; weights, limits and value rules stand on the sheets of the standard. */
  readonly cells: NodeCells
  readonly nameOf: (id: string) => string
  /** Head of a column: whose it is, and which step. */
  readonly head: (name: string, step: StepHead) => string
  /** Cells of the units as they were typed. */
  readonly typed: (id: string) => string
  readonly unit: Step
  readonly group: Step
  /** 1 for a unit of the batch. */
  readonly present: Step
  /** 1 for one that was not screened out. */
  readonly kept: Step
}

/** Key of the column that a node's figure stands in. */
export const stepKey = (id: string, column: NodeCell): string => `${id}.${column}`

/** Fills a node's column, whether another step has named it or not. */
export function putNode({ steps, cells }: Batch, { id, column, formula, array = false }: NodeStep): void {
  cells.node(id, column)
  steps.fill(stepKey(id, column), { formula, array })
}

interface NodeStep {
  readonly id: string
  readonly column: NodeCell
  readonly formula: string
  readonly array?: boolean
}
