import type { Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import { bounded } from '../formula/faults.ts'
import type { GateSpec } from '../framework.ts'
import { FaultError } from '../errors.ts'
import { runGates, type GateRun, type ScoredData } from '../gate/gates.ts'
import { GateOutcome, Status } from '../result.ts'
import { basicLimit, basicRuleOf, type BasicRule } from './basic-rule.ts'
import { boundsOf, gradeIndex, placeOf } from './grade-scale.ts'

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
  return gradeJudged(plan, data, judgeRows(plan.framework.gates, { ...data, run: runGates(plan, data) }))
}

interface Judged extends Screened {
  readonly dataset: Dataset
  readonly run: GateRun
}

/**
 * Judges gates in every row.
 *
 * @returns One column a gate, `GateOutcome`.
 * @throws FaultError with every fault of the gates' formulas.
 */
export function judgeRows(gates: readonly GateSpec[], { dataset, run, screenedOut }: Judged): readonly Uint8Array[] {
  const judged = gates.map((gate) => ({ gate, outcomes: new Uint8Array(dataset.size) }))
  for (let row = 0; row < dataset.size; row++) {
    const isOut = screenedOut?.has(row)
    for (const { gate, outcomes } of judged)
      outcomes[row] = isOut ? GateOutcome.undecided : run.judge(gate, row).outcome
  }
  if (run.faults.length > 0) throw new FaultError(bounded(run.faults))
  return judged.map(({ outcomes }) => outcomes)
}

/**
 * Grades every row by what its gates came to.
 *
 * @param gates - One column a gate, as `judgeRows` gives them.
 */
export function gradeJudged(
  plan: Plan,
  { dataset: { size }, columns, screenedOut }: ScoredData & Screened,
  gates: readonly Uint8Array[],
): Grading {
  const grading: Grading = {
    status: new Uint8Array(size),
    gradeByScore: new Int8Array(size),
    grade: new Int8Array(size).fill(-1),
    gates,
    limitedBy: new Int32Array(size).fill(-1),
    cappedBy: new Int32Array(size).fill(-1),
  }
  const rule = basicRuleOf(plan)
  const bounds = boundsOf(plan.framework.grades)
  for (let row = 0; row < size; row++) {
    if (screenedOut?.has(row)) {
      grading.status[row] = Status.screenedOut
      grading.gradeByScore[row] = -1
    } else gradeRow(plan, columns, { grading, rule, bounds, row })
  }
  return grading
}

interface GradedRow {
  readonly grading: Grading
  readonly rule: BasicRule
  /** Lower bounds of the grades. */
  readonly bounds: readonly number[]
  readonly row: number
}

function gradeRow(plan: Plan, columns: ScoredData['columns'], { grading, rule, bounds, row }: GradedRow): void {
  const score = columns[plan.root]?.score[row] ?? NaN
  const byScore = placeOf(score, bounds)
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
