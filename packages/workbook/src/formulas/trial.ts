/**
 * The formulas by which the sheet itself scores one unit as its values are typed. They follow the kernel: missing,
 * excluded and not applicable stand as words in a cell where a score would be, and a parent reads the words.
 */
import type { WorkbookTexts } from '@plumbline/i18n'
import { isBranch, type MissingPolicy, type NodeSpec } from '@plumbline/kernel'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import type { Grids } from '../layout/place.ts'

export interface TrialContext {
  readonly plugin: LoadedPlugin
  readonly texts: WorkbookTexts
  readonly grids: Grids
  /** Hidden id of the row in which a node, fact, grade or gate stands. */
  readonly rowOf: (kind: 'node' | 'fact' | 'grade' | 'gate', id: string) => string
}

/** A cell's formula, without the sign of equality. */
export interface CellFormula {
  readonly sheet: 'tree' | 'grades' | 'rules'
  readonly row: string
  readonly column: string
  readonly formula: string
}

export const text = (value: string): string => `"${value.replaceAll('"', '""')}"`
/** A number in a formula; a negative one in brackets, so that `x--1` cannot happen. */
export const number = (value: number): string => (value < 0 ? `(${value})` : String(value))

/** Every node of the tree with the policy that says what its absence means. */
export function nodesOf({
  plan,
}: LoadedPlugin): readonly { readonly spec: NodeSpec; readonly policy: MissingPolicy }[] {
  return plan.nodes.map((node, index) => ({
    spec: node.spec,
    policy: isBranch(node)
      ? index === plan.root
        ? 'no-result'
        : (node.spec.missing ?? 'no-result')
      : (node.spec.missing ?? plan.framework.missing),
  }))
}

/** What stands in a cell whose node has no value. */
export function absent(policy: MissingPolicy, { words }: WorkbookTexts): string {
  if (policy === 'zero') return '0'
  return text(policy === 'exclude' ? words.excluded : words.noResult)
}

export const nodeCell = (context: TrialContext, id: string, column: string): string =>
  context.grids.tree?.absolute(context.rowOf('node', id), column) ?? text('')

export const ruleCell = (context: TrialContext, id: string, column: string): string =>
  context.grids.rules?.absolute(context.rowOf('node', id), column) ?? '0'
