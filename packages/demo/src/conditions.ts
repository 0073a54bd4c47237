/** The comparisons inside a gate, seen from the side of harm: when the comparison holds, the gate may act. */
import type { Comparison, Condition, GateSpec } from '@plumbline/kernel'

export interface Harm {
  readonly on: 'fact' | 'leaf'
  readonly id: string
  readonly op: Comparison
  readonly value: number
  readonly gate: GateSpec
}

const NEGATED: Readonly<Record<Comparison, Comparison>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
}

/**
 * Every comparison with a fact or a raw value in the gates. An entry gate acts when its condition does NOT hold, so its
 * comparisons come negated. Scores of nodes and formulas are left out: no single cell
 * decides them.
 */
export function harmsOf(gates: readonly GateSpec[]): Harm[] {
  return gates.flatMap((gate) => comparisonsOf(gate.when, gate, gate.kind === 'entry' ? 'broken' : 'held'))
}

type Acting = 'held' | 'broken'

function comparisonsOf(when: Condition, gate: GateSpec, acting: Acting): Harm[] {
  if ('all' in when) return when.all.flatMap((part) => comparisonsOf(part, gate, acting))
  if ('any' in when) return when.any.flatMap((part) => comparisonsOf(part, gate, acting))
  if ('not' in when) return comparisonsOf(when.not, gate, acting === 'held' ? 'broken' : 'held')
  if ('node' in when || 'formula' in when) return []
  const op = acting === 'held' ? when.op : NEGATED[when.op]
  return 'fact' in when
    ? [{ on: 'fact', id: when.fact, op, value: when.value, gate }]
    : [{ on: 'leaf', id: when.leaf, op, value: when.value, gate }]
}

/** Whether the comparison holds for a value. */
export function holds(value: number, op: Comparison, limit: number): boolean {
  switch (op) {
    case '<':
      return value < limit
    case '<=':
      return value <= limit
    case '>':
      return value > limit
    case '>=':
      return value >= limit
    case '==':
      return value === limit
    case '!=':
      return value !== limit
  }
}
