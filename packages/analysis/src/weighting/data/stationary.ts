import { sum } from '../../numeric/sum.ts'

/**
 * The shares in which a flow between states comes to rest: q >= 0, Σ q = 1, and what leaves each state enters it again.
 * By elimination without subtraction, so that every share is right to the last bits however small it is.
 *
 * @param rates - rates[from][to], 0 or more; the diagonal is not read.
 * @returns Undefined where the flow comes to rest in more than one way. States that are left for good get 0.
 * @see Grassmann, Taksar and Heyman (1985), Regenerative analysis and steady state distributions for Markov chains,
 *   doi:10.1287/opre.33.5.1107
 * @example stationary([[0, 1], [3, 0]]) // [0.75, 0.25]
 */
export function stationary(rates: readonly (readonly number[])[]): number[] | undefined {
  const reached = reachable(rates)
  const closed = rates.map((_, from) => rates.every((_, to) => !reached[from]?.[to] || reached[to]?.[from]))
  const states = rates.flatMap((_, state) => (closed[state] ? [state] : []))
  const [first] = states
  if (first === undefined || states.some((state) => state !== first && !reached[first]?.[state])) return undefined
  const shares = eliminate(states.map((from) => states.map((to) => rates[from]?.[to] ?? 0)))
  return rates.map((_, state) => shares[states.indexOf(state)] ?? 0)
}

/** Whether the flow gets from one state to another, over however many others. */
function reachable(rates: readonly (readonly number[])[]): boolean[][] {
  const reached = rates.map((row, from) => row.map((rate, to) => from === to || rate > 0))
  for (const via of reached.keys()) {
    for (const row of reached) {
      if (row[via]) reached[via]?.forEach((further, to) => (row[to] ||= further))
    }
  }
  return reached
}

function eliminate(given: readonly (readonly number[])[]): number[] {
  const rates = given.map((row) => [...row])
  const at = (from: number, to: number): number => rates[from]?.[to] ?? 0
  for (let state = rates.length - 1; state > 0; state -= 1) {
    const out = sum((rates[state] ?? []).slice(0, state))
    for (const [from, row] of rates.slice(0, state).entries()) {
      const into = at(from, state) / out
      row[state] = into
      for (let to = 0; to < state; to += 1) if (to !== from) row[to] = at(from, to) + into * at(state, to)
    }
  }
  const shares = [1]
  for (let state = 1; state < rates.length; state += 1) {
    shares.push(sum(shares.map((share, from) => share * at(from, state))))
  }
  const total = sum(shares)
  return shares.map((share) => share / total)
}
