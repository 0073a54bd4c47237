import type { CorrelationKind } from '../../numeric/correlation.ts'
import { directedColumns, refuse, type NamedColumn } from '../named-column.ts'
import { thresholdFaults } from '../threshold.ts'
import { ancestors, checkTree, type TreeNode } from '../influence/tree.ts'
import { testCorrelation, type Correlation } from './correlation-test.ts'

/** A node's correlation with a node above it. */
export interface ParentCorrelation extends Correlation {
  readonly id: string
  readonly ancestor: string
  /** 1 for the parent, 2 for its parent. */
  readonly steps: number
  /** `negative`: works against what it is meant to measure. `weak`: hardly heard. `dominant`: nearly the whole of it. */
  readonly flag: 'negative' | 'weak' | 'dominant' | null
}

/**
 * Correlation of every node with its parent and with all nodes above it, and what is wrong with it.
 *
 * @param columns - Scores of nodes, each of length n; pairwise over the rows in which both have a value. Nodes of the tree
 *   without a column are passed over.
 * @param tree - Every node with its parent, up to one root.
 * @param options - `weak` 0.3 and `dominant` 0.92 unless said, both strict; negative is below 0. `kind` Pearson unless said.
 * @returns In the order of the columns, the parent first, then upwards. Without a correlation the flag is null and `state`
 *   says why.
 * @throws FaultError TREE_NODE_REPEATED, TREE_PARENT_UNKNOWN, TREE_CYCLE, TREE_ROOTS - see `checkTree`.
 * @throws FaultError TREE_NODE_UNKNOWN - a column's id is not in the tree.
 * @throws FaultError THRESHOLD_OUT_OF_RANGE - a threshold outside 0 to 1.
 * @throws FaultError COLUMNS_TOO_FEW, COLUMN_REPEATED, COLUMN_LENGTH_DIFFERS, COLUMN_INFINITE - see `directedColumns`.
 * @see Becker, Saisana, Paruolo and Vandecasteele (2017), Weights and importance in composite indicators,
 *   doi:10.1016/j.ecolind.2017.03.056; JRC audits use 0.3 and 0.92
 * @example
 * const index = { id: 'index', values: Float64Array.of(1, 2, 3) }
 * const pillar = { id: 'pillar', values: Float64Array.of(3, 2, 1) }
 * const tree = [{ id: 'index', parent: null, weight: 1 }, { id: 'pillar', parent: 'index', weight: 1 }]
 * parentCorrelations([pillar, index], tree)[0]?.flag // 'negative'
 */
export function parentCorrelations(
  columns: readonly NamedColumn[],
  tree: readonly TreeNode[],
  {
    weak = 0.3,
    dominant = 0.92,
    kind = 'pearson',
  }: { readonly weak?: number; readonly dominant?: number; readonly kind?: CorrelationKind } = {},
): ParentCorrelation[] {
  refuse(thresholdFaults({ weak, dominant }, { least: 0, most: 1 }))
  const directed = directedColumns(columns, 1)
  checkTree(
    tree,
    directed.map(({ id }) => id),
  )
  const values = new Map(directed.map((column) => [column.id, column.values]))
  const flag = ({ r, state }: Correlation): ParentCorrelation['flag'] => {
    if (state !== 'ok' || r === null) return null
    return r < 0 ? 'negative' : r < weak ? 'weak' : r > dominant ? 'dominant' : null
  }
  return directed.flatMap((column) =>
    ancestors(tree, column.id).flatMap((ancestor, index) => {
      const above = values.get(ancestor)
      if (!above) return []
      const correlation = testCorrelation(column.values, above, kind)
      return [{ id: column.id, ancestor, steps: index + 1, ...correlation, flag: flag(correlation) }]
    }),
  )
}
