import { fault, type Fault } from '@plumbline/kernel'

/** So many faults are listed; of the others only the number is told. */
const MAX_FAULTS = 1000

/** Collects faults in the order in which they are found. Bounded: errors are kept before warnings. */
export interface FaultList {
  readonly add: (found: Fault) => void
  readonly hasErrors: () => boolean
  /** At most `MAX_FAULTS`, and one more that counts the rest. */
  readonly list: () => readonly Fault[]
}

interface Numbered {
  readonly order: number
  readonly fault: Fault
}

export function faultList(): FaultList {
  const kept: Record<Fault['severity'], Numbered[]> = { error: [], warning: [] }
  const count: Record<Fault['severity'], number> = { error: 0, warning: 0 }

  return {
    add: (found) => {
      const same = kept[found.severity]
      if (same.length < MAX_FAULTS) same.push({ order: count.error + count.warning, fault: found })
      count[found.severity]++
    },
    hasErrors: () => count.error > 0,
    list: () => {
      const warnings = kept.warning.slice(0, MAX_FAULTS - kept.error.length)
      const listed = [...kept.error, ...warnings].sort((a, b) => a.order - b.order).map((entry) => entry.fault)
      const more = count.error + count.warning - listed.length
      if (more === 0) return listed
      const severity = count.error > kept.error.length ? 'error' : 'warning'
      return [...listed, { ...fault('TOO_MANY_FAULTS', { more, shown: listed.length }), severity }]
    },
  }
}
