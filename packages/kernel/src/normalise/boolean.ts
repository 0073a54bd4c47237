import type { NormalisedColumn } from './method.ts'

/**
 * Scores yes (1) and no (0).
 *
 * @param raw - Length n of 1, 0 and NaN; NaN stays missing.
 * @example normaliseByBoolean(Float64Array.of(1, 0), { whenTrue: 100, whenFalse: 20 }).scores // [100, 20]
 */
export function normaliseByBoolean(
  raw: Float64Array,
  { whenTrue, whenFalse }: { readonly whenTrue: number; readonly whenFalse: number },
): NormalisedColumn {
  const scores = raw.map((value) => (Number.isNaN(value) ? NaN : value === 1 ? whenTrue : whenFalse))
  return { scores, held: new Int8Array(raw.length) }
}
