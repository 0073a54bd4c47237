/**
 * The letters of a column as a spreadsheet shows them.
 *
 * @param index - From 0.
 * @example columnLetter(27) // 'AB'
 */
export function columnLetter(index: number): string {
  let rest = index + 1
  let letters = ''
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters
    rest = Math.floor((rest - 1) / 26)
  }
  return letters
}

/** `F12` for column index 5 and row 12. */
export const cellAddress = (row: number, column: number): string => `${columnLetter(column)}${row}`

export interface CellPosition {
  /** From 1. */
  readonly row: number
  /** Index from 0. */
  readonly column: number
}

/** Row and column of an address such as `F12`; null where it is none. */
export function parseAddress(address: string): CellPosition | null {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address.trim().toUpperCase())
  const [, letters, row] = match ?? []
  if (letters === undefined || row === undefined) return null
  const column = Array.from(letters).reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(row), column }
}

/** The sheet of a fault's place; nothing for a CSV, which has none. */
export const sheetPlace = (sheet: string | null): { readonly sheet?: string } => (sheet === null ? {} : { sheet })
