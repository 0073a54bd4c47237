import { fault, type Fault } from '../errors.ts'
import type { BasicLine, Framework, GradeSpec } from '../framework.ts'

/** Faults of the grade scale and of the basic rule. */
export function gradeFaults({ grades, basicRule }: Framework): readonly Fault[] {
  return [
    ...grades.flatMap((grade, index) => scaleFaults(grade, grades[index - 1])),
    ...basicRule.flatMap((line, index) => lineFaults(line, { grades, earlier: basicRule.slice(0, index) })),
  ]
}

function scaleFaults({ id, min }: GradeSpec, below: GradeSpec | undefined): readonly Fault[] {
  const at = { id, path: `grades/${id}/min` }
  if (!(min >= 0 && min <= 100)) return [fault('GRADE_RANGE', { min }, at)]
  if (!below) return min === 0 ? [] : [fault('GRADE_FIRST_MIN', { min }, at)]
  return min > below.min ? [] : [fault('GRADES_NOT_ASCENDING', { min, below: below.id, belowMin: below.min }, at)]
}

function lineFaults(
  { grade, min }: BasicLine,
  { grades, earlier }: { readonly grades: readonly GradeSpec[]; readonly earlier: readonly BasicLine[] },
): readonly Fault[] {
  const at = { id: grade, path: `basicRule/${grade}/min` }
  const index = grades.findIndex(({ id }) => id === grade)
  const faults: Fault[] = []
  if (index < 0) faults.push(fault('BASIC_RULE_UNKNOWN_GRADE', { grade, grades: grades.map(({ id }) => id) }, at))
  if (index === 0 && min > 0) faults.push(fault('BASIC_RULE_FIRST_GRADE', { grade, min }, at))
  if (!(min >= 0 && min <= 100)) faults.push(fault('BASIC_RULE_RANGE', { min }, at))
  if (earlier.some((line) => line.grade === grade)) faults.push(fault('BASIC_RULE_TWICE', { grade }, at))
  return faults
}
