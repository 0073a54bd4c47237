import { caution, type Condition, type Fault } from '@plumbline/kernel'
import { outcomeOrFaults, readyCases } from '../cases/run.ts'
import type { LintContext } from './context.ts'

/** Grades that no golden case reaches, and gates that none fires: nothing would be noticed if they were wrong. */
export function lintCases({ cases, written: plugin, manifest, of, at }: LintContext): readonly Fault[] {
  if (cases.cases.length === 0) return [caution('LINT_NO_CASES', {}, at([]))]
  const outcomes = readyCases(cases, plugin.catalogue.inputs).flatMap(({ dataset, faults }) => {
    if (faults.length > 0) return []
    const outcome = outcomeOrFaults(plugin, dataset)
    return 'faults' in outcome ? [] : [outcome]
  })
  const reached = new Set(outcomes.map(({ grade }) => grade))
  const fired = new Set(outcomes.flatMap(({ gates }) => gates))
  return [
    ...plugin.catalogue.grades
      .filter(({ id }) => !reached.has(id))
      .map(({ id, zh, en }) => caution('LINT_GRADE_UNPROTECTED', { zh, en, grade: id }, of(id))),
    ...manifest.gates
      .filter(({ id }) => !fired.has(id))
      .map(({ id, zh, en }) => caution('LINT_GATE_NEVER_FIRED', { zh, en }, of(id))),
  ]
}

/** Gates that fire when a value improves: the comparison most likely points the wrong way. */
export function lintGatePolarity({ plugin, manifest, of }: LintContext): readonly Fault[] {
  const { catalogue } = plugin
  return manifest.gates.flatMap(({ id, zh, en }) => {
    const found = catalogue.gates.find(({ gate }) => gate.id === id)
    if (!found) return []
    const { gate } = found
    const turned = comparisons(gate.when, gate.kind === 'entry').filter((one) => improves(one, catalogue.nodes))
    return turned.map(({ name, op, value }) => caution('LINT_GATE_POLARITY', { zh, en, name, op, value }, of(id)))
  })
}

interface Comparison {
  readonly name: string
  readonly op: string
  readonly value: number
  /** Fires when the comparison does not hold. */
  readonly negated: boolean
  readonly node: boolean
}

function comparisons(condition: Condition, negated: boolean): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap((one) => comparisons(one, negated))
  if ('any' in condition) return condition.any.flatMap((one) => comparisons(one, negated))
  if ('not' in condition) return comparisons(condition.not, !negated)
  if ('leaf' in condition) return [{ ...condition, name: condition.leaf, negated, node: false }]
  return 'node' in condition ? [{ ...condition, name: condition.node, negated, node: true }] : []
}

function improves(
  { name, op, negated, node }: Comparison,
  nodes: LintContext['plugin']['catalogue']['nodes'],
): boolean {
  const indicator = nodes.find(({ id }) => id === name)
  const direction = node ? 'positive' : indicator?.kind === 'indicator' ? indicator.direction : 'target'
  if (direction === 'target' || op === '==' || op === '!=') return false
  const firesAbove = op.startsWith('>') !== negated
  return firesAbove === (direction === 'positive')
}
