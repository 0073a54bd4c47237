import { inverse, solve } from 'ml-matrix'
import { addConstraint, dual, primal, rowOf, type Constraint, type Dictionary } from './dictionary.ts'
import { dot, scoresOf } from './dot.ts'
import { withoutLowerBounds, type Turned } from './lower-bounds.ts'
import { coefficientsOf, violatedCuts, type ShareBounds } from './share-bounds.ts'

/** The programs of all units: they share one polytope, w >= 0 and Y w <= 1. */
export interface Programs {
  /** One row of m values per unit, every indicator scaled to a largest value of 1. */
  readonly rows: readonly Float64Array[]
  /** The same by indicator: m columns of n values. */
  readonly columns: readonly Float64Array[]
  /** A unit with the largest value of each indicator; -1 where all are 0. */
  readonly tops: readonly number[]
  readonly bounds?: ShareBounds | undefined
  /** Whose shares are bounded: those of the unit that is scored, or those of every unit under its weights. */
  readonly sharesOf: 'own' | 'all'
  /** Where the program is solved in other variables than the weights. */
  readonly turned?: Turned
}

export interface Solution {
  /** On the scaled data. All 0 where no weights satisfy the bounds. */
  readonly weights: readonly number[]
  /** Dual values of the units' constraints, of those that are not 0. */
  readonly peers: readonly { readonly unit: number; readonly weight: number }[]
}

/** A constraint of the working set, and what it is. */
interface Working extends Constraint {
  /** A unit, or the words for a bound. */
  readonly key: number | string
  /** The unit whose score it holds to 1; undefined for a bound on a share. */
  readonly unit?: number
}

const NOT_A_PEER = 1e-12
/** A score below this share of the unit's largest value is 0. */
const NONE = 1e-11
/** A constraint violated by less holds. */
const MET = 1e-12
/** Constraints are met to this, or the program was not solved. */
const SOLVED = 1e-9
/** What an optimum found another way may miss of its certificate. */
const CERTIFIED = 1e-12
/** Violated units taken into the working set at once, worst first. */
const AT_ONCE = 10
/** Rounds after which the program counts as not solvable in doubles; usual are a few. */
const ROUNDS = 2000
/** A unit with less of an indicator, of a largest value of 1, does not bound its weight well enough by itself. */
const LITTLE = 0.01
/** Rounds between dictionaries computed afresh; where that is too few, every round. */
const FRESH = 8

/**
 * Weights that score one unit best, by constraint generation. The unit itself, and the top unit of each indicator in which it
 * has next to nothing, bound the weights; w = 0 is a vertex to start from, so there is no first phase. What the optimum then
 * violates, units and bounds on shares, is added, and the dual simplex brings the optimum down.
 *
 * @returns Undefined where rounding kept the program from being solved.
 */
export function solveUnit(programs: Programs, unit: number): Solution | undefined {
  const other = withoutLowerBounds(programs, unit)
  const found = other && solveProgram(other, unit)
  if (found && other?.turned) {
    const weights = [...other.turned.back(found.weights)]
    if (isOptimum(programs, unit, { ...found, weights })) return { ...found, weights }
  }
  const plain = solveProgram(programs, unit)
  return plain && scoresOf(programs.columns, plain.weights).every((score) => score <= 1 + SOLVED) ? plain : undefined
}

/** No unit above 1, and dual weights that sum to the score: a certificate, whatever way the weights were found. */
function isOptimum({ columns }: Programs, unit: number, { weights, peers }: Solution): boolean {
  const scores = scoresOf(columns, weights)
  const score = scores[unit] ?? 0
  const certified = peers.reduce((total, { weight }) => total + weight, 0)
  return score > 0 && Math.abs(certified - score) <= CERTIFIED * score && scores.every((one) => one <= 1 + CERTIFIED)
}

function solveProgram(programs: Programs, unit: number): Solution | undefined {
  const y = coefficientsOfUnit(programs, unit)
  const largest = y.reduce((most, value) => Math.max(most, value), 0)
  if (largest === 0) return { weights: Array.from(y, () => 0), peers: [] }
  // the same optimum, in the size of the unit, so that a small unit is no rounding
  const aim = y.map((value) => value / largest)
  return generate(programs, { unit, aim }, FRESH) ?? generate(programs, { unit, aim }, 1)
}

/** @param fresh - After how many rounds the dictionary is computed afresh from the data, without the pivots' rounding. */
function generate(
  programs: Programs,
  { unit, aim }: { unit: number; aim: Float64Array },
  fresh: number,
): Solution | undefined {
  const m = aim.length
  const constraints = startingSet(programs, unit)
  const known = new Set(constraints.map(({ key }) => key))
  let dictionary = start(constraints, aim)
  primal(dictionary)
  for (let round = 1; round <= ROUNDS; round += 1) {
    const weights = weightsOf(dictionary, m)
    // Every round lowers the score: at 0 no weights are left, and what is violated there is rounding.
    if (dot(aim, weights) < NONE) return { weights: Array.from(aim, () => 0), peers: [] }
    const found = violated(programs, unit, { weights, known })
    if (found.length === 0) return polish(dictionary, constraints, coefficientsOfUnit(programs, unit))
    const before = constraints.length
    constraints.push(...found)
    for (const { key } of found) known.add(key)
    if (round % fresh === 0) dictionary = afresh(dictionary, constraints, aim)
    else for (const [i, each] of found.entries()) addConstraint(dictionary, m + before + i, each)
    if (!dual(dictionary)) return undefined
  }
  return undefined
}

function coefficientsOfUnit({ rows, turned }: Programs, unit: number): Float64Array {
  return turned ? turned.coefficients(unit) : (rows[unit] ?? new Float64Array())
}

const holdsUnit = (programs: Programs, unit: number): Working => ({
  key: unit,
  unit,
  coefficients: coefficientsOfUnit(programs, unit),
  limit: 1,
})

function startingSet(programs: Programs, unit: number): Working[] {
  const y = programs.rows[unit] ?? new Float64Array()
  const tops = programs.tops.filter((top, r) => top >= 0 && (y[r] ?? 0) < LITTLE)
  return [...new Set([unit, ...tops])].map((each) => holdsUnit(programs, each))
}

/** The objective, to be least, is 1 - aim · w. */
function start(constraints: readonly Working[], aim: Float64Array): Dictionary {
  return {
    objective: Float64Array.of(1, ...aim),
    rows: constraints.map(({ coefficients, limit }) => Float64Array.of(limit, ...coefficients)),
    basic: constraints.map((_, i) => aim.length + i),
    nonbasic: Array.from(aim, (_, k) => k),
  }
}

function weightsOf({ basic, rows }: Dictionary, m: number): Float64Array {
  const weights = new Float64Array(m)
  basic.forEach((variable, i) => {
    if (variable < m) weights[variable] = Math.max(0, rows[i]?.[0] ?? 0)
  })
  return weights
}

interface Point {
  readonly weights: Float64Array
  /** Keys of the working set. */
  readonly known: ReadonlySet<Working['key']>
}

function violated(programs: Programs, unit: number, { weights, known }: Point): Working[] {
  const { rows, columns, bounds, sharesOf, turned } = programs
  const scores = turned ? turned.scores(weights) : scoresOf(columns, weights)
  const over: number[] = []
  for (let index = 0; index < scores.length; index += 1)
    if ((scores[index] ?? 0) > 1 + MET && !known.has(index)) over.push(index)
  const units = over
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .slice(0, AT_ONCE)
    .map((index) => holdsUnit(programs, index))
  if (!bounds) return units
  const bounded = (sharesOf === 'own' ? [unit] : rows.map((_, index) => index)).map((index) => ({
    unit: index,
    y: rows[index] ?? new Float64Array(),
  }))
  const cuts = violatedCuts(weights, bounded, bounds).map((cut) => ({
    key: `${cut.side} ${cut.unit} ${cut.indicator}`,
    coefficients: coefficientsOf(cut, rows[cut.unit] ?? new Float64Array(), bounds),
    limit: 0,
  }))
  return [...units, ...cuts.filter(({ key }) => !known.has(key))]
}

/** Which weights are above 0 at the vertex, and which constraints hold there with equality. */
function vertex({ nonbasic }: Dictionary, constraints: readonly Working[], m: number) {
  const isOut = new Set(nonbasic)
  const tight = nonbasic.filter((variable) => variable >= m)
  return {
    tight,
    support: Array.from({ length: m }, (_, k) => k).filter((k) => !isOut.has(k)),
    equations: tight.map((variable) => constraints[variable - m]),
  }
}

/** The dictionary of the same vertex, computed from the data, with all constraints that are known by now. */
function afresh(dictionary: Dictionary, constraints: readonly Working[], aim: Float64Array): Dictionary {
  const m = aim.length
  const { tight, support, equations } = vertex(dictionary, constraints, m)
  const part = equations.map((each) => support.map((k) => each?.coefficients[k] ?? 0))
  const solved = support.length > 0 ? inverse(part).to2DArray() : []
  const rows = solved.map((line) => {
    const apply = (column: (t: number) => number): number => line.reduce((sum, value, t) => sum + value * column(t), 0)
    return Float64Array.of(
      apply((t) => equations[t]?.limit ?? 0),
      ...dictionary.nonbasic.map((variable) =>
        variable < m ? apply((t) => equations[t]?.coefficients[variable] ?? 0) : (line[tight.indexOf(variable)] ?? 0),
      ),
    )
  })
  const next: Dictionary = {
    objective: new Float64Array(),
    rows,
    basic: [...support],
    nonbasic: [...dictionary.nonbasic],
  }
  const objective = rowOf(next, { coefficients: aim, limit: 1 })
  const isTight = new Set(tight)
  constraints.forEach((constraint, i) => {
    if (!isTight.has(m + i)) addConstraint(next, m + i, constraint)
  })
  return { ...next, objective }
}

/** Weights and dual values from the constraints that hold with equality: the pivots' rounding falls out. */
function polish(dictionary: Dictionary, constraints: readonly Working[], y: Float64Array): Solution {
  const { support, equations } = vertex(dictionary, constraints, y.length)
  const weights = Array.from(y, () => 0)
  if (support.length === 0) return { weights, peers: [] }
  const part = equations.map((each) => support.map((k) => each?.coefficients[k] ?? 0))
  const values = solve(
    part,
    equations.map((each) => [each?.limit ?? 0]),
  ).to1DArray()
  support.forEach((k, i) => {
    weights[k] = Math.max(0, values[i] ?? 0)
  })
  const turned = support.map((_, i) => part.map((row) => row[i] ?? 0))
  const duals = solve(
    turned,
    support.map((k) => [y[k] ?? 0]),
  ).to1DArray()
  const peers = equations.flatMap((each, i) => {
    const weight = duals[i] ?? 0
    return each?.unit !== undefined && weight > NOT_A_PEER ? [{ unit: each.unit, weight }] : []
  })
  return { weights, peers: peers.sort((a, b) => a.unit - b.unit) }
}
