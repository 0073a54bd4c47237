import { basicLimit, basicRuleOf } from '../grade/basic-rule.ts'
import { snap } from '../numeric/grid.ts'
import type { Result } from '../result.ts'
import type { TraceGrading } from '../trace.ts'

/** From the score to the grade: what the score alone gives, what holds it back, and how far the next grade is. */
export function traceGrading(result: Result, row: number): TraceGrading {
  const gradeId = (index: number | undefined): string | null => result.plan.framework.grades[index ?? -1]?.id ?? null
  return {
    gradeByScore: gradeId(result.gradeByScore[row]),
    basicLimit: traceLimit(result, row),
    capLimit: traceCap(result, row),
    grade: gradeId(result.grade[row]),
    toNext: traceNext(result, row),
  }
}

function traceLimit({ plan, nodes, limitedBy }: Result, row: number): TraceGrading['basicLimit'] {
  const limit = basicLimit(basicRuleOf(plan), nodes, row)
  const indicator = plan.nodes[limitedBy[row] ?? -1]?.spec.id
  const grade = plan.framework.grades[limit?.grade ?? -1]?.id
  if (!limit || indicator === undefined || grade === undefined) return null
  return { grade, indicator, score: limit.score, required: limit.required }
}

function traceCap({ plan, cappedBy }: Result, row: number): TraceGrading['capLimit'] {
  const gate = plan.framework.gates[cappedBy[row] ?? -1]
  return gate?.maxGrade === undefined ? null : { grade: gate.maxGrade, gate: gate.id }
}

function traceNext({ plan, score, gradeByScore }: Result, row: number): TraceGrading['toNext'] {
  const reached = gradeByScore[row] ?? -1
  const next = plan.framework.grades[reached + 1]
  return reached < 0 || !next ? null : { grade: next.id, points: snap(next.min - (score[row] ?? NaN)) }
}
