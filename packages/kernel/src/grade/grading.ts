import type { Plan } from '../compile.ts'
import { bounded } from '../formula/faults.ts'
import { FaultError } from '../errors.ts'
import { runGates, type ScoredData } from '../gate/gates.ts'
import { GateOutcome, Status, type NodeColumn } from '../result.ts'
import { basicLimit, basicRuleOf, type BasicRule } from './basic-rule.ts'
import { gradeIndex, gradeOf } from './grade-scale.ts'

/** Everything from the root's score to the grade; columns of length n. */
export interface Grading {
  readonly status: Uint8Array
  readonly gradeByScore: Int8Array
  readonly grade: Int8Array
  readonly gates: readonly Uint8Array[]
  readonly limitedBy: Int32Array
  readonly cappedBy: Int32Array
}

interface Screened {
  /** Rows that were screened out: no gate is asked about them. */
  readonly screenedOut?: { has(row: number): boolean } | undefined
}

/**
 * Gates and grades every row: entry, then veto, then the basic rule, then the lowest cap. Every gate is judged, even
 * where an earlier one has settled the grade.
 *
 * @throws FaultError with every fault of the gates' formulas.
 */
export function gradeRows(plan: Plan, data: ScoredData & Screened): Grading {
  const { size } = data.dataset
  const grading: Grading = {
    status: new Uint8Array(size),
    gradeByScore: new Int8Array(size),
    grade: new Int8Array(size).fill(-1),
    gates: plan.framework.gates.map(() => new Uint8Array(size)),
    limitedBy: new Int32Array(size).fill(-1),
    cappedBy: new Int32Array(size).fill(-1),
  }
  const { judge, faults } = runGates(plan, data)
  const rule = basicRuleOf(plan)
  for (let row = 0; row < size; row++) {
    if (data.screenedOut?.has(row)) {
      grading.status[row] = Status.screenedOut
      grading.gradeByScore[row] = -1
      for (const outcomes of grading.gates) outcomes[row] = GateOutcome.undecided
      continue
    }
    let index = 0
    for (const gate of plan.framework.gates) {
      const outcomes = grading.gates[index++]
      if (outcomes) outcomes[row] = judge(gate, row).outcome
    }
    gradeRow(plan, data.columns, { grading, rule, row })
  }
  if (faults.length > 0) throw new FaultError(bounded(faults))
  return grading
}

function gradeRow(
  plan: Plan,
  columns: readonly NodeColumn[],
  { grading, rule, row }: { readonly grading: Grading; readonly rule: BasicRule; readonly row: number },
): void {
  const score = columns[plan.root]?.score[row] ?? NaN
  const byScore = gradeOf(score, plan.framework.grades)
  grading.gradeByScore[row] = byScore
  const status = statusByGate(plan, grading, row) ?? (Number.isNaN(score) ? Status.noResult : Status.graded)
  grading.status[row] = status
  if (status !== Status.graded) return

  let grade = byScore
  const limit = basicLimit(rule, columns, row)
  if (limit && limit.grade < grade) {
    grade = limit.grade
    grading.limitedBy[row] = limit.indicator
  }
  const cap = lowestCap(plan, grading, row)
  if (cap && cap.grade < grade) {
    grade = cap.grade
    grading.cappedBy[row] = cap.gate
  }
  grading.grade[row] = grade
}

function statusByGate(plan: Plan, grading: Grading, row: number): Status | null {
  const fired = (kind: 'entry' | 'veto'): boolean =>
    plan.framework.gates.some((gate, index) => gate.kind === kind && grading.gates[index]?.[row] === GateOutcome.fired)
  if (fired('entry')) return Status.notAdmitted
  if (fired('veto')) return Status.vetoed
  return null
}

/** Of a row that is graded: neither entry nor veto has fired, so every gate that has is a cap. */
function lowestCap(
  { framework }: Plan,
  { gates }: Grading,
  row: number,
): { readonly gate: number; readonly grade: number } | null {
  let lowest: { gate: number; grade: number } | null = null
  for (const [gate, { maxGrade }] of framework.gates.entries()) {
    if (gates[gate]?.[row] !== GateOutcome.fired) continue
    const grade = gradeIndex(framework.grades, maxGrade)
    if (!lowest || grade < lowest.grade) lowest = { gate, grade }
  }
  return lowest
}
