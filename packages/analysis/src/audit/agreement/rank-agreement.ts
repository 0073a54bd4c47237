import { fault } from '@plumbline/kernel'
import { exp } from '../../numeric/elementary.ts'
import { pairCounts } from '../../numeric/pair-counts.ts'
import { completePairs } from '../../numeric/pairs.ts'
import { spearman } from '../../numeric/spearman.ts'
import { sum } from '../../numeric/sum.ts'
import { directedColumns, refuse, type NamedColumn } from '../named-column.ts'
import { weightedTau } from './weighted-tau.ts'

/** Every measure of agreement between two rankings. */
export interface RankAgreement {
  /** Units ranked in both. */
  readonly n: number
  /** Pearson's correlation of average ranks. Null where all units of one ranking share a rank; so tau-b and gamma. */
  readonly spearman: number | null
  /** (C - D) over all pairs; with ties it does not reach 1. */
  readonly tauA: number
  /** (C - D) / sqrt((C + D + Tx)(C + D + Ty)). */
  readonly tauB: number | null
  /** 2 (C - D) / (n^2 (q - 1) / q), with q the smaller number of different ranks. Null where q is 1. */
  readonly tauC: number | null
  /** (C - D) / (C + D). Null where every pair is tied in one of the two. */
  readonly gamma: number | null
  readonly concordant: number
  readonly discordant: number
  readonly tiesX: number
  readonly tiesY: number
  readonly tiesBoth: number
  /** Spearman's with more weight to the top ranks (Pinto da Costa and Soares). */
  readonly weightedSpearman: number
  /** Vigna's: tau-b in which exchanges at the top cost most. Null where tau-b is. */
  readonly weightedTau: number | null
  /** Salabun and Urbaniak's WS: shifts at the top of the reference count most. From 0 to 1; not symmetric. */
  readonly wsFirst: number
  readonly wsSecond: number
  /** Shifts in rank: their mean size, the largest, the share of units that moved. */
  readonly meanShift: number
  readonly largestShift: number
  readonly shareMoved: number
  /** Spearman's footrule: sum of the sizes, and that over the largest possible, floor(n^2 / 2). */
  readonly footrule: number
  readonly footruleShare: number
}

/**
 * How far two rankings of the same units agree, by every usual measure.
 *
 * @param first - Ranks of n units, 1 the best, ties as the ranking gave them; NaN where a unit has none. Units without a
 *   rank in one of the two are left out of all measures, and `n` counts the rest.
 * @param second - Likewise.
 * @throws FaultError ROWS_TOO_FEW - fewer than two units with both ranks.
 * @throws FaultError RANK_BELOW_ONE - a rank is below 1, for each ranking.
 * @throws FaultError COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Kendall and Gibbons (1990); Goodman and Kruskal (1954), doi:10.1080/01621459.1954.10501231; Pinto da Costa and
 *   Soares (2005), doi:10.1111/j.1467-842X.2005.00413.x; Salabun and Urbaniak (2020), doi:10.1007/978-3-030-50417-5_47;
 *   Diaconis and Graham (1977), doi:10.1111/j.2517-6161.1977.tb01624.x
 * @example
 * const last = { id: 'last', values: Float64Array.of(1, 2, 3) }
 * const now = { id: 'now', values: Float64Array.of(1, 3, 2) }
 * rankAgreement(last, now).spearman // 0.5
 */
export function rankAgreement(first: NamedColumn, second: NamedColumn): RankAgreement {
  directedColumns([first, second], 2)
  const below = [first, second].filter(({ values }) => values.some((rank) => rank < 1))
  refuse(below.map(({ id }) => fault('RANK_BELOW_ONE', {}, { id })))
  const { x, y } = completePairs(first.values, second.values)
  const n = x.length
  if (n < 2) refuse([fault('ROWS_TOO_FEW', { given: n, least: 2 })])
  const r = spearman(x, y)
  return {
    n,
    spearman: Number.isNaN(r) ? null : r,
    ...associations(x, y),
    weightedSpearman: weightedSpearman(x, y),
    weightedTau: weightedTau(x, y),
    wsFirst: ws(x, y),
    wsSecond: ws(y, x),
    ...shifts(x, y),
  }
}

type Ranks = readonly number[]

function associations(
  x: Ranks,
  y: Ranks,
): Pick<
  RankAgreement,
  'tauA' | 'tauB' | 'tauC' | 'gamma' | 'concordant' | 'discordant' | 'tiesX' | 'tiesY' | 'tiesBoth'
> {
  const { rows, ...counts } = pairCounts(x, y)
  const { concordant, discordant, tiesX, tiesY } = counts
  const balance = concordant - discordant
  const untied = concordant + discordant
  const smaller = Math.min(new Set(x).size, new Set(y).size)
  return {
    ...counts,
    tauA: balance / ((rows * (rows - 1)) / 2),
    tauB: smaller > 1 ? balance / Math.sqrt((untied + tiesX) * (untied + tiesY)) : null,
    tauC: smaller > 1 ? (2 * balance) / ((rows * rows * (smaller - 1)) / smaller) : null,
    gamma: untied > 0 ? balance / untied : null,
  }
}

function shifts(
  x: Ranks,
  y: Ranks,
): Pick<RankAgreement, 'meanShift' | 'largestShift' | 'shareMoved' | 'footrule' | 'footruleShare'> {
  const sizes = x.map((rank, row) => Math.abs(rank - (y[row] ?? NaN)))
  const footrule = sum(sizes)
  return {
    meanShift: footrule / sizes.length,
    largestShift: sizes.reduce((largest, size) => Math.max(largest, size), 0),
    shareMoved: sizes.filter((size) => size > 0).length / sizes.length,
    footrule,
    footruleShare: footrule / Math.floor((sizes.length * sizes.length) / 2),
  }
}

function weightedSpearman(x: Ranks, y: Ranks): number {
  const n = x.length
  const terms = x.map((a, row) => {
    const b = y[row] ?? NaN
    return (a - b) * (a - b) * (n - a + 1 + (n - b + 1))
  })
  return 1 - (6 * sum(terms)) / (n * n * n * n + n * n * n - n * n - n)
}

/** 1 - sum of 2^-rank |shift| / largest possible shift from that rank, over the ranks of the reference. */
function ws(reference: Ranks, other: Ranks): number {
  const n = reference.length
  const terms = reference.map((rank, row) => {
    const most = Math.max(Math.abs(1 - rank), Math.abs(n - rank))
    return (exp(-rank * Math.LN2) * Math.abs(rank - (other[row] ?? NaN))) / most
  })
  return 1 - sum(terms)
}
