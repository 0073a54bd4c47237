import type { Link } from './mean-sigma.ts'

/**
 * Equipercentile linking: equal are the scores that leave the same share of their group behind. Percentile ranks count
 * ties half and are joined by straight lines; scores beyond those observed are held at the ends.
 *
 * @param from - Scores on the scale to be carried over; at least one, none missing.
 * @param to - Scores on the scale aimed at.
 * @example equipercentile([10, 20, 30], [1, 4, 9])(25) // 6.5
 * Source: Kolen and Brennan (2014) Test Equating, Scaling, and Linking, section 2.5, with ranks at observed scores.
 */
export function equipercentile(from: Float64Array | readonly number[], to: Float64Array | readonly number[]): Link {
  const [ranks, targets] = [percentileRanks(from), percentileRanks(to)]
  return (score) => interpolate(targets.ranks, targets.scores, interpolate(ranks.scores, ranks.ranks, score))
}

interface Curve {
  /** Distinct scores, rising, and the share of the group below each, ties counted half. */
  readonly scores: readonly number[]
  readonly ranks: readonly number[]
}

function percentileRanks(values: Float64Array | readonly number[]): Curve {
  const sorted = Array.from(values).sort((a, b) => a - b)
  const count = new Map<number, number>()
  for (const value of sorted) count.set(value, (count.get(value) ?? 0) + 1)
  let below = 0
  const ranks = Array.from(count.values(), (ties) => {
    const rank = (below + ties / 2) / sorted.length
    below += ties
    return rank
  })
  return { scores: [...count.keys()], ranks }
}

/** Straight lines through points with x rising; held at the ends. */
function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const next = x.findIndex((value) => value >= at)
  if (next === -1) return y.at(-1) ?? NaN
  const [x1 = NaN, y1 = NaN] = [x[next], y[next]]
  if (next === 0 || x1 === at) return y1
  const [x0 = NaN, y0 = NaN] = [x[next - 1], y[next - 1]]
  return y0 + ((at - x0) / (x1 - x0)) * (y1 - y0)
}
