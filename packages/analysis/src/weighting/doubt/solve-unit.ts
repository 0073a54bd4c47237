import { solve } from 'ml-matrix'
import { addConstraint, dual, primal, type Dictionary } from './dictionary.ts'
import { coefficientsOf, violatedCuts, type Cut, type ShareBounds } from './share-bounds.ts'

/** The programs of all units: they share one polytope, w >= 0 and Y w <= 1. */
export interface Programs {
  /** One row of m values per unit, every indicator scaled to a largest value of 1. */
  readonly rows: readonly Float64Array[]
  readonly bounds?: ShareBounds | undefined
  /** Whose shares are bounded: those of the unit that is scored, or those of every unit under its weights. */
  readonly sharesOf: 'own' | 'all'
}

export interface Solution {
  /** On the scaled data. All 0 where no weights satisfy the bounds. */
  readonly weights: readonly number[]
  /** Dual values of the units' constraints, of those that are not 0. */
  readonly peers: readonly { readonly unit: number; readonly weight: number }[]
}

const NOT_A_PEER = 1e-12

/**
 * Weights that score one unit best. Without bounds w = 0 is a vertex to start from, so there is no first phase; the bounds
 * are then added where they are violated, and each brings the optimum down by the dual simplex.
 */
export function solveUnit(programs: Programs, unit: number): Solution {
  const { rows, bounds, sharesOf } = programs
  const y = rows[unit] ?? new Float64Array()
  const m = y.length
  const slack = m
  const dictionary = start(rows, y)
  primal(dictionary)

  const cuts: Cut[] = []
  if (bounds) {
    const bounded = sharesOf === 'own' ? [{ unit, y }] : rows.map((row, index) => ({ unit: index, y: row }))
    const known = new Set<string>()
    for (;;) {
      const found = violatedCuts(weightsOf(dictionary, m), bounded, bounds).filter((cut) => !known.has(keyOf(cut)))
      if (found.length === 0) break
      for (const cut of found) {
        known.add(keyOf(cut))
        addConstraint(dictionary, slack + rows.length + cuts.length, coefficientsOf(cut, rowOf(rows, cut.unit), bounds))
        cuts.push(cut)
      }
      if (!dual(dictionary)) break
    }
  }
  return polish(dictionary, unit, { rows, cuts, bounds })
}

const keyOf = ({ unit, indicator, side }: Cut): string => `${unit} ${indicator} ${side}`
const rowOf = (rows: readonly Float64Array[], unit: number): Float64Array => rows[unit] ?? new Float64Array()

/** Slack of each unit: 1 - y w. The objective, to be least, is the slack of the unit that is scored. */
function start(rows: readonly Float64Array[], y: Float64Array): Dictionary {
  const m = y.length
  return {
    objective: Float64Array.of(1, ...y),
    rows: rows.map((row) => Float64Array.of(1, ...row)),
    basic: rows.map((_, i) => m + i),
    nonbasic: Array.from(y, (_, k) => k),
  }
}

function weightsOf({ basic, rows }: Dictionary, m: number): Float64Array {
  const weights = new Float64Array(m)
  basic.forEach((variable, i) => {
    if (variable < m) weights[variable] = Math.max(0, rows[i]?.[0] ?? 0)
  })
  return weights
}

interface Constraints {
  readonly rows: readonly Float64Array[]
  readonly cuts: readonly Cut[]
  readonly bounds: ShareBounds | undefined
}

/** Weights and dual values once more, from the constraints that hold with equality: the pivots' rounding falls out. */
function polish({ nonbasic }: Dictionary, unit: number, { rows, cuts, bounds }: Constraints): Solution {
  const y = rowOf(rows, unit)
  const m = y.length
  const support = Array.from(y, (_, k) => k).filter((k) => !nonbasic.includes(k))
  const tight = nonbasic.filter((variable) => variable >= m)
  if (support.length === 0) return { weights: Array.from(y, () => 0), peers: [] }
  const equations = tight.map((variable) => {
    const cut = cuts[variable - m - rows.length]
    const full = cut && bounds ? coefficientsOf(cut, rowOf(rows, cut.unit), bounds) : rowOf(rows, variable - m)
    return support.map((k) => full[k] ?? 0)
  })
  const right = tight.map((variable) => [variable < m + rows.length ? 1 : 0])
  const values = solve(equations, right).to1DArray()
  const duals = solve(
    support.map((_, i) => equations.map((row) => row[i] ?? 0)),
    support.map((k) => [y[k] ?? 0]),
  ).to1DArray()
  const weights = Array.from(y, () => 0)
  support.forEach((k, i) => {
    weights[k] = Math.max(0, values[i] ?? 0)
  })
  const peers = tight.flatMap((variable, i) => {
    const weight = duals[i] ?? 0
    return variable < m + rows.length && weight > NOT_A_PEER ? [{ unit: variable - m, weight }] : []
  })
  return { weights, peers: peers.sort((a, b) => a.unit - b.unit) }
}
