import { COMPARISON_RULE, verdictOn } from '@plumbline/analysis'
import type { ResultRow } from '@plumbline/db'
import { fault, FaultError } from '@plumbline/kernel'
import type { Catalogue, CatalogueNode } from '@plumbline/plugin-api'
import type { App } from '../context.ts'
import type { ComparedSector, Comparison } from '../contract.ts'
import { fiveNumbers, sortedValues } from '../views/quantiles.ts'
import { openRound, resultsOf, type OpenRound } from '../views/round.ts'
import { summaryOf } from '../views/summary.ts'
import { comparedRound, type GradedRound } from './compared-round.ts'

type Column = Comparison['node']

/** Below so many units a summary would say something about single ones. */
const LEAST = COMPARISON_RULE.leastUnits

/**
 * Several rounds side by side on one node and its children, if the verdict allows it. A refused comparison carries no
 * score at all: a footnote would be lost on the first slide. Compared are the graded units.
 *
 * @param sectors - Round ids.
 * @param asked - Node id; the shared core without one.
 */
export async function compareNode(
  app: App,
  sectors: readonly string[],
  asked: string | undefined,
): Promise<Comparison> {
  const rounds = await Promise.all(Array.from(new Set(sectors), (key) => openRound(app, key)))
  const graded = await Promise.all(rounds.map((round) => gradedOf(app, round)))
  const compared = rounds.map((record, index) => ({ record, rows: graded[index] ?? [] }))
  const { comparable, basis, reasons } = verdictOn(compared.map(comparedRound), asked)
  const { node, columns } = columnsOf(rounds, asked)
  return {
    verdict: { comparable, basis, reasons },
    node,
    columns,
    sectors: comparable
      ? compared.map((sector) => sectorOf(sector, columns))
      : rounds.map((record) => withheld(record, columns)),
  }
}

const gradedOf = async (app: App, { run }: OpenRound): Promise<readonly ResultRow[]> =>
  (await resultsOf(app, run)).filter(({ status }) => status === 'graded')

/** Named by the first round that knows the node: within the core all name it alike. */
function columnsOf(rounds: readonly OpenRound[], asked: string | undefined): Pick<Comparison, 'node' | 'columns'> {
  for (const { plugin } of rounds) {
    const { nodes, core } = plugin.catalogue
    const node = nodes.find(({ id }) => id === (asked ?? core?.node))
    if (node) return { node: columnOf(node), columns: [node, ...childrenOf(plugin.catalogue, node)].map(columnOf) }
  }
  if (asked === undefined) return { node: { id: '', zh: '', en: '' }, columns: [] }
  throw new FaultError([fault('NODE_UNKNOWN', {}, { id: asked })])
}

const columnOf = ({ id, zh, en }: CatalogueNode): Column => ({ id, zh, en })
const childrenOf = (catalogue: Catalogue, { id }: CatalogueNode) =>
  catalogue.nodes.filter(({ parent }) => parent === id)

const withheld = (record: OpenRound, columns: readonly Column[]): ComparedSector => ({
  round: summaryOf(record, record.plugin.catalogue),
  size: record.units,
  summaries: columns.map(() => null),
  dots: [],
})

function sectorOf({ record, rows }: GradedRound, columns: readonly Column[]): ComparedSector {
  const [node] = columns
  const dots = node && rows.length >= LEAST ? rows.flatMap((row) => dotOf(row, node)) : []
  return {
    round: summaryOf(record, record.plugin.catalogue),
    size: rows.length,
    summaries: columns.map(({ id }) => summarise(rows, id)),
    dots: dots.sort((a, b) => a.score - b.score),
  }
}

function dotOf(row: ResultRow, { id }: Column): ComparedSector['dots'] {
  const score = row.nodes[id] ?? null
  return score === null ? [] : [{ unit: row.code, name: row.name, score }]
}

function summarise(rows: readonly ResultRow[], node: string): ComparedSector['summaries'][number] {
  const scores = sortedValues(rows.map(({ nodes }) => nodes[node] ?? null))
  return scores.length < LEAST ? null : fiveNumbers(scores)
}
