import { fillText } from '@plumbline/i18n'
import type { CatalogueNode } from '@plumbline/plugin-api'
import type { Block, TableCell } from '../model.ts'
import { childrenOf, leavesOf, rootOf, type Writing } from './context.ts'

/** Clause 4: who is assessed, and by which indicators. */
export function systemClause(writing: Writing): readonly Block[] {
  const { catalogue, texts, of } = writing
  const root = rootOf(catalogue)
  const table = writing.nextTable()
  const { rows, levels } = root ? treeRows(root, writing) : { rows: [], levels: 0 }
  const bindings = Object.values(catalogue.coreBindings)
  const head = (number: number, text: string): Block => ({ kind: 'heading', level: 2, number: `4.${number}`, text })
  const indicators = catalogue.nodes.filter((node) => node.kind === 'indicator').length
  const dimensions = root ? childrenOf(catalogue, root.id).length : 0
  let clause = 2
  return [
    { kind: 'heading', level: 1, number: '4', text: texts.system },
    head(1, texts.subject),
    {
      kind: 'paragraph',
      text: fillText(texts.subjectText, {
        unit: of(catalogue.unitOfAssessment),
        months: catalogue.framework.periodMonths,
      }),
    },
    ...(catalogue.groups.length === 0
      ? []
      : ([
          { kind: 'paragraph', text: texts.groupsText },
          { kind: 'list', mark: 'dash', items: catalogue.groups.map(of) },
        ] satisfies readonly Block[])),
    head(clause++, texts.structure),
    { kind: 'paragraph', text: fillText(texts.structureText, { levels, dimensions, indicators, table }) },
    {
      kind: 'table',
      caption: `${fillText(texts.table, { n: table })}  ${texts.structureTable}`,
      head: Array.from({ length: levels }, (_, index) => fillText(texts.level, { n: ordinal(index + 1, writing) })),
      rows,
      widths: Array.from({ length: levels }, () => 100 / Math.max(1, levels)),
    },
    ...(bindings.length === 0
      ? []
      : ([
          head(clause++, texts.bindings),
          { kind: 'paragraph', text: texts.bindingsText },
          { kind: 'list', mark: 'letter', items: bindings.map(of) },
        ] satisfies readonly Block[])),
    ...(catalogue.keyProcesses.length === 0
      ? []
      : ([
          head(clause++, texts.processes),
          { kind: 'paragraph', text: texts.processesText },
          { kind: 'list', mark: 'letter', items: catalogue.keyProcesses.map(of) },
        ] satisfies readonly Block[])),
  ]
}

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八']
const ordinal = (n: number, { texts }: Writing): string =>
  texts.level.startsWith('{{n}}级') ? (HAN[n] ?? String(n)) : String(n)

/** A row a leaf; a branch covers the rows of its leaves, a leaf higher up leaves the columns behind it empty. */
function treeRows(
  root: CatalogueNode,
  writing: Writing,
): { readonly rows: readonly (readonly TableCell[])[]; readonly levels: number } {
  const { catalogue, of } = writing
  const levels = Math.max(...catalogue.nodes.map(({ depth }) => depth))
  const rows: TableCell[][] = []
  for (const child of childrenOf(catalogue, root.id)) rows.push(...rowsOf(child, 1))
  return { rows, levels }

  function rowsOf(node: CatalogueNode, level: number): TableCell[][] {
    if (node.kind === 'indicator') return [[of(node), ...Array.from({ length: levels - level }, () => '—')]]
    const below = childrenOf(catalogue, node.id).flatMap((child) => rowsOf(child, level + 1))
    const [first = [], ...others] = below
    return [[{ text: of(node), rows: leavesOf(catalogue, node).length }, ...first], ...others]
  }
}
