const ROUNDS = 8

export interface Minimum {
  readonly point: readonly number[]
  readonly value: number
}

interface Coefficients {
  readonly expand: number
  readonly contract: number
  readonly shrink: number
}

/**
 * Minimum of a function of a few variables without derivatives: Nelder and Mead's simplex with coefficients that adapt to
 * the dimension. Begun again from the best point, with a fresh simplex, until that no longer helps. No randomness.
 *
 * @param f - A value that is not finite counts as worse than any.
 * @param start - Length d, finite.
 * @param enough - A value at which the search may end.
 * @returns A local minimum, to about 1e-12 in the point.
 * @see Nelder and Mead (1965), doi:10.1093/comjnl/7.4.308; Gao and Han (2012), doi:10.1007/s10589-010-9329-3
 * @example minimise(([x = 0]) => (x - 3) ** 2, [0]).value // 0
 */
export function minimise(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  enough = -Infinity,
): Minimum {
  let best: Minimum = { point: start, value: guarded(f(start)) }
  for (let round = 0; round < ROUNDS && best.value > enough; round += 1) {
    const next = descend(f, best, enough)
    const gain = best.value - next.value
    best = next
    if (!(gain > 1e-12 * Math.abs(best.value))) break
  }
  return best
}

const guarded = (value: number): number => (Number.isFinite(value) ? value : Infinity)

function descend(f: (point: readonly number[]) => number, from: Minimum, enough: number): Minimum {
  const d = from.point.length
  const measured = (point: readonly number[]): Minimum => ({ point, value: guarded(f(point)) })
  const coefficients: Coefficients = {
    expand: 1 + 2 / Math.max(2, d),
    contract: 0.75 - 1 / (2 * Math.max(2, d)),
    shrink: 1 - 1 / Math.max(2, d),
  }
  let simplex = [from, ...from.point.map((value, k) => measured(from.point.with(k, value + (value || 1) * 0.1)))]
  for (let step = 0; step < 200 * d; step += 1) {
    simplex = simplex.toSorted((a, b) => a.value - b.value)
    const [best = from] = simplex
    if (best.value <= enough || collapsed(simplex)) return best
    const better = replacement(simplex, measured, coefficients)
    simplex = better
      ? [...simplex.slice(0, -1), better]
      : simplex.map((each, i) => (i === 0 ? each : measured(along(best.point, each.point, coefficients.shrink))))
  }
  return simplex.reduce((a, b) => (b.value < a.value ? b : a))
}

/** from + factor (to - from). */
const along = (from: readonly number[], to: readonly number[], factor: number): number[] =>
  from.map((value, k) => value + factor * ((to[k] ?? NaN) - value))

const collapsed = (simplex: readonly Minimum[]): boolean =>
  simplex.every(({ point }) =>
    point.every((value, k) => Math.abs(value - (simplex[0]?.point[k] ?? NaN)) <= 1e-12 * Math.max(1, Math.abs(value))),
  )

/** What takes the place of the worst corner; undefined where the simplex has to shrink. */
function replacement(
  simplex: readonly Minimum[],
  measured: (point: readonly number[]) => Minimum,
  { expand, contract }: Coefficients,
): Minimum | undefined {
  const others = simplex.slice(0, -1)
  const [best, worst, second] = [simplex[0], simplex.at(-1), others.at(-1)]
  if (!best || !worst || !second) return undefined
  const centre = best.point.map((_, k) => others.reduce((a, { point }) => a + (point[k] ?? NaN), 0) / others.length)
  const reflected = measured(along(centre, worst.point, -1))
  if (reflected.value < best.value) {
    const expanded = measured(along(centre, worst.point, -expand))
    return expanded.value < reflected.value ? expanded : reflected
  }
  if (reflected.value < second.value) return reflected
  const outside = reflected.value < worst.value
  const contracted = measured(along(centre, worst.point, outside ? -contract : contract))
  return contracted.value < Math.min(reflected.value, worst.value) ? contracted : undefined
}
