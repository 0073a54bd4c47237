/** A document as blocks, before it is a file of any kind. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly number: string; readonly text: string }
  /** Begins a page: a letter, whether it binds, a title. */
  | { readonly kind: 'annex'; readonly letter: string; readonly status: string; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** `mark`: before each item; a dash, or a) b) c). */
  | { readonly kind: 'list'; readonly mark: 'dash' | 'letter'; readonly items: readonly string[] }
  /** A term with its number, in both languages, and its definition. */
  | {
      readonly kind: 'term'
      readonly number: string
      readonly term: string
      readonly other: string
      readonly definition: string
    }
  | TableBlock

/** A table of a document. */
export interface TableBlock {
  readonly kind: 'table'
  readonly caption: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Shares of the width, in per cent. */
  readonly widths: readonly number[]
}

/** `rows`: how many rows the cell covers; those below it leave it out. */
export type TableCell = string | { readonly text: string; readonly rows: number }

/** A document, block by block. */
export interface StandardDocument {
  readonly title: string
  readonly otherTitle: string
  readonly ics: string
  readonly ccs: string
  /** Stamped on the cover and above every page. */
  readonly mark: string
  readonly markNote: string
  readonly madeFrom: string
  readonly contents: string
  readonly foreword: { readonly title: string; readonly paragraphs: readonly string[] }
  readonly body: readonly Block[]
  readonly end: string
}

export const cellText = (cell: TableCell): string => (typeof cell === 'string' ? cell : cell.text)
