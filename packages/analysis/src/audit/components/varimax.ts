import { fault } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { signed } from '../../numeric/symmetric-eigen.ts'
import { refuse } from '../named-column.ts'

export interface Rotation {
  /** k factors of length m: the rotated loadings, by falling explained variance, their largest entry positive. */
  readonly loadings: readonly (readonly number[])[]
  /** Length k: sums of squared loadings, in units of one standardised indicator. */
  readonly explained: readonly number[]
  /** Length m: sum of an indicator's squared loadings; no rotation changes it. */
  readonly communalities: readonly number[]
  /** What was made as large as possible: the variance of the squared loadings over communalities, summed over factors. */
  readonly criterion: number
}

const MOST_SWEEPS = 1000
const STILL = 1e-14

/**
 * Varimax rotation with Kaiser's normalisation: turns factors, at right angles, until each indicator loads on few of them.
 * Pairs of factors are turned in the closed form in turn until none turns further.
 *
 * @param loadings - k factors of length m, as `principalComponents` gives them; finite.
 * @returns An indicator with no loading at all stays at 0.
 * @throws FaultError LOADINGS_NOT_USABLE - no factor, factors of different lengths, or a loading that is not finite.
 * @throws FaultError ROTATION_UNSETTLED - still turning after 1000 sweeps.
 * @see Kaiser (1958), The varimax criterion for analytic rotation in factor analysis, doi:10.1007/BF02289233; OECD/JRC
 *   (2008), step 6
 * @example varimax([[Math.SQRT1_2, Math.SQRT1_2], [Math.SQRT1_2, -Math.SQRT1_2]]).loadings // [[1, 0], [0, 1]]
 */
export function varimax(loadings: readonly (readonly number[])[]): Rotation {
  const m = loadings[0]?.length ?? 0
  if (m === 0 || loadings.some((factor) => factor.length !== m || !factor.every(Number.isFinite))) {
    refuse([fault('LOADINGS_NOT_USABLE', { factors: loadings.length, indicators: m })])
  }
  const communalities = Array.from({ length: m }, (_, item) => sum(loadings.map((factor) => square(factor[item] ?? NaN))))
  const roots = communalities.map(Math.sqrt)
  const scaled = loadings.map((factor) => factor.map((loading, item) => (roots[item] ? loading / (roots[item] ?? 1) : 0)))
  settle(scaled)
  const rotated = scaled
    .map((factor) => signed(factor.map((loading, item) => loading * (roots[item] ?? NaN))))
    .map((factor) => ({ factor, explained: sum(factor.map(square)) }))
    .sort((a, b) => b.explained - a.explained)
  return {
    loadings: rotated.map(({ factor }) => factor),
    explained: rotated.map(({ explained }) => explained),
    communalities,
    criterion: sum(scaled.map((factor) => spread(factor.map(square)))),
  }
}

const square = (x: number): number => x * x

const spread = (values: readonly number[]): number => {
  const centre = sum(values) / values.length
  return sum(values.map((value) => square(value - centre))) / values.length
}

/** Turns pairs of factors in place until a whole sweep turns none. */
function settle(factors: number[][]): void {
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let turned = 0
    factors.forEach((first, index) => {
      for (const second of factors.slice(index + 1)) turned = Math.max(turned, turn(first, second))
    })
    if (turned < STILL) return
  }
  refuse([fault('ROTATION_UNSETTLED', { sweeps: MOST_SWEEPS })])
}

/** Turns two factors by the angle that is best for the pair. Returns the size of the angle's sine. */
function turn(first: number[], second: number[]): number {
  const m = first.length
  const u = first.map((x, item) => square(x) - square(second[item] ?? NaN))
  const v = first.map((x, item) => 2 * x * (second[item] ?? NaN))
  const [sumU, sumV] = [sum(u), sum(v)]
  const numerator = 2 * sum(u.map((x, item) => x * (v[item] ?? NaN))) - (2 * sumU * sumV) / m
  const denominator = sum(u.map((x, item) => square(x) - square(v[item] ?? NaN))) - (square(sumU) - square(sumV)) / m
  const size = Math.sqrt(square(numerator) + square(denominator))
  if (size < STILL * m) return 0
  // tan 4a = numerator / denominator; the angle is halved twice, with roots alone
  const [cosine, turned] = half(half([denominator / size, Math.abs(numerator) / size]))
  const sine = numerator < 0 ? -turned : turned
  first.forEach((x, item) => {
    const y = second[item] ?? NaN
    first[item] = x * cosine + y * sine
    second[item] = y * cosine - x * sine
  })
  return turned
}

/** Cosine and sine of half an angle from 0 to pi, each without cancellation. */
function half([cosine, sine]: readonly [number, number]): readonly [number, number] {
  if (cosine >= 0) {
    const halved = Math.sqrt((1 + cosine) / 2)
    return [halved, sine / (2 * halved)]
  }
  const halved = Math.sqrt((1 - cosine) / 2)
  return [sine / (2 * halved), halved]
}
