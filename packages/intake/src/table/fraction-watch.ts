/**
 * Watches a per-cent column for values written as shares of one: 0.85 where 85 is meant. Single small values are normal;
 * a whole column of them, where the standard's marks reach 50 and more, is not.
 */
export interface FractionWatch {
  readonly see: (value: number) => void
  readonly suspicious: () => boolean
}

const LEAST_VALUES = 3
const LEAST_MARK = 50

/** @param marks - The raw values that the standard names for this indicator; empty where it is not per cent. */
export function fractionWatch(marks: readonly number[]): FractionWatch {
  const watched = Math.max(0, ...marks) >= LEAST_MARK
  let count = 0
  let largest = 0
  let broken = false
  return {
    see: (value) => {
      if (!watched || Number.isNaN(value)) return
      count++
      largest = Math.max(largest, Math.abs(value))
      broken ||= !Number.isInteger(value)
    },
    suspicious: () => count >= LEAST_VALUES && largest <= 1 && broken,
  }
}
