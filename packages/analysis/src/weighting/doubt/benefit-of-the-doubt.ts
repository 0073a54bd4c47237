import { fault, FaultError } from '@plumbline/kernel'
import type { Column } from '../../numeric/column.ts'
import { extent } from '../../numeric/extent.ts'
import { checkColumns } from '../common/check-columns.ts'
import { unitName, type Names } from '../common/names.ts'
import { dot } from './dot.ts'
import { checkBounds, type ShareBounds } from './share-bounds.ts'
import { solveUnit, type Solution } from './solve-unit.ts'

/** Bounds on the shares. */
export interface DoubtOptions {
  /** Least and greatest share of each indicator in the score, one per column; 0 and 1 when not given. */
  readonly lower?: readonly number[]
  readonly upper?: readonly number[]
  /**
   * `own`: the shares in the unit's own score are bounded. `all`: the unit's weights must give every unit shares within
   * the bounds; stricter, and comparable between units.
   */
  readonly sharesOf?: 'own' | 'all'
  readonly names?: Names
}

/** The score of one unit, with the weights that suit it best. */
export interface DoubtUnit {
  /** From 0 to 1; 1 for a unit that no other beats under its own weights. Unique. */
  readonly score: number
  /** Length m, in the columns' units of measure; not unique in general, above all for a unit with score 1. */
  readonly weights: readonly number[]
  /** Length m, w_r y_r over the score; sum 1, all 0 where the score is 0. */
  readonly shares: readonly number[]
  /** The units that keep the score below 1, with their dual weights; the unit itself where its score is 1. */
  readonly peers: readonly { readonly unit: number; readonly weight: number }[]
}

/** Scores this near 1 are 1: the rest is rounding. */
const ROUNDING = 1e-12

/**
 * Benefit of the doubt: each unit is scored with the weights that suit it best, CI_c = max_w Σ_r w_r y_rc subject to
 * Σ_r w_r y_rj <= 1 for every unit j, w >= 0; with bounds, L_r <= w_r y_rc / CI_c <= U_r.
 *
 * Scores do not depend on the units of measure, nor on the order of units or indicators. Without bounds most of a unit's
 * weight tends to go to its one best indicator: give bounds.
 *
 * @param columns - m columns of n units, more is better, none negative or missing.
 * @returns One entry per unit, in order. A unit with nothing but zeros scores 0.
 * @throws FaultError BOD_NO_ADMISSIBLE_WEIGHTS - no weights satisfy the bounds for a unit (a value of 0 under a lower
 *   bound, or bounds on all units that contradict each other); all such units at once.
 * @throws FaultError BOD_NOT_SOLVED - the data are too ill-conditioned for double arithmetic, one fault per unit.
 * @throws FaultError the faults of `checkColumns` (none negative, none missing, at least 1 unit) and `checkBounds`.
 * @see Melyn and Moesen (1991), Towards a synthetic indicator of macroeconomic performance; Cherchye, Moesen, Rogge and
 *   Van Puyenbroeck (2007), doi:10.1007/s11205-006-9029-7; Wong and Beasley (1990), doi:10.1057/jors.1990.120
 * @example benefitOfTheDoubt([[1, 0.5], [0.5, 0.5]]).map(({ score }) => score) // [1, 1]
 */
export function benefitOfTheDoubt(columns: readonly Column[], options: DoubtOptions = {}): DoubtUnit[] {
  const { names, sharesOf = 'own' } = options
  checkColumns(columns, { sign: 'nonNegative', missing: 'refused', atLeast: 1, names })
  const bounds = boundsOf(options, columns.length)
  if (bounds) checkBounds(bounds, columns.length, names)

  const tops = columns.map((column) => extent(column).max)
  const rows = Array.from(columns[0] ?? [], (_, unit) =>
    Float64Array.from(columns, (column, r) => (tops[r] ? (column[unit] ?? NaN) / tops[r] : 0)),
  )
  const best = tops.map((_, r) => rows.findIndex((row) => row[r] === 1))
  const scaled = columns.map((_, r) => Float64Array.from(rows, (row) => row[r] ?? 0))
  const programs = { rows, columns: scaled, tops: best, bounds, sharesOf }
  const solutions = rows.map((_, unit) => solveUnit(programs, unit))
  const unsolved = solutions.flatMap((solution, unit) =>
    solution ? [] : [fault('BOD_NOT_SOLVED', {}, { unit: unitName(unit, names) })],
  )
  if (unsolved.length > 0) throw new FaultError(unsolved)
  const none: Solution = { weights: tops.map(() => 0), peers: [] }
  const units = solutions.map((solution, unit) => unitOf(solution ?? none, rows[unit] ?? new Float64Array(), tops))
  checkAdmissible(units, { rows, sharesOf, names })
  return units
}

function boundsOf({ lower, upper }: DoubtOptions, m: number): ShareBounds | undefined {
  if (!lower && !upper) return undefined
  return { lower: lower ?? Array.from({ length: m }, () => 0), upper: upper ?? Array.from({ length: m }, () => 1) }
}

function unitOf({ weights, peers }: Solution, y: Float64Array, tops: readonly number[]): DoubtUnit {
  const found = dot(y, weights)
  const score = found > 1 - ROUNDING ? 1 : found
  return {
    score,
    weights: weights.map((weight, r) => (tops[r] ? weight / tops[r] : 0)),
    shares: weights.map((weight, r) => (score === 0 ? 0 : (weight * (y[r] ?? 0)) / found)),
    peers: score === 0 ? [] : peers,
  }
}

interface Context {
  readonly rows: readonly Float64Array[]
  readonly sharesOf: 'own' | 'all'
  readonly names: Names | undefined
}

function checkAdmissible(units: readonly DoubtUnit[], { rows, sharesOf, names }: Context): void {
  const nonzero = units.flatMap((unit, index) => (rows[index]?.some((value) => value > 0) ? [{ unit, index }] : []))
  const refused = nonzero.filter(({ unit }) => unit.score === 0)
  if (refused.length === 0) return
  // Bounds on all units that contradict each other are one fault of the bounds, not one of each unit.
  const places =
    sharesOf === 'all' && refused.length === nonzero.length
      ? [{}]
      : refused.map(({ index }) => ({ unit: unitName(index, names) }))
  throw new FaultError(places.map((place) => fault('BOD_NO_ADMISSIBLE_WEIGHTS', {}, place)))
}
