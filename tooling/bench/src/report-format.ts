/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n')
}

export const times = (ratio: number): string => `${ratio.toFixed(1)}×`

export function milliseconds(value: number): string {
  if (value < 1) return `${value.toFixed(3)} ms`
  return value < 100 ? `${value.toFixed(2)} ms` : `${Math.round(value)} ms`
}
