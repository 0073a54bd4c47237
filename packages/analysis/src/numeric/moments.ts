import { present, type Column } from './column.ts'
import { isConstant } from './is-constant.ts'
import { mean } from './mean.ts'
import { sum } from './sum.ts'

/** Central moments m2, m3, m4 (divisor n) of the values over their largest distance from the mean; null when constant. */
export function scaledMoments(
  column: Column,
): { readonly n: number; readonly m2: number; readonly m3: number; readonly m4: number } | null {
  const values = present(column)
  if (isConstant(values)) return null
  const centre = mean(values)
  const distances = values.map((value) => value - centre)
  const largest = distances.reduce((most, distance) => Math.max(most, Math.abs(distance)), 0)
  const scaled = distances.map((distance) => distance / largest)
  const n = values.length
  return {
    n,
    m2: sum(scaled.map((d) => d * d)) / n,
    m3: sum(scaled.map((d) => d * d * d)) / n,
    m4: sum(scaled.map((d) => d * d * d * d)) / n,
  }
}
