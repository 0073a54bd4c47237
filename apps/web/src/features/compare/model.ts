import type { Comparison, PluginRef, RoundSummary } from '@plumbline/api/contract'
import type { Fault } from '@plumbline/kernel'

export const LEAST = 2
export const MOST = 6

/** One round a standard in the period, none that only stands beside it under another version. */
export function roundsOfPeriod(rounds: readonly RoundSummary[], period: string): readonly RoundSummary[] {
  const newest = new Map<string, RoundSummary>()
  for (const round of rounds)
    if (round.period === period && round.units > 0 && round.beside === null) newest.set(round.plugin.id, round)
  return [...newest.values()]
}

export const periodsOf = (rounds: readonly RoundSummary[]): readonly string[] =>
  [...new Set(rounds.map((round) => round.period))].toSorted()

/** The newest period in which there is something to compare; the newest at all where there is none. */
export function defaultPeriod(rounds: readonly RoundSummary[]): string {
  const periods = periodsOf(rounds)
  return periods.findLast((period) => roundsOfPeriod(rounds, period).length >= LEAST) ?? periods.at(-1) ?? ''
}

/** The rounds the address names, as far as they are of the period; all of them (at most six) where it names none. */
export function chosenRounds(offered: readonly RoundSummary[], named: readonly string[]): readonly RoundSummary[] {
  const found = offered.filter((round) => named.includes(round.id))
  return named.length > 0 ? found : offered.slice(0, MOST)
}

/** Plugin that every one of the rounds uses at one and the same version; undefined where none is. */
export function sharedCore(rounds: readonly RoundSummary[]): PluginRef | undefined {
  const [first, ...rest] = rounds
  return first?.lock.uses.find((used) =>
    rest.every((round) => round.lock.uses.some((other) => other.digest === used.digest)),
  )
}

/** Why a comparison is refused, and what to keep in mind where it is not. */
export function splitReasons({ verdict }: Comparison): {
  readonly refusals: readonly Fault[]
  readonly cautions: readonly Fault[]
} {
  return {
    refusals: verdict.reasons.filter((reason) => reason.severity === 'error'),
    cautions: verdict.reasons.filter((reason) => reason.severity === 'warning'),
  }
}

/** The fault with titles where its sentence would print ids. */
export function withTitles(fault: Fault, titles: ReadonlyMap<string, string>): Fault {
  const titled = (values: object) =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, (typeof value === 'string' && titles.get(value)) || value]),
    )
  return { ...fault, params: titled(fault.params), at: titled(fault.at) }
}

/** One fault for each code and node, with all the standards it is about. */
export function merged(faults: readonly Fault[], separator: string): readonly Fault[] {
  const groups = Map.groupBy(faults, ({ code, params, at }) => JSON.stringify([code, params, at.id]))
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const plugins = [first, ...others].flatMap(({ at }) => at.plugin ?? [])
    return plugins.length > 1 ? [{ ...first, at: { ...first.at, plugin: plugins.join(separator) } }] : [first]
  })
}
