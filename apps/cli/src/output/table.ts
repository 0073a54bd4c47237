import { displayWidth, pad, type Align } from './width.ts'

export interface TextColumn {
  readonly title: string
  readonly align: Align
}

/** A table for a terminal, columns aligned by what they show; no space at line ends. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, displayWidth(row[index] ?? '')), displayWidth(title)),
  )
  const line = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align))
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '─'.repeat(width)).join('  ')
  return `${[line(columns.map(({ title }) => title)), rule, ...rows.map(line)].join('\n')}\n`
}
