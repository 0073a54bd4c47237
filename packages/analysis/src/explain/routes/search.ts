import { allTheWay, effortOf, reaches, rootScore, totalEffort, type Choice, type RouteProblem } from './problem.ts'

/** A choice with one lever at another setting. */
export const moved = (choice: Choice, lever: number, setting: number): number[] =>
  choice.map((own, index) => (index === lever ? setting : own))

/** Points of the root that each lever gives when all the others are all the way up. */
export function gainsAtTop(problem: RouteProblem): readonly number[] {
  const top = allTheWay(problem)
  const best = rootScore(problem, top)
  return top.map((_, lever) => {
    const without = rootScore(problem, moved(top, lever, -1))
    return Number.isNaN(without) ? best : best - without
  })
}

/** Levers in rising order of a figure; equal ones keep their order. */
const rising = (figures: readonly number[]): readonly number[] =>
  Array.from(figures.keys()).sort((a, b) => (figures[a] ?? 0) - (figures[b] ?? 0))

/** The two routes that a search from the top comes to. */
export interface Found {
  readonly few: Choice
  readonly light: Choice
}

/**
 * Fewest indicators, and least effort.
 *
 * Fewest: from all of them all the way up, those that give least are left alone first, as long as the grade holds; what
 * is left is then lowered as far as the grade allows. Where points add up the number is the least.
 *
 * Least effort: every indicator is lowered as far as the grade allows, the one with fewest points for its effort first.
 * Where points add up and every scale is continuous that is the optimum of the linear program (fractional knapsack).
 *
 * Elsewhere either way may come out ahead on both counts, so each route is the better of the two.
 */
export function searchFromTop(problem: RouteProblem, gains: readonly number[]): Found {
  const fewer = lowered(problem, leftAlone(problem, gains), gains)
  const lighter = lowered(problem, allTheWay(problem), gains)
  return {
    few: steps(lighter) < steps(fewer) ? lighter : fewer,
    light: totalEffort(problem, fewer) < totalEffort(problem, lighter) ? fewer : lighter,
  }
}

const steps = (choice: Choice): number => choice.filter((setting) => setting >= 0).length

function leftAlone(problem: RouteProblem, gains: readonly number[]): Choice {
  let choice: Choice = allTheWay(problem)
  for (const lever of rising(gains)) {
    const without = moved(choice, lever, -1)
    if (reaches(problem, without)) choice = without
  }
  return choice
}

function lowered(problem: RouteProblem, from: Choice, gains: readonly number[]): Choice {
  const perEffort = problem.levers.map(
    (lever, index) => (gains[index] ?? 0) / effortOf(lever, lever.settings.length - 1),
  )
  let choice = from
  for (const lever of rising(perEffort.map((ratio) => (Number.isNaN(ratio) ? 0 : ratio)))) {
    const highest = choice[lever] ?? -1
    const at = lowest(-1, highest, (setting) => reaches(problem, moved(choice, lever, setting)))
    choice = moved(choice, lever, at)
  }
  return choice
}

/** Least whole number from `low` to `high` for which `holds`; `high` is known to. Bisection: once true, true from there. */
export function lowest(low: number, high: number, holds: (at: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if (holds(middle)) to = middle
    else from = middle + 1
  }
  return to
}
