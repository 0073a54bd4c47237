import { compile, snap, type Dataset, type Plan, type Result } from '@plumbline/kernel'
import { rowScorer, type RowScorer } from '../common/row-scorer.ts'
import type { Changes, RowOf } from '../common/rows.ts'
import { gapsOf, type Gap } from './gaps.ts'
import { openGates } from './open-gates.ts'

/** What a row can still come to while cells are missing. */
export interface Attainable {
  /** Lowest and highest score; null where no answer gives one. */
  readonly score: readonly [number, number] | null
  /** Lowest and highest grade; null stands for no grade (vetoed, not admitted, no result). */
  readonly grades: readonly [string | null, string | null]
  /** Gates that may yet act or not. */
  readonly openGates: readonly string[]
  /** Whatever the answers, the grade is the same. */
  readonly settled: boolean
}

/** A cell that is open, and what its answer would settle. */
export interface Question {
  readonly id: string
  readonly kind: 'indicator' | 'fact'
  /** Mean over the answers tried: how many grades are still possible then, and how wide the score interval is then. */
  readonly gradesAfter: number
  readonly widthAfter: number
}

/** Where a row may end, and what to ask next. */
export interface IncompleteRow extends Attainable {
  /** What is missing, the best question first: fewest grades left, then the narrowest interval, then tree order. */
  readonly questions: readonly Question[]
}

/**
 * Score and grade interval of a row whose cells are not all answered, and what to ask next.
 *
 * Every missing indicator goes to its worst and to its best; every method of the kernel rises with its children, so the
 * score ends are attained and nothing lies outside. For the grade a gate that may yet act is taken to act at the low end
 * and not to act at the high end: the interval never leaves a possible grade out, and may name one that several gates
 * exclude together. Declaring a cell not applicable is not an answer in this sense; it may lead outside.
 *
 * @param history - Rows of earlier periods, as for `score`.
 * @throws FaultError as `score`.
 * @example attainable(plan, { dataset: open, row: 0 }).score // [40, 90]
 */
export function attainable(plan: Plan, at: RowOf, history?: Dataset): IncompleteRow {
  const scorer = rowScorer(plan, at, history)
  const now = scorer.rescore(new Map())
  const gaps = gapsOf(scorer, now)
  const setting: Setting = { scorer, history, gaps }
  const { score, grades, openGates: open, settled } = interval(setting, new Map())
  const questions = gaps.map((gap): Question => {
    const after = gap.answers.map((answer) => interval(setting, new Map([[gap.id, answer]])))
    return {
      id: gap.id,
      kind: gap.kind,
      gradesAfter: mean(after.map(gradesLeft)),
      widthAfter: snap(mean(after.map(widthOf))),
    }
  })
  return {
    score,
    grades,
    openGates: open,
    settled,
    questions: questions.sort((a, b) => a.gradesAfter - b.gradesAfter || a.widthAfter - b.widthAfter),
  }
}

interface Setting {
  readonly scorer: RowScorer
  readonly history: Dataset | undefined
  readonly gaps: readonly Gap[]
}

interface Ranked extends Attainable {
  /** Lowest and highest grade as places in the scale, -1 for none. */
  readonly rank: readonly [number, number]
}

function interval({ scorer, history, gaps }: Setting, answered: Changes): Ranked {
  const { plan, row } = scorer
  const left = gaps.filter(({ id }) => !answered.has(id))
  const atEnd = (end: 0 | -1): Changes =>
    new Map([
      ...answered,
      ...left.flatMap(({ id, kind, answers }) => (kind === 'fact' ? [] : [[id, answers.at(end) ?? null] as const])),
    ])
  const [low, high] = [scorer.rescore(atEnd(0)), scorer.rescore(atEnd(-1))]
  const open = openGates({ low, high, row }, left)
  const settledPlan = { ...plan.framework, gates: plan.framework.gates.filter((gate) => !open.includes(gate)) }
  const bare = open.length === 0 ? scorer : rowScorer(compile(settledPlan), scorer, history)
  const best = gradeOf(open.length === 0 ? high : bare.rescore(atEnd(-1)), row)
  const worst = open.reduce(
    (least, { kind, maxGrade }) => Math.min(least, kind === 'cap' ? placeOf(plan, maxGrade) : -1),
    gradeOf(open.length === 0 ? low : bare.rescore(atEnd(0)), row),
  )
  const scores = [low.score[row] ?? NaN, high.score[row] ?? NaN] as const
  const name = (place: number): string | null => plan.framework.grades[place]?.id ?? null
  return {
    score: scores.some(Number.isNaN) ? null : scores,
    grades: [name(worst), name(best)],
    rank: [worst, best],
    openGates: open.map(({ id }) => id),
    settled: worst === best,
  }
}

const gradeOf = ({ grade }: Result, row: number): number => grade[row] ?? -1
const placeOf = ({ framework }: Plan, grade: string | undefined): number =>
  framework.grades.findIndex(({ id }) => id === grade)
const gradesLeft = ({ rank: [worst, best] }: Ranked): number => best - worst + 1
const widthOf = ({ score }: Ranked): number => (score ? score[1] - score[0] : 0)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
