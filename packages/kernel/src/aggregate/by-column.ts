import { exp } from '../numeric/exp-ln.ts'
import { NodeState } from '../result.ts'
import { addPoints, sharePoints } from './arithmetic.ts'
import type { BranchRows, ReadColumn } from './branch.ts'
import { addLogarithms, logarithmsOf, shareMean } from './geometric.ts'
import type { ColumnAggregateSpec } from './method.ts'
import { at } from './row.ts'

/** The weights of one child: that of a row stands at `child` of the row's line. */
export interface ChildWeights {
  readonly weights: Float64Array
  readonly lines: Int32Array
  readonly child: number
}

/** Scores a branch child by child over whole columns. Every row adds its children up in their order. */
export function scoreByColumn(rows: BranchRows, { method }: ColumnAggregateSpec): void {
  const { own, children, shares, logarithms = logarithmsOf } = rows
  const lines = linesOf(rows)
  const weightsOf = (child: number): ChildWeights => ({ weights: rows.sharing.weights, lines, child })
  for (const [child, column] of children.entries()) {
    const share = shares?.[child]
    if (method === 'geometric') addLogarithms(own.score, logarithms(column), weightsOf(child))
    else addPoints(own.score, column, weightsOf(child))
    if (share && method === 'arithmetic') sharePoints(share, column, weightsOf(child))
  }
  if (method === 'geometric') {
    for (let row = 0; row < own.score.length; row++) own.score[row] = exp(at(own.score, row))
    for (const [child, share] of (shares ?? []).entries()) shareMean(own.score, share, weightsOf(child))
  }
  holdScores(own)
}

/** By row: where its line of weights starts; the empty line where the row is not scored. */
export function linesOf({ own: { state }, children, shared: { patterns } }: BranchRows): Int32Array {
  const width = children.length
  const lines = new Int32Array(state.length)
  for (let row = 0; row < lines.length; row++)
    lines[row] = (state[row] === NodeState.scored ? (patterns.of[row] ?? 0) : patterns.count) * width
  return lines
}

/** Holds scores to 0 to 100; 0 where the absence counts as 0, NaN where there is no score. */
function holdScores({ score, state }: ReadColumn): void {
  for (let row = 0; row < score.length; row++)
    score[row] = state[row] === NodeState.scored ? Math.min(100, Math.max(0, at(score, row))) : scoreless(state[row])
}

/** What stands for the score of a branch that has none. */
export const scoreless = (state: number | undefined): number => (state === NodeState.zeroed ? 0 : NaN)
