import { fault, type Fault } from '../errors.ts'
import type { Condition, Framework, GateSpec } from '../framework.ts'
import type { ComparisonCondition } from '../gate/condition.ts'
import { walk } from './walk.ts'

interface KnownIds {
  readonly facts: ReadonlySet<string>
  readonly leaves: ReadonlySet<string>
  readonly nodes: ReadonlySet<string>
  readonly grades: ReadonlySet<string>
}

/** Faults of gates: ids that nothing has, values that cannot be compared, a cap without a grade. */
export function gateFaults({ root, facts, gates, grades }: Framework): readonly Fault[] {
  const nodes = walk(root).map(({ node }) => node)
  const known: KnownIds = {
    facts: new Set(facts.map(({ id }) => id)),
    leaves: new Set(nodes.filter(({ kind }) => kind === 'indicator').map(({ id }) => id)),
    nodes: new Set(nodes.map(({ id }) => id)),
    grades: new Set(grades.map(({ id }) => id)),
  }
  return gates.flatMap((gate) => [
    ...conditionFaults(gate.when, known).map((found) => ({
      ...found,
      at: { id: gate.id, path: `gates/${gate.id}/when` },
    })),
    ...effectFaults(gate, known),
  ])
}

function conditionFaults(condition: Condition, known: KnownIds): readonly Fault[] {
  if ('formula' in condition) return []
  if ('not' in condition) return conditionFaults(condition.not, known)
  if (!('all' in condition) && !('any' in condition)) return comparisonFaults(condition, known)
  const parts = 'all' in condition ? condition.all : condition.any
  if (parts.length === 0) return [fault('CONDITION_EMPTY')]
  return parts.flatMap((part) => conditionFaults(part, known))
}

function comparisonFaults(comparison: ComparisonCondition, known: KnownIds): readonly Fault[] {
  const value = comparison.value
  return [
    ...unknownFaults(comparison, known),
    ...(Number.isFinite(value) ? [] : [fault('CONDITION_VALUE', { value: String(value) })]),
  ]
}

function unknownFaults(comparison: ComparisonCondition, { facts, leaves, nodes }: KnownIds): readonly Fault[] {
  if ('fact' in comparison) {
    return facts.has(comparison.fact) ? [] : [fault('GATE_UNKNOWN_FACT', { fact: comparison.fact })]
  }
  if ('leaf' in comparison) {
    return leaves.has(comparison.leaf) ? [] : [fault('GATE_UNKNOWN_LEAF', { leaf: comparison.leaf })]
  }
  return nodes.has(comparison.node) ? [] : [fault('GATE_UNKNOWN_NODE', { node: comparison.node })]
}

function effectFaults(
  { id, kind, maxGrade, lookbackMonths, groups }: GateSpec,
  { grades }: KnownIds,
): readonly Fault[] {
  const found = (code: string, params: Fault['params'], field: string): Fault =>
    fault(code, params, { id, path: `gates/${id}/${field}` })
  const faults: Fault[] = []
  if (kind === 'cap' && maxGrade === undefined) faults.push(found('CAP_WITHOUT_GRADE', {}, 'maxGrade'))
  if (kind !== 'cap' && maxGrade !== undefined) faults.push(found('MAX_GRADE_NOT_CAP', { maxGrade, kind }, 'maxGrade'))
  if (kind === 'cap' && maxGrade !== undefined && !grades.has(maxGrade)) {
    faults.push(found('CAP_UNKNOWN_GRADE', { maxGrade, grades: [...grades] }, 'maxGrade'))
  }
  if (lookbackMonths !== undefined && !(lookbackMonths > 0 && Number.isFinite(lookbackMonths))) {
    faults.push(found('LOOKBACK_RANGE', { lookbackMonths }, 'lookbackMonths'))
  }
  if (groups?.length === 0) faults.push(found('GATE_WITHOUT_GROUP', {}, 'groups'))
  return faults
}
