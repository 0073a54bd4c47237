import type { GradeSpec } from '../framework.ts'
import { snap } from '../numeric/grid.ts'

/**
 * Grade by the score alone: the highest whose lower bound the score reaches, on the 1e-9 grid.
 *
 * @param grades - Ascending by `min`.
 * @returns Index into `grades`; -1 for NaN.
 * @example gradeOf(70, [{ id: 'L1', min: 0 }, { id: 'L2', min: 70 }]) // 1
 */
export const gradeOf = (score: number, grades: readonly GradeSpec[]): number => placeOf(snap(score), boundsOf(grades))

/** The lower bounds of a scale, snapped. */
export const boundsOf = (grades: readonly GradeSpec[]): readonly number[] => grades.map(({ min }) => snap(min))

/** The same for a score that is snapped already. */
export function placeOf(score: number, bounds: readonly number[]): number {
  let place = bounds.length - 1
  while (place >= 0 && !(score >= (bounds[place] ?? NaN))) place--
  return place
}

/** Place of a grade in the scale, -1 where there is none of that name. */
export const gradeIndex = (grades: readonly GradeSpec[], id: string | undefined): number =>
  grades.findIndex((grade) => grade.id === id)
