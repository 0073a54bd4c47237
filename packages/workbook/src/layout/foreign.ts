/** Rows that a standard does not own but that its score needs: the mounted core, facts, grades and gates taken over. */
import { fillText, type WorkbookTexts } from '@plumbline/i18n'
import { isBranch } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode } from '@plumbline/plugin-api'
import type { LoadedPlugin } from '@plumbline/plugin-host'
import { TRIAL_ROWS } from '../formulas/grading.ts'
import { nameBook, termsOf } from '../names-of.ts'
import type { Json } from '../json.ts'
import { encodeRecord, type EncodeScope } from '../record.ts'
import { encodeTree } from '../sheets/tree.ts'
import { SECTIONS, type SectionSheet } from '../sheets/sections.ts'
import type { Row, Table } from '../table.ts'
import type { Encoded } from '../tables.ts'

/** Marks rows that are shown and not read. */
export const FOREIGN = '@'

/**
 * The tables with the rows that the trial needs.
 *
 * @param inBatch - The unit on trial is scored beside others, so it needs a name and a period.
 */
export function withTrialRows(
  encoded: Encoded,
  plugin: LoadedPlugin,
  { texts, inBatch }: { readonly texts: WorkbookTexts; readonly inBatch: boolean },
): Encoded['tables'] {
  const { tables } = encoded
  const scope: EncodeScope = { sheet: 'tree', texts, names: nameBook(termsOf(plugin.catalogue)), translations: [] }
  const mounted = foreignNodes(plugin, tables.tree, scope)
  return {
    ...tables,
    tree: { ...tables.tree, rows: mounted.tree },
    rules: { ...tables.rules, rows: [...tables.rules.rows, ...mounted.rules] },
    subject: withColumns(
      tables.subject,
      ['trial'],
      [
        ...tables.subject.rows,
        ...foreignRows(plugin, tables.subject, { sheet: 'subject', scope }),
        ...(inBatch ? [trialRow('unit', texts.kinds.trialUnit), trialRow('period', texts.kinds.trialPeriod)] : []),
        trialRow('group', texts.kinds.trialGroup),
      ],
    ),
    grades: withColumns(
      tables.grades,
      ['result', 'used'],
      [
        ...tables.grades.rows,
        ...foreignRows(plugin, tables.grades, { sheet: 'grades', scope }),
        ...(
          [
            ['byScore', 'gradeByScore'],
            ['status', 'status'],
            ['grade', 'grade'],
          ] as const
        ).map(([row, note]) => ({
          id: TRIAL_ROWS[row],
          cells: { kind: texts.kinds.total, name: texts.notes[note] },
        })),
      ],
    ),
  }
}

const trialRow = (key: keyof typeof TRIAL_ROWS, name: string): Row => ({
  id: TRIAL_ROWS[key],
  cells: { kind: name, name },
})

const withColumns = (table: Table, columns: readonly string[], rows: readonly Row[]): Table => ({
  ...table,
  columns: [...table.columns, ...columns],
  rows,
})

/** Every node of the tree in order; those of mounted plugins below their mount. */
function foreignNodes(
  plugin: LoadedPlugin,
  { rows }: Table,
  scope: EncodeScope,
): { readonly tree: readonly Row[]; readonly rules: readonly Row[] } {
  const own = new Map(rows.map((row) => [row.id, row]))
  const tree: Row[] = []
  const rules: Row[] = []
  for (const node of plugin.catalogue.nodes) {
    const row = own.get(`node:${node.id}`)
    if (row) {
      tree.push(row.cells['name'] === undefined ? { ...row, cells: { ...row.cells, name: node.zh } } : row)
      continue
    }
    const there = encodeTree(nodeRecord(node, plugin), scope)
    const [first] = there.tree
    if (first)
      tree.push({
        id: FOREIGN + first.id,
        cells: { ...first.cells, level: node.depth, name: `${node.zh}${from(node.from, scope)}` },
      })
    rules.push(...there.rules.map((rule) => ({ id: FOREIGN + rule.id, cells: { ...rule.cells, rest: null } })))
  }
  return { tree, rules }
}

const from = (plugin: string, { texts }: EncodeScope): string => fillText(texts.notes.from, { plugin })

/** A node as a manifest would write it. */
function nodeRecord(node: CatalogueNode, { plan }: LoadedPlugin): { readonly [key: string]: Json } {
  const { id, zh, en, weight } = node
  const spec = plan.nodes[plan.indexOf.get(id) ?? -1]
  const missing = spec?.spec.missing === undefined ? {} : { missing: spec.spec.missing }
  if (node.kind === 'branch') {
    const branch = spec && isBranch(spec) ? spec.spec : null
    const coverage = branch?.minCoverage === undefined ? {} : { minCoverage: branch.minCoverage }
    return { id, zh, en, weight, aggregate: plain(branch?.aggregate ?? {}), ...coverage, ...missing }
  }
  const { type, direction, normalise, basic, source, evidence } = node
  return {
    id,
    zh,
    en,
    weight,
    type,
    direction,
    basic,
    source,
    evidence,
    normalise: plain(normalise),
    unit: plain(node.unitOfMeasure),
    calc: plain(node.calc),
    ...missing,
  }
}

/** Typed data as plain data. */
const plain = (value: object): Json => JSON.parse(JSON.stringify(value)) as Json

type Foreign = { readonly id: string; readonly kind: string; readonly record: { readonly [key: string]: Json } }

function foreignRows(
  { catalogue }: LoadedPlugin,
  { rows }: Table,
  { sheet, scope }: { readonly sheet: SectionSheet; readonly scope: EncodeScope },
): readonly Row[] {
  const own = new Set(rows.map(({ id }) => id))
  return foreignOf(catalogue, sheet)
    .filter(({ id, kind }) => !own.has(`${kind}:${id}`))
    .map(({ id, kind, record }) => {
      const section = SECTIONS[sheet].find((one) => one.kind === kind)
      const words: Readonly<Record<string, string>> = scope.texts.kinds
      const row = encodeRecord(
        record,
        {
          id: `${FOREIGN}${kind}:${id}`,
          fields: section?.fields ?? [],
          extra: { kind: words[kind] ?? kind, code: kind === 'grade' ? id : null },
        },
        { ...scope, sheet },
      )
      return { ...row, cells: { ...row.cells, rest: null } }
    })
}

function foreignOf(catalogue: Catalogue, sheet: SectionSheet): readonly Foreign[] {
  if (sheet === 'subject')
    return catalogue.facts.map(({ id, zh, en, type }) => ({ id, kind: 'fact', record: { zh, en, type } }))
  if (sheet !== 'grades') return []
  return [
    ...catalogue.grades.map(({ id, zh, en, min }) => ({ id, kind: 'grade', record: { zh, en, min } })),
    ...catalogue.gates.map(({ gate, zh, en }) => {
      const { id, ...spec } = gate
      return { id, kind: 'gate', record: { zh, en, ...(plain(spec) as { readonly [key: string]: Json }) } }
    }),
  ]
}
