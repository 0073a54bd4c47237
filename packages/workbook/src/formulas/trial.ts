/**
 * The formulas by which the sheet itself scores one unit as its values are typed. They follow the kernel: missing,
 * excluded and not applicable stand as words in a cell where a score would be, and a parent reads the words.
 */
import type { WorkbookTexts } from '@plumbline/i18n'
import { isBranch, isSampleAggregate, readsSample, type MissingPolicy, type NodeSpec } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Grids } from '../layout/place.ts'
import { branchFormulas } from './aggregate.ts'
import type { Needs, Reason } from './needs.ts'
import { text, type NodeCell, type NodeCells } from './node-cells.ts'
import { indicatorFormulas } from './normalise.ts'

export interface TrialContext {
  readonly plugin: LoadedPlugin
  readonly texts: WorkbookTexts
  readonly grids: Grids
  readonly needs: Needs
  /** Hidden id of the row in which a node, fact, grade or gate stands. */
  readonly rowOf: (kind: 'node' | 'fact' | 'grade' | 'gate', id: string) => string
  /** The capacity of a branch, set by set. */
  readonly capacity: NodeCells['capacity']
  /** Cell of a step of the unit on trial; null where there is no batch. */
  readonly step: (key: string) => string | null
}

/** A cell's formula, without the sign of equality. */
export interface CellFormula {
  readonly sheet: 'tree' | 'grades' | 'rules'
  readonly row: string
  readonly column: string
  readonly formula: string
  /** Why it is left to Plumbline. */
  readonly reason?: Reason
}

/** A node with the policy that says what its absence means. */
export interface PolicyNode {
  readonly spec: NodeSpec
  readonly policy: MissingPolicy
}

/** Every node of the tree in plan order. */
export function nodesOf({ plan }: LoadedPlugin): readonly PolicyNode[] {
  return plan.nodes.map((node, index) => ({
    spec: node.spec,
    policy: isBranch(node)
      ? index === plan.root
        ? 'no-result'
        : (node.spec.missing ?? 'no-result')
      : (node.spec.missing ?? plan.framework.missing),
  }))
}

export const nodeCell = (context: TrialContext, id: string, column: NodeCell | 'trial'): string =>
  context.grids.tree?.absolute(context.rowOf('node', id), column) ?? text('')

const ruleCell = (context: TrialContext, id: string, column: string): string =>
  context.grids.rules?.absolute(context.rowOf('node', id), column) ?? '0'

/** Cells of nodes and value rules from any sheet. */
export const fixedCells = (context: Omit<TrialContext, 'step'>): NodeCells => ({
  texts: context.texts,
  node: (id, column) => nodeCell({ ...context, step: () => null }, id, column),
  rule: (id, column) => ruleCell({ ...context, step: () => null }, id, column),
  capacity: context.capacity,
})

/** Scores, values used and coverage of every node on the sheet of the tree. */
export function treeFormulas(context: TrialContext): readonly CellFormula[] {
  const cells: NodeCells = {
    ...fixedCells(context),
    node: (id, column) => context.grids.tree?.fixed(context.rowOf('node', id), column) ?? text(''),
  }
  return nodesOf(context.plugin).flatMap((node) => nodeFormulas(node, context, cells))
}

function nodeFormulas({ spec, policy }: PolicyNode, context: TrialContext, cells: NodeCells): readonly CellFormula[] {
  const { needs, texts } = context
  const put = (column: NodeCell, formula: string, id = spec.id): CellFormula => ({
    sheet: 'tree',
    row: context.rowOf('node', id),
    column,
    formula,
  })
  const reason = needs.outside.get(spec.id)
  if (reason !== undefined) {
    const outside = text(texts.words.outside)
    return [{ ...put('score', outside), reason }, put('used', outside), put('coverage', text(''))]
  }
  const branch = spec.kind === 'branch' ? branchOf(spec, policy, cells) : null
  const own = spec.kind === 'branch' ? branch : indicatorOf(spec, policy, { context, cells })
  const children = branch?.children ?? []
  const kept = context.step('kept')
  const shown = (column: 'score' | 'used' | 'coverage'): string => {
    const formula = own?.[column] ?? context.step(`${spec.id}.${column}`) ?? text('')
    if (kept === null) return formula
    return `IF(${kept}=0,${column === 'coverage' ? '0' : text(texts.words.noResult)},${formula})`
  }
  return [
    put('score', shown('score')),
    put('used', shown('used')),
    put('coverage', shown('coverage')),
    ...children.map(({ id, column, formula }) => put(column, formula, id)),
  ]
}

type Branch = Extract<NodeSpec, { readonly kind: 'branch' }>

/** null where the score is worked out in the steps of the batch. */
function branchOf(spec: Branch, policy: MissingPolicy, cells: NodeCells): ReturnType<typeof branchFormulas> | null {
  const { aggregate } = spec
  return isSampleAggregate(aggregate) ? null : branchFormulas({ ...spec, aggregate }, policy, cells)
}

type Indicator = Extract<NodeSpec, { readonly kind: 'indicator' }>

function indicatorOf(
  spec: Indicator,
  policy: MissingPolicy,
  { context, cells }: { readonly context: TrialContext; readonly cells: NodeCells },
): ReturnType<typeof indicatorFormulas> | null {
  const { normalise } = spec
  if (context.needs.leaves.has(spec.id) || readsSample(normalise)) return null
  const raw = context.grids.tree?.fixed(context.rowOf('node', spec.id), 'trial') ?? text('')
  return indicatorFormulas({ ...spec, normalise }, policy, { cells, raw })
}
