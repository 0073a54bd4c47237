import type { Dataset } from '../dataset.ts'
import { comparisonsOf } from '../gate/condition.ts'
import type { Reference } from '../formula/expression.ts'
import { formulasIn } from '../formula/reader.ts'
import { formulaReader } from '../gate/formula.ts'
import { runGates, type Verdict } from '../gate/gates.ts'
import type { RowRef } from '../gate/look-back.ts'
import type { GateSpec } from '../framework.ts'
import type { Result } from '../result.ts'
import type { TraceGate } from '../trace.ts'
import { traceFormula } from './formula.ts'

/** In the order of `GateOutcome`. */
const OUTCOME_NAMES = ['passed', 'fired', 'undecided', 'not-for-group'] as const

interface TraceGatesOptions {
  readonly row: number
  readonly history?: Dataset | undefined
}

/** Every gate's outcome in one row, with the values it compared and the period they are from. */
export function traceGates(
  result: Result,
  dataset: Dataset,
  { row, history }: TraceGatesOptions,
): readonly TraceGate[] {
  const { reader, judge } = runGates(result.plan, { dataset, columns: result.nodes, history })
  const readName = formulaReader(result.plan, { dataset, reader })
  return result.plan.framework.gates.map((gate, index) => {
    const verdict = judge(gate, row)
    return {
      gate,
      outcome: OUTCOME_NAMES[verdict.outcome],
      observed: observe(gate, verdict),
      ...formulasOf(gate, verdict),
      decisive: result.cappedBy[row] === index,
    }
  })

  function formulasOf({ when }: GateSpec, { facts }: Verdict): Pick<TraceGate, 'formulas'> {
    const formulas = formulasIn(when)
    if (formulas.length === 0) return {}
    const read = (reference: Reference): number | null => {
      const reading = readName(reference, row, facts)
      return typeof reading === 'number' ? reading : null
    }
    return { formulas: formulas.map((formula) => traceFormula(result.plan.framework, formula, read)) }
  }

  function observe(gate: GateSpec, { facts }: Verdict): TraceGate['observed'] {
    const current: RowRef = { dataset, row, period: dataset.periods[row] ?? '' }
    return comparisonsOf(gate.when).map((condition) => {
      const reading = reader(condition, row, facts)
      return {
        condition,
        value: typeof reading === 'number' ? reading : null,
        period: ('fact' in condition ? facts : current).period,
      }
    })
  }
}
