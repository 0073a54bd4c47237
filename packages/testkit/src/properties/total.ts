import { fault, FaultError, NodeState, type Fault, type Result } from '@plumbline/kernel'
import { shortly } from '../sample/describe.ts'
import { datasetOf, type SampleRow } from '../sample/row.ts'
import { EPSILON } from './gain.ts'
import { shrunk, someRows, type Property, type Trial } from './property.ts'

/** Every row that the value rules allow is scored: nothing throws. */
export const total: Property = {
  id: 'totality',
  check: (trial) => {
    if (refusal(trial, someRows(trial)) === null) return []
    const row = shrunk(trial, (one) => refusal(trial, [one]) === null)
    return row
      ? [fault('PROPERTY_NOT_TOTAL', { reason: refusal(trial, [row]), example: shortly(trial.space, row) })]
      : []
  },
}

function refusal(trial: Trial, rows: readonly SampleRow[]): string | null {
  try {
    trial.score(trial.plan, datasetOf(rows))
    return null
  } catch (error) {
    return error instanceof FaultError ? error.faults.map(({ code }) => code).join(', ') : String(error)
  }
}

/** Every node that has a score has one from 0 to 100. */
export const bounded: Property = {
  id: 'bounds',
  check: (trial) =>
    first(trial, outOfBounds, ({ id, score: got }, example) =>
      fault('PROPERTY_OUT_OF_BOUNDS', { score: got, example }, { id }),
    ),
}

interface OutOfBounds {
  readonly id: string
  readonly row: number
  readonly score: number
}

/** The first node and row whose score leaves the scale. */
export function outOfBounds({ plan, nodes }: Result): OutOfBounds | null {
  for (const [index, { score: scores, state }] of nodes.entries()) {
    for (const [row, value] of scores.entries()) {
      const scored = state[row] === NodeState.scored || state[row] === NodeState.zeroed
      if (scored !== !Number.isNaN(value) || value < 0 || value > 100)
        return { id: plan.nodes[index]?.spec.id ?? '', row, score: value }
    }
  }
  return null
}

/** The indicators' contributions, with the branches' own points, add up to the score. */
export const adding: Property = {
  id: 'contributions',
  check: (trial) =>
    first(trial, unbalanced, ({ sum, score: got }, example) =>
      fault('PROPERTY_CONTRIBUTIONS', { sum, score: got, example }),
    ),
}

interface Unbalanced {
  readonly row: number
  readonly sum: number
  readonly score: number
}

/** The first row whose contributions do not add up to its score. */
export function unbalanced({ plan, nodes, score: scores }: Result): Unbalanced | null {
  for (const [row, value] of scores.entries()) {
    if (Number.isNaN(value)) continue
    let sum = 0
    for (const [index, column] of nodes.entries()) {
      sum +=
        plan.nodes[index]?.spec.kind === 'indicator'
          ? (column.contribution[row] ?? 0)
          : (column.ownContribution[row] ?? 0)
    }
    if (Math.abs(sum - value) > EPSILON) return { row, sum, score: value }
  }
  return null
}

/** The weights that count in a branch are re-shared to the whole: they sum to 1 wherever a mean is taken. */
export const sharing: Property = {
  id: 'weights',
  check: (trial) =>
    first(trial, unshared, ({ id, sum }, example) => fault('PROPERTY_WEIGHTS', { sum, example }, { id })),
}

const MEANS = new Set(['arithmetic', 'geometric', 'harmonic', 'power'])

function unshared({ plan, nodes }: Result): { readonly id: string; readonly sum: number } | null {
  for (const [index, { spec, children }] of plan.nodes.entries()) {
    if (spec.kind !== 'branch' || !MEANS.has(spec.aggregate.method)) continue
    for (const [row, state] of nodes[index]?.state.entries() ?? []) {
      if (state !== NodeState.scored) continue
      const sum = children.reduce((all, child) => all + (nodes[child]?.effectiveWeight[row] ?? 0), 0)
      if (Math.abs(sum - 1) > EPSILON) return { id: spec.id, sum }
    }
  }
  return null
}

/** Tries rows in bulk and shrinks the first that breaks a law. */
function first<T>(
  trial: Trial,
  broken: (result: Result) => T | null,
  word: (found: T, example: string) => Fault,
): readonly Fault[] {
  const one = (row: SampleRow): T | null => broken(trial.score(trial.plan, datasetOf([row])))
  if (broken(trial.score(trial.plan, datasetOf(someRows(trial)))) === null) return []
  const row = shrunk(trial, (each) => one(each) === null)
  const found = row && one(row)
  return found ? [word(found, shortly(trial.space, row))] : []
}
