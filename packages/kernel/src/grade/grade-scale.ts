import type { GradeSpec } from '../framework.ts'
import { snap } from '../numeric/grid.ts'

/**
 * Grade by the score alone: the highest whose lower bound the score reaches, on the 1e-9 grid.
 *
 * @param grades - Ascending by `min`.
 * @returns Index into `grades`; -1 for NaN.
 * @example gradeOf(70, [{ id: 'L1', min: 0 }, { id: 'L2', min: 70 }]) // 1
 */
export function gradeOf(score: number, grades: readonly GradeSpec[]): number {
  const snapped = snap(score)
  return grades.findLastIndex(({ min }) => snapped >= snap(min))
}

/** Place of a grade in the scale, -1 where there is none of that name. */
export const gradeIndex = (grades: readonly GradeSpec[], id: string | undefined): number =>
  grades.findIndex((grade) => grade.id === id)
