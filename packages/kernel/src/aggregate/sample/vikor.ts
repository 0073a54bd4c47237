import { snap } from '../../numeric/grid.ts'
import {
  cell,
  isFlat,
  minMaxOf,
  rangeOf,
  splitScores,
  valuesOf,
  type Range,
  type Sample,
  type SampleScores,
} from './sample.ts'

/** The figures S, R and Q of every row. */
export interface VikorFigures extends SampleScores {
  /** Length m: weighted distance from the best (group utility), and the largest of its parts (regret). Less is better. */
  readonly s: Float64Array
  readonly r: Float64Array
  /** v (s - best) / (worst - best) + (1 - v) the same of r; 0 to 1, less is better. */
  readonly q: Float64Array
  readonly sRange: Range
  readonly rRange: Range
}

/**
 * VIKOR: a compromise between what is best for the whole and what leaves no column far behind. Here 100 (1 - Q). A column
 * in which all are equal tells nothing, and so do S or R that are equal for all: they count 0. A row is measured in the
 * columns that it has, its weights re-shared.
 *
 * Points of a value: the score in proportion to its weight times its place between the worst and the best.
 *
 * @param sample - At least two rows.
 * @param v - 0 to 1.
 * @example vikor(sample, 0.5).q[3] // 0
 * Source: Opricovic and Tzeng (2004), doi:10.1016/S0377-2217(03)00020-1
 */
export function vikor(sample: Sample, v: number): VikorFigures {
  const near = minMaxOf(sample).map((share, place) => (Number.isNaN(share) ? 0 : share * cell(sample.weights, place)))
  const s = new Float64Array(sample.rows)
  const r = new Float64Array(sample.rows)
  for (let row = 0; row < sample.rows; row++) {
    for (const [place] of valuesOf(sample, row)) {
      const regret = cell(sample.weights, place) - cell(near, place)
      s[row] = cell(s, row) + regret
      r[row] = Math.max(cell(r, row), regret)
    }
  }
  const [sRange, rRange] = [rangeOf(s), rangeOf(r)]
  const q = s.map((utility, row) => v * within(utility, sRange) + (1 - v) * within(cell(r, row), rRange))
  const score = q.map((distance) => 100 * (1 - distance))
  return { score, points: splitScores(sample, score, near), s, r, q, sRange, rRange }
}

const within = (value: number, { low, high }: Range): number => (isFlat(low, high) ? 0 : (value - low) / (high - low))

/** The rows that VIKOR proposes, and which of its two conditions the first of them meets. */
export interface Compromise {
  /** Ahead of the second by at least 1 / (m - 1) in Q. */
  readonly advantage: boolean
  /** Also the best in S or in R. */
  readonly stability: boolean
  /** Rows, by Q. */
  readonly rows: readonly number[]
}

/**
 * The compromise set: the first alone where it has advantage and stability; the first two where it has advantage only;
 * otherwise all whose Q is within 1 / (m - 1) of the first's. Compared on the 1e-9 grid.
 *
 * @example compromiseOf(vikor(sample, 0.5)).rows // [3]
 */
export function compromiseOf({ s, r, q }: Pick<VikorFigures, 's' | 'r' | 'q'>): Compromise {
  const order = Array.from(q.keys()).sort((a, b) => cell(q, a) - cell(q, b))
  const [first = 0, second = first] = order
  const enough = snap(1 / (q.length - 1))
  const behind = (row: number): number => snap(cell(q, row) - cell(q, first))
  const advantage = behind(second) >= enough
  const stability = [s, r].some((values) => snap(cell(values, first)) === snap(rangeOf(values).low))
  const rows = advantage ? (stability ? [first] : [first, second]) : order.filter((row) => behind(row) < enough)
  return { advantage, stability, rows }
}
