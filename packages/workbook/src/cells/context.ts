import type { WorkbookTexts } from '@plumbline/i18n'
import type { Fault, FaultPlace } from '@plumbline/kernel'
import type { Cell } from '@plumbline/intake'
import type { NameBook } from './names.ts'

/** What a cell is given when a workbook is written. */
export type CellValue = string | number | boolean | null

/** Both languages of one text on its way into the workbook. */
export interface Translation {
  readonly key: string
  readonly zh: string
  readonly en: string
}

export interface EncodeContext {
  readonly texts: WorkbookTexts
  readonly names: NameBook
  /** Notes the English of a text whose Chinese stands in the column at hand. */
  readonly translate: (column: string, zh: string, en: string) => void
}

/** A cell on its way back. */
export interface PlacedCell {
  readonly cell: Cell | undefined
  readonly at: FaultPlace
}

export interface DecodeContext {
  readonly names: NameBook
  /** The English of a text: by its place first, then by its Chinese. */
  readonly english: (column: string, zh: string) => string | undefined
  readonly report: (fault: Fault) => void
}
