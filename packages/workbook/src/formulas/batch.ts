/** The steps of a batch: every unit's data prepared, and what depends on other units scored, a column a step. */
import type { WorkbookTexts } from '@plumbline/i18n'
import { isSampleAggregate, readsSample, type MissingPolicy, type NodeSpec } from '@plumbline/kernel'
import { branchFormulas } from './aggregate.ts'
import { putNode, stepKey, type Batch, type StepHead } from './batch-scope.ts'
import { addComparison } from './compare.ts'
import type { Needs } from './needs.ts'
import { absent, text, type NodeCell, type NodeCells } from './node-cells.ts'
import { rowScore } from './normalise.ts'
import { addPercentile } from './percentile.ts'
import { addSampleScore } from './sample-normalise.ts'
import { prepareIndicators, type Prepared } from './prepare.ts'
import { createSteps, type StepColumn } from './steps.ts'

/** What the steps read of other sheets, and how they call things. */
export interface BatchSource {
  readonly texts: WorkbookTexts
  readonly nameOf: (id: string) => string
  /** Rows of the batch, the unit on trial first. */
  readonly rows: number
  /** Cells of a node or value rule on the sheets of the standard, fixed. */
  readonly fixed: NodeCells
  /** Cell of a column of the sheet of units, in the row at hand. */
  readonly typed: (column: string) => string
  /** The same of the unit on trial, fixed. */
  readonly trial: (column: 'name' | 'case.period') => string
}

/** @returns The columns, from the first step to the last. */
export function batchColumns(
  nodes: readonly { readonly spec: NodeSpec; readonly policy: MissingPolicy }[],
  needs: Needs,
  source: BatchSource,
): readonly StepColumn[] {
  const { batch, prepared } = openBatch(nodes, needs, source)
  for (const { spec, policy } of nodes) {
    if (needs.outside.has(spec.id)) continue
    if (spec.kind === 'indicator') addIndicator(spec, policy, { batch, prepared })
    else if (isSampleAggregate(spec.aggregate)) addComparison({ ...spec, aggregate: spec.aggregate }, policy, batch)
    else addBranch({ ...spec, aggregate: spec.aggregate }, policy, batch)
  }
  return batch.steps.columns()
}

function openBatch(
  nodes: readonly { readonly spec: NodeSpec }[],
  needs: Needs,
  source: BatchSource,
): { readonly batch: Batch; readonly prepared: ReadonlyMap<string, Prepared> } {
  const { texts, nameOf, fixed, typed, trial } = source
  const steps = createSteps(source.rows)
  const head: Batch['head'] = (name, step) => (name === '' ? texts.steps[step] : `${name}：${texts.steps[step]}`)
  const cells: NodeCells = {
    ...fixed,
    node: (id, column) =>
      column === 'weight' || column === 'minCoverage'
        ? fixed.node(id, column)
        : steps.reserve(stepKey(id, column), head(nameOf(id), NODE_HEADS[column])).cell,
  }
  const unit = steps.add('unit', { head: head('', 'unit'), formula: `${typed('name')}&""` })
  const group = steps.add('group', { head: head('', 'group'), formula: `${typed('case.group')}&""` })
  const period = `${typed('case.period')}&""`
  const [trialUnit, trialPeriod] = [`${trial('name')}&""`, `${trial('case.period')}&""`]
  const samePeriod = `OR(${trialPeriod}="",${period}="",${period}=${trialPeriod})`
  const isOther = `AND(${unit.cell}<>"",${unit.cell}<>${trialUnit},${samePeriod})`
  const present = steps.add('present', { head: head('', 'present'), formula: `IF(${isOther},1,0)`, trial: '1' })
  const open: Batch = { texts, steps, cells, nameOf, head, typed, unit, group, present, kept: present }
  const indicators = nodes.flatMap(({ spec }) => (spec.kind === 'indicator' ? [spec] : []))
  return prepareIndicators(indicators, needs, open)
}

const NODE_HEADS: Readonly<Record<Exclude<NodeCell, 'weight' | 'minCoverage'>, StepHead>> = {
  score: 'score',
  used: 'used',
  coverage: 'coverage',
  applies: 'applies',
  counts: 'counts',
  lower: 'lower',
  upper: 'upper',
  part: 'part',
}

type Indicator = Extract<NodeSpec, { readonly kind: 'indicator' }>
type Branch = Extract<NodeSpec, { readonly kind: 'branch' }>

function addIndicator(
  spec: Indicator,
  policy: MissingPolicy,
  { batch, prepared }: { readonly batch: Batch; readonly prepared: ReadonlyMap<string, Prepared> },
): void {
  const own = prepared.get(spec.id)
  if (!own) return
  const { texts, kept } = batch
  const { words } = texts
  const { value, observed } = own
  const none = [words.notApplicable, words.screenedOut].map((word) => `${value.cell}=${text(word)}`)
  const { normalise } = spec
  const scored = readsSample(normalise)
    ? addSampleScore({ ...spec, normalise }, own, batch)
    : normalise.method === 'percentile'
      ? addPercentile(spec, own, batch)
      : rowScore({ ...spec, normalise }, value.cell, { texts, rule: own.rule })
  const { id } = spec
  putNode(batch, {
    id,
    column: 'score',
    formula: `IF(${kept.cell}=0,"",IF(OR(${none.join(',')}),${value.cell},IF(${value.cell}="",${absent(policy, texts)},${scored})))`,
  })
  putNode(batch, { id, column: 'used', formula: batch.cells.node(id, 'score') })
  putNode(batch, { id, column: 'coverage', formula: `IF(OR(${none.join(',')}),"",IF(ISNUMBER(${observed.cell}),1,0))` })
}

function addBranch(spec: Parameters<typeof branchFormulas>[0] & Branch, policy: MissingPolicy, batch: Batch): void {
  const { score, used, coverage, children } = branchFormulas(spec, policy, batch.cells)
  const { id } = spec
  for (const cell of children) putNode(batch, cell)
  putNode(batch, { id, column: 'score', formula: score })
  putNode(batch, { id, column: 'used', formula: used })
  putNode(batch, { id, column: 'coverage', formula: coverage })
}
