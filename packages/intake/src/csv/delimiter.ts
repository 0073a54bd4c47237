export type Delimiter = ',' | ';' | '\t'

/** So much of a header line shows what separates its cells. */
const LONG_ENOUGH = 65_536

/**
 * What separates the cells of a header line: the one of comma, semicolon and tab that it has most often outside quotes.
 *
 * @returns A comma where it has none of them.
 */
export function delimiterOf(headerLine: string): Delimiter {
  const bare = headerLine.slice(0, LONG_ENOUGH).replace(/"(?:[^"]|"")*"/g, '')
  const candidates: readonly Delimiter[] = [',', ';', '\t']
  const counts = candidates.map((candidate) => bare.split(candidate).length - 1)
  return candidates[counts.indexOf(Math.max(...counts))] ?? ','
}
