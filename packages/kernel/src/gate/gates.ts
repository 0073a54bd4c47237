import { isBranch, type Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import type { Fault } from '../errors.ts'
import type { GateSpec } from '../framework.ts'
import { snap } from '../numeric/grid.ts'
import { GateOutcome } from '../result.ts'
import { compare, decide, not, Truth, type ComparisonCondition } from './condition.ts'
import { formulaJudge } from './formula.ts'
import { lookBackOf, type RowRef } from './look-back.ts'
import { readerOf, type Reader, type SeenColumn } from './readings.ts'

/** What a gate says of one row, and the period whose facts settled it. */
export interface Verdict {
  readonly outcome: GateOutcome
  readonly facts: RowRef
}

/** A dataset with its scores, as far as the grade: what gates and basic rule look at. */
export interface ScoredData {
  readonly dataset: Dataset
  /** In plan order, scores snapped; a column that nothing looks at may be absent. */
  readonly columns: readonly (SeenColumn | undefined)[]
  /** Rows of earlier periods; only facts are read. */
  readonly history?: Dataset | undefined
}

/** A plan's gates over one scored dataset. */
export interface GateRun {
  readonly reader: Reader
  readonly judge: (gate: GateSpec, row: number) => Verdict
  /** What the formulas of the gates judged so far could not work out. */
  readonly faults: readonly Fault[]
}

/**
 * Makes the gates ready to judge rows. Every gate is judged for itself, whatever the others say.
 *
 * With a look-back the condition is asked for the current period and for each earlier one, facts taken from that period;
 * the gate fires if it fires in any. Leaves and nodes are always those of the current period.
 */
export function runGates(plan: Plan, { dataset, columns, history }: ScoredData): GateRun {
  const reader = readerOf(plan, dataset, columns)
  const lookBack = lookBackOf(plan, dataset, history)
  const faults: Fault[] = []
  const holdsBy = formulaJudge(plan, { dataset, reader })
  const judge = (gate: GateSpec, row: number): Verdict => {
    const current: RowRef = { dataset, row, period: dataset.periods[row] ?? '' }
    const group = dataset.groups[row] ?? null
    if (gate.groups && (group === null || !gate.groups.includes(group))) {
      return { outcome: GateOutcome.notForGroup, facts: current }
    }
    const verdict = { outcome: outcomeOf(fires(gate, row, current)), facts: current }
    if (gate.lookbackMonths === undefined || verdict.outcome === GateOutcome.fired) return verdict
    return settle(verdict, lookBack(row, gate.lookbackMonths), (facts) => fires(gate, row, facts))
  }
  return { reader, judge, faults }

  function fires(gate: GateSpec, row: number, facts: RowRef): Truth {
    const holds = decide(gate.when, (comparison, lean) => {
      if ('formula' in comparison) {
        const judged = holdsBy(comparison.formula, { gate, row, facts })
        faults.push(...judged.faults)
        return judged.truth === Truth.undecided && judged.leans && gate.kind === 'cap' ? lean : judged.truth
      }
      const reading = reader(comparison, row, facts)
      if (reading === 'not-applicable') return Truth.false
      if (reading === 'missing') return gate.kind === 'cap' && countsAsZero(plan, comparison) ? lean : Truth.undecided
      const [left, right] = 'node' in comparison ? [snap(reading), snap(comparison.value)] : [reading, comparison.value]
      return compare(left, comparison.op, right) ? Truth.true : Truth.false
    })
    return gate.kind === 'entry' ? not(holds) : holds
  }
}

/** What earlier periods make of a verdict: the first that fires settles it; else it is undecided where any period is. */
function settle(current: Verdict, earlier: readonly RowRef[], fires: (facts: RowRef) => Truth): Verdict {
  let found = current
  for (const facts of earlier) {
    const outcome = outcomeOf(fires(facts))
    if (outcome === GateOutcome.fired) return { outcome, facts }
    if (outcome === GateOutcome.undecided && found.outcome === GateOutcome.passed) found = { outcome, facts }
  }
  return found
}

const outcomeOf = (truth: Truth): GateOutcome =>
  truth === Truth.true ? GateOutcome.fired : truth === Truth.undecided ? GateOutcome.undecided : GateOutcome.passed

/** A cap cannot be avoided by leaving a cell blank: a leaf that counts as 0 when missing counts against its unit here. */
function countsAsZero({ framework, nodes, indexOf }: Plan, comparison: ComparisonCondition): boolean {
  if (!('leaf' in comparison)) return false
  const node = nodes[indexOf.get(comparison.leaf) ?? -1]
  return node !== undefined && !isBranch(node) && (node.spec.missing ?? framework.missing) === 'zero'
}
