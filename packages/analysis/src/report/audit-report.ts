import { isBranch, NodeState, type Dataset, type Plan, type Result } from '@plumbline/kernel'
import type { Correlation } from '../audit/correlation/correlation-test.ts'
import { correlationFlags, type CorrelationFlag } from '../audit/correlation/correlation-flags.ts'
import { correlationPairs } from '../audit/correlation/correlation-pairs.ts'
import { correlationTable } from '../audit/correlation/correlation-table.ts'
import { parentCorrelations, type ParentCorrelation } from '../audit/correlation/parent-correlations.ts'
import { summarisePillars, type PillarSummary } from '../audit/correlation/pillar-summary.ts'
import { redundantPairs, type Redundancy } from '../audit/correlation/redundant-pairs.ts'
import { describeIndicator, type Description } from '../audit/descriptive/describe-indicator.ts'
import { discrimination, type Discrimination } from '../audit/influence/discrimination.ts'
import { effectiveWeights, type EffectiveWeight } from '../audit/influence/effective-weights.ts'
import { nominalWeights } from '../audit/influence/nominal-weights.ts'
import { findingsOf, type Finding, type Flagged } from './findings.ts'
import type { NamedColumn, PillarColumn } from '../audit/named-column.ts'
import { isConstant } from '../numeric/is-constant.ts'

/** The audit of a standard with a round's data, as plain JSON. Scores are the kernel's, raw values the data's. */
export interface AuditReport {
  readonly kind: 'audit'
  /** Rows, and those of them with a score. */
  readonly units: number
  readonly scored: number
  /** Of each indicator's raw values. */
  readonly descriptions: readonly Description[]
  /** Between the indicators' scores: Pearson's r in tree order, null where there is none. */
  readonly correlations: { readonly ids: readonly string[]; readonly r: readonly (readonly (number | null)[])[] }
  readonly pillars: readonly PillarSummary[]
  /** Pairs within a pillar that correlate too much or too little. */
  readonly pairs: readonly CorrelationFlag[]
  readonly redundant: Redundancy
  /** Of every node with its parent, where something is wrong with it. */
  readonly parents: readonly ParentCorrelation[]
  /** Of the pillars and of the indicators against the root; empty where fewer than three rows are complete. */
  readonly weights: { readonly pillars: readonly EffectiveWeight[]; readonly indicators: readonly EffectiveWeight[] }
  readonly discrimination: readonly Discrimination[]
  /** What of it is to be looked at, the weightiest first. */
  readonly findings: readonly Finding[]
}

/** Rows of scores below which no correlation says anything. */
const LEAST_ROWS = 3

/**
 * Audits a scored dataset: what its values look like, what moves together, what each weight is worth in fact, and which
 * indicators do not tell units apart. Correlations are of scores, so that more is better in all of them.
 *
 * @param result - As `score` gave it for the dataset.
 * @param dataset - n rows; not changed. Missing values are left out pair by pair.
 * @returns With fewer than three scored rows the descriptions alone.
 * @example auditReport(result, dataset).discrimination.map(({ id }) => id) // ['staff', 'uptime']
 */
export function auditReport(result: Result, dataset: Dataset): AuditReport {
  const figures = auditFigures(result, dataset)
  return { ...figures, findings: findingsOf(figures) }
}

function auditFigures(result: Result, dataset: Dataset): Flagged {
  const { plan, root, nodes } = rootOf(result)
  const indicators = pillarColumns(result)
  const total = { id: plan.framework.root.id, values: nodes[root] ?? new Float64Array() }
  const scored = total.values.filter((value) => !Number.isNaN(value)).length
  const figures = {
    kind: 'audit' as const,
    units: dataset.size,
    scored,
    descriptions: indicators.map(({ id }) =>
      describeIndicator({ id, values: dataset.columns.get(id)?.values ?? new Float64Array(dataset.size).fill(NaN) }),
    ),
  }
  if (scored < LEAST_ROWS || indicators.length === 0) return { ...figures, ...nothing(indicators) }
  const table = correlationTable(indicators)
  return {
    ...figures,
    correlations: { ids: table.ids, r: table.cells.map((row) => row.map(({ r }: Correlation) => r)) },
    pillars: summarisePillars(correlationPairs(indicators)),
    pairs: correlationFlags(indicators),
    redundant: redundantPairs(indicators),
    parents: parentCorrelations(nodeColumns(result), treeOf(plan)).filter(
      ({ steps, flag }) => steps === 1 && flag !== null,
    ),
    weights: isConstant([...total.values].filter((value) => !Number.isNaN(value)))
      ? { pillars: [], indicators: [] }
      : influence(result, total),
    discrimination: discrimination(indicators, total),
  }
}

function nothing(indicators: readonly NamedColumn[]): Omit<Flagged, 'kind' | 'units' | 'scored' | 'descriptions'> {
  return {
    correlations: { ids: indicators.map(({ id }) => id), r: [] },
    pillars: [],
    pairs: [],
    redundant: { pairs: [], groups: [] },
    parents: [],
    weights: { pillars: [], indicators: [] },
    discrimination: [],
  }
}

const rootOf = (result: Result) => ({
  plan: result.plan,
  root: result.plan.root,
  nodes: result.plan.nodes.map((_, index) => scoresOf(result, index)),
})

/** A node's scores; NaN where it has none or a missing value was scored as 0, which says nothing of what moves together. */
function scoresOf({ nodes, plan }: Result, index: number): Float64Array {
  const node = nodes[index]
  const spec = plan.nodes[index]
  const isLeaf = spec !== undefined && !isBranch(spec)
  return Float64Array.from(node?.score ?? [], (score, row) =>
    isLeaf && node?.state[row] !== NodeState.scored ? NaN : score,
  )
}

function pillarColumns(result: Result): readonly PillarColumn[] {
  const { plan } = result
  return plan.nodes.flatMap((node, index) =>
    isBranch(node) ? [] : [{ id: node.spec.id, pillar: pillarOf(plan, index), values: scoresOf(result, index) }],
  )
}

/** The ancestor right below the root. */
function pillarOf(plan: Plan, index: number): string {
  const parent = plan.nodes[index]?.parent ?? -1
  return parent === plan.root || parent < 0 ? (plan.nodes[index]?.spec.id ?? '') : pillarOf(plan, parent)
}

const nodeColumns = (result: Result): readonly NamedColumn[] =>
  result.plan.nodes.map((node, index) => ({ id: node.spec.id, values: scoresOf(result, index) }))

const treeOf = ({ nodes }: Plan) =>
  nodes.map(({ spec, parent }) => ({ id: spec.id, parent: nodes[parent]?.spec.id ?? null, weight: spec.weight }))

/** Shares in the variance of the root, of its children and of the indicators; nothing where too few rows are complete. */
function influence(result: Result, total: NamedColumn): AuditReport['weights'] {
  const { plan } = result
  const nominal = nominalWeights(treeOf(plan))
  const shares = (indexes: readonly number[]): readonly EffectiveWeight[] => {
    const columns = indexes.map((index) => {
      const id = plan.nodes[index]?.spec.id ?? ''
      return { id, values: countedScores(result, index), weight: nominal.get(id) ?? 0 }
    })
    const rows = Array.from(total.values.keys(), (row) => row)
    const complete = rows.filter((row) => [total, ...columns].every(({ values }) => !Number.isNaN(values[row] ?? NaN)))
    const scores = complete.map((row) => total.values[row] ?? NaN)
    return complete.length < LEAST_ROWS || isConstant(scores) ? [] : effectiveWeights(columns, total).parts
  }
  const at = (wanted: (index: number) => boolean): readonly number[] => [...plan.nodes.keys()].filter(wanted)
  const leaf = (index: number): boolean => {
    const node = plan.nodes[index]
    return node !== undefined && !isBranch(node)
  }
  return {
    pillars: shares(at((index) => plan.nodes[index]?.parent === plan.root)),
    indicators: shares(at(leaf)),
  }
}

/** A node's scores as they counted, a missing value scored as 0 among them; NaN where the node did not count. */
const countedScores = ({ nodes }: Result, index: number): Float64Array =>
  Float64Array.from(nodes[index]?.score ?? [], (score, row) =>
    nodes[index]?.state[row] === NodeState.notApplicable ? NaN : score,
  )
