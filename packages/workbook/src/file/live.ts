import type { CellValue } from '../cells/context.ts'
import type { ShownKey } from '../table.ts'

/** A formula and what it gives now. */
export interface LiveCell {
  readonly formula: string
  readonly result: CellValue
  /** It reads ranges element by element. */
  readonly array?: boolean
  /** What a reader should know of it. */
  readonly note?: string
}

export const liveKey = (sheet: ShownKey, row: string, column: string): string => `${sheet}|${row}|${column}`
