import { fault, type Fault } from '../errors.ts'
import type { BranchSpec, Framework } from '../framework.ts'
import { aggregateFaults } from './aggregate.ts'
import { normaliseFaults } from './normalise.ts'
import { walk, type PlacedNode } from './walk.ts'

/** Faults of nodes, parents before children. */
export function treeFaults({ root }: Framework): readonly Fault[] {
  return walk(root).flatMap((placed) => [...weightFaults(placed), ...nodeFaults(placed)])
}

function nodeFaults({ node, path }: PlacedNode): readonly Fault[] {
  return node.kind === 'branch' ? branchFaults(node, path) : normaliseFaults(node, path)
}

function weightFaults({ node: { id, weight }, path }: PlacedNode): readonly Fault[] {
  return weight >= 0 && Number.isFinite(weight)
    ? []
    : [fault('WEIGHT_NOT_USABLE', { weight: String(weight) }, { id, path: `${path}/weight` })]
}

function branchFaults(branch: BranchSpec, path: string): readonly Fault[] {
  const { id, children, minCoverage } = branch
  if (children.length === 0) return [fault('BRANCH_EMPTY', {}, { id, path: `${path}/children` })]
  const coverageFaults =
    minCoverage === undefined || (minCoverage >= 0 && minCoverage <= 1)
      ? []
      : [fault('MIN_COVERAGE_RANGE', { minCoverage }, { id, path: `${path}/minCoverage` })]
  return [...coverageFaults, ...aggregateFaults(branch, path)]
}
