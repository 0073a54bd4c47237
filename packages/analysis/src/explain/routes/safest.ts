import { allTheWay, reaches, stay, type Choice, type RouteProblem } from './problem.ts'
import { lowest, moved } from './search.ts'

/** Parts into which the room of an indicator is cut. */
const PARTS = 40

export interface Safest {
  readonly choice: Choice
  /** There are steps that are not required, any one of them may fail, and the grade still holds. */
  readonly survives: boolean
}

/**
 * The safest route: the fewest indicators such that any one of them may fail and the grade still holds, each raised by
 * the same share of its room, the smallest that does. Steps without which the grade cannot be had at all (a basic
 * indicator, a cap's own indicator) cannot fail; they are taken as far as the lightest route takes them, or further.
 *
 * Where no route bears a failure: every indicator by the same share of its room, the smallest with which the grade holds.
 */
export function safest(problem: RouteProblem, gains: readonly number[], light: Choice): Safest {
  const top = allTheWay(problem)
  const required = top.flatMap((_, lever) => (reaches(problem, moved(top, lever, -1)) ? [] : [lever]))
  const spare = [...top.keys()]
    .filter((lever) => !required.includes(lever))
    .sort((a, b) => (gains[b] ?? 0) - (gains[a] ?? 0))
  const at = { problem, light, required }
  const withSpares = (count: number, part: number): boolean =>
    bearsLoss(problem, spread(at, spare.slice(0, count), part), spare.slice(0, count))

  if (spare.length > 0 && withSpares(spare.length, PARTS)) {
    const count = lowest(1, spare.length, (many) => withSpares(many, PARTS))
    const part = lowest(0, PARTS, (share) => withSpares(count, share))
    const choice = spread(at, spare.slice(0, count), part)
    return { choice, survives: spare.some((lever) => choice[lever] !== -1) }
  }
  const part = lowest(0, PARTS, (share) => reaches(problem, spread(at, spare, share)))
  return { choice: spread(at, spare, part), survives: false }
}

const bearsLoss = (problem: RouteProblem, choice: Choice, spare: readonly number[]): boolean =>
  reaches(problem, choice) && spare.every((lever) => reaches(problem, moved(choice, lever, -1)))

interface Spread {
  readonly problem: RouteProblem
  readonly light: Choice
  readonly required: readonly number[]
}

function spread({ problem, light, required }: Spread, spare: readonly number[], part: number): Choice {
  const choice = stay(problem)
  for (const lever of [...required, ...spare]) {
    const least = required.includes(lever) ? (light[lever] ?? -1) : -1
    choice[lever] = Math.max(least, settingAt(problem, lever, part))
  }
  return choice
}

/** The first setting that covers so many parts of the way from today's score to the best. */
function settingAt({ levers }: RouteProblem, lever: number, part: number): number {
  const { settings = [], fromScore = 0 } = levers[lever] ?? {}
  const best = settings.at(-1)?.score ?? fromScore
  const asked = fromScore + ((best - fromScore) * part) / PARTS
  return part === 0 ? -1 : settings.findIndex(({ score }) => score >= asked || score === best)
}
