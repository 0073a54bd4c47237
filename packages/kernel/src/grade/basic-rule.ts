import { isBranch, type Plan } from '../compile.ts'
import { snap } from '../numeric/grid.ts'
import type { SeenColumn } from '../gate/readings.ts'
import { NodeState } from '../result.ts'
import { gradeIndex } from './grade-scale.ts'

/** What the basic rule allows in one row. */
export interface BasicLimit {
  /** Highest grade whose line, and every lower line, all basic indicators reach: an index into the grades. */
  readonly grade: number
  /** Node index of the basic indicator with the lowest score, the first in tree order among equals. */
  readonly indicator: number
  readonly score: number
  /** The lowest line it misses. */
  readonly required: number
}

/** The rule of a plan, ready to be asked row by row. */
export interface BasicRule {
  /** Node indices of the basic indicators, in tree order. */
  readonly indicators: readonly number[]
  /** Ascending by grade. */
  readonly lines: readonly { readonly grade: number; readonly min: number }[]
}

export function basicRuleOf({ framework, nodes }: Plan): BasicRule {
  const lines = framework.basicRule.map(({ grade, min }) => ({
    grade: gradeIndex(framework.grades, grade),
    min: snap(min),
  }))
  return {
    indicators: [...nodes.entries()].flatMap(([index, node]) => (!isBranch(node) && node.spec.basic ? [index] : [])),
    lines: lines.sort((a, b) => a.grade - b.grade),
  }
}

/**
 * Asks the basic rule for one row. A basic indicator that is missing counts as 0; one that is not applicable or was screened
 * out asks nothing.
 *
 * @param columns - In plan order, scores snapped.
 * @returns null where every line is reached.
 */
export function basicLimit(
  { indicators, lines }: BasicRule,
  columns: readonly (SeenColumn | undefined)[],
  row: number,
): BasicLimit | null {
  let lowest = Infinity
  let indicator = -1
  for (const index of indicators) {
    const column = columns[index]
    const state = column?.state[row]
    if (!column || state === NodeState.notApplicable || state === NodeState.screened) continue
    const score = state === NodeState.scored ? (column.score[row] ?? 0) : 0
    if (score < lowest) [lowest, indicator] = [score, index]
  }
  const missed = lines.find(({ min }) => lowest < min)
  return missed ? { grade: missed.grade - 1, indicator, score: lowest, required: missed.min } : null
}
