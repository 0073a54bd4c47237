/** Compares the steps of a batch, as some program has computed them, with the kernel. */
import { cellText, readSheets, type Cell } from '@plumbline/intake'
import { Blank, score, type Column, type Dataset, type Result } from '@plumbline/kernel'
import type { BatchFixture } from './batches.ts'

type Cells = ReadonlyMap<string, ReadonlyMap<string, Cell | undefined>>

/** Cells of a sheet by row id and column key. */
async function sheetOf(bytes: Uint8Array, name: string): Promise<Cells> {
  const rows = (await readSheets(bytes)).find((sheet) => sheet.name === name)?.rows ?? new Map<number, Cell[]>()
  const keys = (rows.get(2) ?? []).map(cellText)
  return new Map(
    [...rows.values()].map((cells) => [
      cellText(cells[0]).replace(/^@(?=node)/, ''),
      new Map(keys.map((key, index) => [key, cells[index]])),
    ]),
  )
}

/** The batch of a fixture, the unit on trial in the place of its case. */
export function batchOf({ cases, trial }: BatchFixture): Dataset {
  const rows = cases.cases.map((one) => (one.unit === trial.unit ? trial.values : { ...one.facts, ...one.values }))
  const ids = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const columnOf = (id: string): Column => ({
    values: Float64Array.from(rows, (row) => (typeof row[id] === 'number' ? row[id] : Number.NaN)),
    blanks: Uint8Array.from(rows, (row) =>
      row[id] === undefined ? Blank.unanswered : row[id] === 'N/A' ? Blank.notApplicable : Blank.none,
    ),
  })
  return {
    size: rows.length,
    units: cases.cases.map(({ unit }) => unit),
    periods: cases.cases.map(({ period }) => period),
    groups: cases.cases.map(({ group }) => group),
    columns: new Map(ids.map((id) => [id, columnOf(id)])),
  }
}

/** Where a cell and the kernel are apart. */
export interface Apart {
  readonly unit: string
  readonly node: string
  readonly kernel: number
  readonly cell: string
}

const GRID = 1e-9

export interface Compared {
  readonly compared: number
  readonly apart: readonly Apart[]
}

/**
 * Every score of every unit in the steps, and of the unit on trial in the tree.
 *
 * @param peerRow - Row id of the unit of a case, by the place of the case.
 */
export async function compareBatch(
  fixture: BatchFixture,
  bytes: Uint8Array,
  peerRow = (row: number): string => `@peer:${row}`,
): Promise<Compared> {
  const dataset = batchOf(fixture)
  const result = score(fixture.plugin.plan, dataset)
  const steps = await sheetOf(bytes, '同批测算')
  const tree = await sheetOf(bytes, '指标树')
  const onTrial = fixture.cases.cases.findIndex(({ unit }) => unit === fixture.trial.unit)
  const places = fixture.plugin.plan.nodes.flatMap(({ spec }, node) => [
    ...fixture.cases.cases.flatMap((_, row) => {
      const cell = steps.get(row === onTrial ? '@trial' : peerRow(row))
      return cell?.has(`${spec.id}.score`) ? [{ id: spec.id, node, row, cell: cell.get(`${spec.id}.score`) }] : []
    }),
    { id: spec.id, node, row: onTrial, cell: tree.get(`node:${spec.id}`)?.get('score') },
  ])
  const apart = places.flatMap(({ id, node, row, cell }): readonly Apart[] => {
    const kernel = kernelScore(result, node, row)
    const sheet = typeof cell === 'object' && cell.kind === 'number' ? cell.value : Number.NaN
    const isError = typeof cell === 'object' && cell.kind === 'error'
    const alike = Number.isNaN(kernel) ? Number.isNaN(sheet) && !isError : Math.abs(sheet - kernel) < GRID
    return alike ? [] : [{ unit: dataset.units[row] ?? '', node: id, kernel, cell: cellText(cell) }]
  })
  return { compared: places.length, apart }
}

const kernelScore = ({ nodes }: Result, node: number, row: number): number => nodes[node]?.score[row] ?? Number.NaN
