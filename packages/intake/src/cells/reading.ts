import { Blank, type FaultParam } from '@plumbline/kernel'
import type { Cell } from './sheet-cell.ts'

/** What a cell was read as. A reading with a problem of severity error has no value that may be used. */
export interface Reading {
  /** NaN where blank or wrong. */
  readonly value: number
  readonly blank: Blank
  /** Two or more ratings of an expert panel. */
  readonly ratings?: readonly number[]
  readonly problem?: Problem
}

export interface Problem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly params?: Readonly<Record<string, FaultParam>>
}

/** How one column's cells are read. */
export type CellReader = (cell: Cell) => Reading

export const valueOf = (value: number): Reading => ({ value, blank: Blank.none })
export const blankReading = (blank: Blank): Reading => ({ value: Number.NaN, blank })

export const refused = (code: string, params: Problem['params'] = {}): Reading => ({
  value: Number.NaN,
  blank: Blank.unanswered,
  problem: { code, severity: 'error', params },
})

export const doubted = (reading: Reading, code: string, params: Problem['params'] = {}): Reading => ({
  ...reading,
  problem: { code, severity: 'warning', params },
})
