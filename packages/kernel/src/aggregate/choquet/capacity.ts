/**
 * Capacities (fuzzy measures) as arrays over sets: place s holds what the set with the bits of s is worth. n criteria
 * have 2^n places; the empty set is worth 0, all together 1, and a larger set never less.
 */
export type Capacity = Float64Array

/** How many criteria a capacity has. */
const criteriaOf = (capacity: Float64Array): number => Math.round(Math.log2(capacity.length))

/**
 * Möbius transform: what each set adds beyond its own subsets.
 *
 * @example moebiusOf(Float64Array.of(0, 0.3, 0.5, 1)) // [0, 0.3, 0.5, 0.2]
 * Source: Grabisch (2016), Set Functions, Games and Capacities in Decision Making, 2.15.
 */
export function moebiusOf(capacity: Capacity): Float64Array {
  const moebius = Float64Array.from(capacity)
  for (let bit = 1; bit < moebius.length; bit *= 2) {
    for (let set = 0; set < moebius.length; set++) {
      if (set & bit) moebius[set] = (moebius[set] ?? 0) - (moebius[set ^ bit] ?? 0)
    }
  }
  return moebius
}

/**
 * The capacity of a Möbius transform; the inverse of `moebiusOf`.
 *
 * @example capacityOf(Float64Array.of(0, 0.3, 0.5, 0.2)) // [0, 0.3, 0.5, 1]
 */
export function capacityOf(moebius: Float64Array): Capacity {
  const capacity = Float64Array.from(moebius)
  for (let bit = 1; bit < capacity.length; bit *= 2) {
    for (let set = 0; set < capacity.length; set++) {
      if (set & bit) capacity[set] = (capacity[set] ?? 0) + (capacity[set ^ bit] ?? 0)
    }
  }
  return capacity
}

/**
 * Shapley values: what each criterion is worth over all orders in which the criteria may come. They sum to 1.
 *
 * @example shapleyOf(Float64Array.of(0, 0.3, 0.5, 1)) // [0.4, 0.6]
 * Source: Shapley (1953), A value for n-person games.
 */
export function shapleyOf(capacity: Capacity): Float64Array {
  const values = new Float64Array(criteriaOf(capacity))
  for (const [set, worth] of moebiusOf(capacity).entries()) {
    const size = bitsOf(set)
    for (const [criterion, value] of values.entries()) {
      if (set & (1 << criterion)) values[criterion] = value + worth / size
    }
  }
  return values
}

/**
 * Interaction index of each pair: above 0 the two complement each other, below 0 one can stand for the other.
 *
 * @returns n rows by n columns; 0 on the diagonal.
 * @example interactionOf(Float64Array.of(0, 0.3, 0.5, 1))[0]?.[1] // 0.2
 * Source: Murofushi and Soneda (1993); Grabisch (1997), doi:10.1016/S0165-0114(97)00168-1
 */
export function interactionOf(capacity: Capacity): number[][] {
  const n = criteriaOf(capacity)
  const moebius = moebiusOf(capacity)
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => {
      const pair = (1 << i) | (1 << j)
      if (i === j) return 0
      return moebius.reduce((sum, worth, set) => ((set & pair) === pair ? sum + worth / (bitsOf(set) - 1) : sum), 0)
    }),
  )
}

function bitsOf(set: number): number {
  let bits = 0
  for (let rest = set; rest > 0; rest &= rest - 1) bits++
  return bits
}
