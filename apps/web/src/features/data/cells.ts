import type { Correction, Preview } from '@plumbline/api/contract'
import type { Fault } from '@plumbline/kernel'

/** What is wrong with each cell of the grid, by address. Faults of the file or of a cell out of sight are not here. */
export function faultsByCell(faults: readonly Fault[], preview: Preview): ReadonlyMap<string, readonly Fault[]> {
  const shown = new Set(preview.rows.flatMap(({ row }) => preview.header.map(({ letter }) => `${letter}${row}`)))
  const byCell = new Map<string, Fault[]>()
  for (const each of faults) {
    const { cell } = each.at
    if (cell !== undefined && shown.has(cell)) byCell.set(cell, [...(byCell.get(cell) ?? []), each])
  }
  return byCell
}

/** The corrections with one cell set anew; a cell that is put back to what the file says is no correction. */
export function withCorrection(
  corrections: readonly Correction[],
  next: Correction,
  original: string,
): readonly Correction[] {
  const others = corrections.filter(({ cell }) => cell !== next.cell)
  return next.value === original ? others : [...others, next]
}

/** 1,536 -> '1.5 KB' */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  const kilo = bytes / 1024
  return kilo < 1024 ? `${kilo.toFixed(1)} KB` : `${(kilo / 1024).toFixed(1)} MB`
}
