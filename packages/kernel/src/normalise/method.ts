/** One indicator's scores, in the order of its raw values. */
export interface NormalisedColumn {
  /** Length n, 0 to 100; NaN where the raw value is missing. */
  readonly scores: Float64Array
  /** Length n: -1 held at the worst end, 1 held at the best end, 0 inside. */
  readonly held: Int8Array
}

/**
 * Runs one function of a raw value over a column.
 *
 * @param raw - Length n; NaN is missing and stays missing. Not changed.
 * @param share - Position of a value between worst (0) and best (1); what lies outside is held at the end.
 */
export function normaliseByShare(raw: Float64Array, share: (value: number) => number): NormalisedColumn {
  const scores = new Float64Array(raw.length)
  const held = new Int8Array(raw.length)
  for (let row = 0; row < raw.length; row++) {
    const position = share(raw[row] ?? NaN)
    scores[row] = 100 * Math.min(1, Math.max(0, position)) // NaN in, NaN out
    held[row] = position < 0 ? -1 : position > 1 ? 1 : 0
  }
  return { scores, held }
}
