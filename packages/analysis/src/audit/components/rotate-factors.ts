import { fault } from '@plumbline/kernel'
import { sum } from '../../numeric/sum.ts'
import { signed } from '../../numeric/symmetric-eigen.ts'
import { varimax } from '../../numeric/varimax.ts'
import { refuse } from '../named-column.ts'

/** Factors after rotation. */
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

/**
 * Varimax rotation with Kaiser's normalisation: turns factors, at right angles, until each indicator loads on few of them.
 *
 * @param loadings - k factors of length m, as `principalComponents` gives them; finite.
 * @returns An indicator with no loading at all stays at 0.
 * @throws FaultError LOADINGS_NOT_USABLE - no factor, factors of different lengths, or a loading that is not finite.
 * @see Kaiser (1958), The varimax criterion for analytic rotation in factor analysis, doi:10.1007/BF02289233; OECD/JRC
 *   (2008), step 6
 * @example rotateFactors([[0.8, 0.8], [0.8, -0.8]]).explained // [1.28, 1.28]
 */
export function rotateFactors(loadings: readonly (readonly number[])[]): Rotation {
  const m = loadings[0]?.length ?? 0
  if (m === 0 || loadings.some((factor) => factor.length !== m || !factor.every(Number.isFinite))) {
    refuse([fault('LOADINGS_NOT_USABLE', { factors: loadings.length, indicators: m })])
  }
  const rows = varimax(transpose(loadings))
  const communalities = rows.map((row) => sum(row.map(square)))
  const rotated = transpose(rows)
    .map((factor) => ({ factor: signed(factor), explained: sum(factor.map(square)) }))
    .sort((a, b) => b.explained - a.explained)
  return {
    loadings: rotated.map(({ factor }) => factor),
    explained: rotated.map(({ explained }) => explained),
    communalities,
    criterion: sum(rotated.map(({ factor }) => spread(factor, communalities))),
  }
}

const square = (x: number): number => x * x

const transpose = (matrix: readonly (readonly number[])[]): number[][] =>
  (matrix[0] ?? []).map((_, column) => matrix.map((row) => row[column] ?? NaN))

function spread(factor: readonly number[], communalities: readonly number[]): number {
  const shares = factor.map((loading, item) => (communalities[item] ? square(loading) / (communalities[item] ?? 1) : 0))
  const centre = sum(shares) / shares.length
  return sum(shares.map((share) => square(share - centre))) / shares.length
}
