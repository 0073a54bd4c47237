import { exp, ln } from '@plumbline/kernel'
import { normalDraw } from './normal.ts'
import type { Stream } from './stream.ts'

/**
 * Logarithm of a gamma draw of scale 1. In logarithms, because a draw of a small shape lies below the smallest number.
 *
 * @param shape - Above 0.
 * @see Marsaglia and Tsang (2000), A simple method for generating gamma variables, doi:10.1145/358407.358414
 */
function lnGammaDraw(stream: Stream, shape: number): number {
  if (shape < 1) {
    const boosted = lnGammaDraw(stream, shape + 1)
    return boosted + ln(1 - stream.uniform()) / shape
  }
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = normalDraw(stream)
    const root = 1 + c * x
    if (root <= 0) continue
    const v = root * root * root
    if (ln(1 - stream.uniform()) < 0.5 * x * x + d - d * v + d * ln(v)) return ln(d * v)
  }
}

/**
 * A gamma draw of scale 1: mean and variance are the shape.
 *
 * @param shape - Above 0.
 * @example gammaDraw(streamOf({ seed: 1, what: 'gamma', draw: 0 }), 2.5) > 0 // true
 */
export const gammaDraw = (stream: Stream, shape: number): number => exp(lnGammaDraw(stream, shape))

/**
 * A Dirichlet draw: shares that sum to 1, with mean shape / sum of the shapes.
 *
 * @param shapes - Not negative; a share whose shape is 0 is 0. With no shape above 0 every share is 0.
 * @example dirichletDraw(streamOf({ seed: 1, what: 'weights', draw: 0 }), [50, 30, 20]).length // 3
 */
export function dirichletDraw(stream: Stream, shapes: readonly number[]): readonly number[] {
  const logs = shapes.map((shape) => (shape > 0 ? lnGammaDraw(stream, shape) : -Infinity))
  const most = logs.reduce((left, right) => Math.max(left, right), -Infinity)
  if (most === -Infinity) return shapes.map(() => 0)
  const parts = logs.map((log) => exp(log - most))
  const total = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => part / total)
}
