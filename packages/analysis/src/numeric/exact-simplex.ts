import { compareRatios, type Ratio } from './exact-ratio.ts'

/**
 * A simplex dictionary in whole numbers: basic_i = (b_i - Σ_j a_ij nonbasic_j) / scale, all variables >= 0. Whole-number
 * pivots (every entry a determinant of the input) keep it exact without fractions, so an optimum is the optimum, a tie is
 * a tie, and Bland's rule ends. For small programs: the entries grow by digits with every pivot.
 *
 * @see Bland (1977), doi:10.1287/moor.2.2.103; Edmonds (1967), doi:10.6028/jres.071B.033
 */
export interface ExactDictionary {
  /** b_i first, then a_ij for each nonbasic variable. */
  readonly rows: readonly (readonly bigint[])[]
  readonly scale: bigint
  /** Variable of each row, and of each column after the first. */
  readonly basic: readonly number[]
  readonly nonbasic: readonly number[]
}

/** The row's basic variable leaves, the column's nonbasic variable enters. */
export function pivot(dictionary: ExactDictionary, row: number, column: number): ExactDictionary {
  const { rows, scale } = dictionary
  const pivotRow = rows[row] ?? []
  const entry = pivotRow[column] ?? 0n
  const sign = entry < 0n ? -1n : 1n
  const next = rows.map((old, i) => {
    if (i === row) return old.map((value, j) => sign * (j === column ? scale : value))
    const factor = old[column] ?? 0n
    return old.map((value, j) =>
      j === column ? -sign * factor : (sign * (value * entry - factor * (pivotRow[j] ?? 0n))) / scale,
    )
  })
  return {
    rows: next,
    scale: sign * entry,
    basic: dictionary.basic.with(row, dictionary.nonbasic[column - 1] ?? -1),
    nonbasic: dictionary.nonbasic.with(column - 1, dictionary.basic[row] ?? -1),
  }
}

/**
 * Least or greatest value of one variable, from a feasible dictionary, by Bland's rule.
 *
 * @param variable - Bounded in the direction asked for.
 * @param frozen - Nonbasic variables that stay 0.
 * @returns The dictionary at the optimum.
 */
export function optimise(
  dictionary: ExactDictionary,
  variable: number,
  goal: { readonly towards: 'least' | 'greatest'; readonly frozen?: ReadonlySet<number> },
): ExactDictionary {
  const downwards = goal.towards === 'least'
  let current = dictionary
  for (;;) {
    const own = current.rows[current.basic.indexOf(variable)]
    // A nonbasic variable is 0, its least; towards its greatest it has to enter first.
    if (!own && (downwards || goal.frozen?.has(variable))) return current
    const free = current.nonbasic.flatMap((entering, j) => {
      const slope = own ? (own[j + 1] ?? 0n) : entering === variable ? -1n : 0n
      return (downwards ? slope > 0n : slope < 0n) && !goal.frozen?.has(entering) ? [entering] : []
    })
    if (free.length === 0) return current
    const column = current.nonbasic.indexOf(Math.min(...free)) + 1
    current = pivot(current, leavingRow(current, column), column)
  }
}

/** The row that reaches 0 first as the column's variable grows; the smallest variable among ties. */
function leavingRow({ rows, basic }: ExactDictionary, column: number): number {
  let leaving = -1
  let least: Ratio = { numerator: 1n, denominator: 0n }
  rows.forEach((row, i) => {
    const entry = row[column] ?? 0n
    if (entry <= 0n) return
    const ratio = { numerator: row[0] ?? 0n, denominator: entry }
    const order = leaving === -1 ? -1 : compareRatios(ratio, least)
    if (order < 0 || (order === 0 && (basic[i] ?? 0) < (basic[leaving] ?? 0))) {
      leaving = i
      least = ratio
    }
  })
  return leaving
}

/** Value of a variable at the dictionary's vertex. */
export function valueOf({ rows, scale, basic }: ExactDictionary, variable: number): Ratio {
  return { numerator: rows[basic.indexOf(variable)]?.[0] ?? 0n, denominator: scale }
}
