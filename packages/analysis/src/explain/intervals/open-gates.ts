import { GateOutcome, type GateSpec, type Result } from '@plumbline/kernel'
import { comparisonsOf, lineage, readsOf, type Read } from '../common/conditions.ts'
import type { Gap } from './gaps.ts'

/** A row with all its gaps at their worst and at their best. */
export interface Ends {
  readonly low: Result
  readonly high: Result
  readonly row: number
}

/**
 * The gates that may yet act or not. A gate that reads no gap is settled. One that looks at a single score which gaps move
 * is settled where it says the same at both ends, since the score only moves between them. Any other is open.
 */
export function openGates({ low, high, row }: Ends, gaps: readonly Gap[]): readonly GateSpec[] {
  const { plan } = low
  const facts = new Set(gaps.filter(({ kind }) => kind === 'fact').map(({ id }) => id))
  const leaves = new Set(gaps.filter(({ kind }) => kind === 'indicator').map(({ id }) => id))
  const moving = new Set([...leaves].flatMap((id) => lineage(plan, id)))
  const isMoved = (read: Read): boolean =>
    'fact' in read ? facts.has(read.fact) : 'leaf' in read ? leaves.has(read.leaf) : moving.has(read.node)

  return plan.framework.gates.filter((gate, index) => {
    const outcomes = [low, high].map(({ gates }) => gates[index]?.[row])
    if (outcomes.includes(GateOutcome.notForGroup)) return false
    if (outcomes.includes(GateOutcome.undecided)) return true
    const moved = readsOf(plan, gate.when).filter(isMoved)
    if (moved.length === 0) return false
    const [only] = comparisonsOf(gate.when).filter(isMoved)
    const between = moved.length === 1 && only && 'node' in only && only.op !== '==' && only.op !== '!='
    return !(between && outcomes[0] === outcomes[1])
  })
}
