import { coverRows, scoreRows, sharedOf, stateRows, type BranchRows, type ReadColumn } from '../aggregate/branch.ts'
import { isSampleAggregate } from '../aggregate/sample/method.ts'
import { sharingOf, type Shared, type Sharing } from '../aggregate/sharing.ts'
import type { BranchSpec, MissingPolicy } from '../framework.ts'
import { remember } from './remember.ts'

/** Ways to score one branch that are remembered: a few aggregations with their weights. */
const WAYS = 8

/** A branch of one variant. */
export interface VariantBranch extends Pick<Required<BranchRows>, 'dataset' | 'logarithms'> {
  readonly spec: BranchSpec
  readonly children: readonly ReadColumn[]
  readonly policy: MissingPolicy
  /** Whether any branch of the index has a least coverage; where none has, nobody reads the coverage. */
  readonly covers: boolean
}

/** Scores a branch from its children's columns; scores not snapped. */
export type BranchScorer = (branch: VariantBranch) => ReadColumn

/** Scores one branch again and again: the same children with the same weights give the same column, not an equal one. */
export function branchScorer(): BranchScorer {
  const ways = remember<ReadColumn>(WAYS)
  const patterns = remember<Shared>(WAYS)
  const settledStates = stateKeeper()

  return (branch) => {
    const { spec, children, policy } = branch
    const policies = spec.children.map(({ missing }) => missing)
    const weights = spec.children.map(({ weight }) => weight)
    return ways([spec.aggregate, policy, ...policies, ...weights, ...children], () => {
      const states = children.map(({ state }) => state)
      const size = branch.dataset.periods.length
      const shared = patterns([...policies, ...states], () => sharedOf(spec, children, size))
      return scoreBranch(branch, { shared, sharing: sharingOf(spec, shared, policy), settledStates })
    })
  }
}

interface Weighed {
  readonly shared: Shared
  readonly sharing: Sharing
  readonly settledStates: ReturnType<typeof stateKeeper>
}

function scoreBranch(branch: VariantBranch, { shared, sharing, settledStates }: Weighed): ReadColumn {
  const { spec, covers } = branch
  const size = branch.dataset.periods.length
  const coverage = new Float64Array(covers ? size : 0)
  const rowsOf = (state: Uint8Array): BranchRows => ({
    ...branch,
    own: { score: new Float64Array(size), state, coverage },
    shares: null,
    shared,
    sharing,
  })
  const settle = (): BranchRows => {
    const rows = rowsOf(new Uint8Array(size))
    if (covers) coverRows(rows)
    stateRows(rows, spec.minCoverage)
    return rows
  }
  // Coverage and comparison with other rows may change a state; else it follows from the pattern.
  const isOpen = covers || isSampleAggregate(spec.aggregate)
  const rows = isOpen ? settle() : rowsOf(settledStates(shared, sharing, () => settle().own.state))
  scoreRows(spec, rows)
  return rows.own
}

/** Keeps the last column of states, so that a branch whose children count as before is seen to have the same. */
function stateKeeper(): (shared: Shared, sharing: Sharing, make: () => Uint8Array) => Uint8Array {
  let last: { readonly shared: Shared; readonly byPattern: Uint8Array; readonly state: Uint8Array } | null = null
  return (shared, { state: byPattern }, make) => {
    const isSame = last?.shared === shared && byPattern.every((state, pattern) => state === last?.byPattern[pattern])
    if (!last || !isSame) last = { shared, byPattern, state: make() }
    return last.state
  }
}
