/** A sheet of steps: a row a unit, a column a step, each formula written once for all rows. */
import { columnLetter } from '@plumbline/intake'
import { FIRST_ROW } from '../layout/place.ts'

/** Stands for the number of the row at hand in a formula of a step. */
export const ROW = '\u0001'

/** A step as other steps read it. */
export interface Step {
  /** Its cell in the row at hand. */
  readonly cell: string
  /** All its cells. */
  readonly range: string
}

/** What a column of steps holds. */
export interface StepColumn {
  readonly key: string
  readonly head: string
  readonly formula: string
  /** Instead of `formula` for the unit on trial, which stands first. */
  readonly trial?: string
  /** It reads ranges element by element. */
  readonly array?: boolean
}

export interface Steps {
  /** A column to be filled later, so that steps can name each other. */
  readonly reserve: (key: string, head: string) => Step
  readonly fill: (key: string, content: Omit<StepColumn, 'key' | 'head'>) => void
  readonly add: (key: string, step: Omit<StepColumn, 'key'>) => Step
  readonly columns: () => readonly StepColumn[]
}

/** Columns in front of the first step: the hidden id and the unit's name. */
const BEFORE = 2

export function createSteps(rows: number): Steps {
  const heads = new Map<string, string>()
  const filled = new Map<string, StepColumn>()
  const steps: Steps = {
    reserve: (key, head) => {
      if (!heads.has(key)) heads.set(key, head)
      const letter = columnLetter(BEFORE + [...heads.keys()].indexOf(key))
      return { cell: `$${letter}${ROW}`, range: `$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + rows - 1}` }
    },
    fill: (key, content) => void filled.set(key, { key, head: heads.get(key) ?? key, ...content }),
    add: (key, { head, ...content }) => {
      const step = steps.reserve(key, head)
      steps.fill(key, content)
      return step
    },
    columns: () => [...heads].map(([key, head]) => filled.get(key) ?? { key, head, formula: '""' }),
  }
  return steps
}

/** A formula of a step as it stands in one row. */
export const inRow = (formula: string, row: number): string => formula.replaceAll(ROW, String(row))
