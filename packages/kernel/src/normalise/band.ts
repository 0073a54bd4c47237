import type { NormalisedColumn } from './method.ts'

export interface Band {
  readonly low: number
  readonly ideal: readonly [number, number]
  readonly high: number
}

/**
 * 100 inside the ideal range, falling in a straight line to 0 at `low` and at `high`.
 *
 * @param raw - Length n; NaN stays missing.
 * @param band - low < ideal[0] <= ideal[1] < high, in the unit of measure of `raw`.
 * @returns `held` is -1 beyond `low` or `high`; inside the range nothing is held.
 * @example normaliseByBand(Float64Array.of(60, 90, 98.5), { low: 40, ideal: [80, 97], high: 100 }).scores // [50, 100, 50]
 */
export function normaliseByBand(raw: Float64Array, { low, ideal, high }: Band): NormalisedColumn {
  const share = (value: number): number =>
    Math.min((value - low) / (ideal[0] - low), (high - value) / (high - ideal[1]))
  const shares = raw.map(share)
  return {
    scores: shares.map((value) => 100 * Math.min(1, Math.max(0, value))),
    held: Int8Array.from(shares, (value) => (value < 0 ? -1 : 0)),
  }
}
