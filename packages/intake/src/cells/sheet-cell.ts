/**
 * A cell as the file holds it, before anybody decides what it means. A CSV knows text only; a sheet tells numbers,
 * booleans, dates and errors apart, and that difference must not be lost on the way.
 */
export type Cell = string | SheetCell

export type SheetCell =
  /** `percent`: shown as a percentage, so that the sheet's 0.85 reads 85%. */
  | { readonly kind: 'number'; readonly value: number; readonly percent: boolean }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'date'; readonly text: string }
  /** `#DIV/0!` and its kin. */
  | { readonly kind: 'error'; readonly text: string }
  /** A formula whose result the program that wrote the file did not store. */
  | { readonly kind: 'uncalculated'; readonly text: string }

/** What a reader of the file sees in the cell, trimmed. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cell.trim()
  switch (cell.kind) {
    case 'number':
      return cell.percent ? `${shiftTwoDigits(cell.value)}%` : String(cell.value)
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE'
    default:
      return cell.text
  }
}

/** The text of a cell as a sentence quotes it: long ones cut. */
export function quotedText(cell: Cell | undefined, longest = 60): string {
  const text = cellText(cell)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

/** value x 100 by moving the decimal point, so that 0.0976 gives 9.76 and not a neighbour of it. */
export function shiftTwoDigits(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + 2}`)
}
