import {
  Blank,
  type AggregateSpec,
  type BranchSpec,
  type Column,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type NodeSpec,
  type NormaliseSpec,
} from '../../src/index.ts'

/** Raw 0 to 100 is score 0 to 100: tests of the tree write scores directly. */
const AS_IS: NormaliseSpec = { method: 'goalposts', worst: 0, best: 100 }
const ARITHMETIC: AggregateSpec = { method: 'arithmetic' }

export const GRADES = [
  { id: 'L1', min: 0 },
  { id: 'L2', min: 30 },
  { id: 'L3', min: 50 },
  { id: 'L4', min: 70 },
  { id: 'L5', min: 85 },
]

export const leaf = (id: string, weight = 1, over: Partial<IndicatorSpec> = {}): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction: 'positive',
  normalise: AS_IS,
  ...over,
})

export const branch = (id: string, children: readonly NodeSpec[], over: Partial<BranchSpec> = {}): BranchSpec => ({
  kind: 'branch',
  id,
  weight: 1,
  aggregate: ARITHMETIC,
  children,
  ...over,
})

export const framework = (root: BranchSpec, over: Partial<Framework> = {}): Framework => ({
  semantics: 1,
  root,
  missing: 'zero',
  facts: [],
  gates: [],
  grades: GRADES,
  basicRule: [],
  periodMonths: 12,
  ...over,
})

/** `null` is unanswered, `'na'` not applicable, an array a panel's ratings. */
export type Cell = number | null | 'na' | readonly number[]

export interface TestRow {
  readonly unit?: string
  readonly period?: string
  readonly group?: string | null
  readonly cells: Readonly<Record<string, Cell>>
}

/** A dataset from rows as one would write them down. */
export function dataset(rows: readonly TestRow[]): Dataset {
  const ids = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))]
  return {
    size: rows.length,
    units: rows.map(({ unit }, row) => unit ?? `u${row}`),
    periods: rows.map(({ period }) => period ?? '2025'),
    groups: rows.map(({ group }) => group ?? null),
    columns: new Map(ids.map((id) => [id, column(rows.map(({ cells }) => cells[id] ?? null))])),
  }
}

export function column(cells: readonly Cell[]): Column {
  return {
    values: Float64Array.from(cells, (cell) => (typeof cell === 'number' ? cell : NaN)),
    blanks: Uint8Array.from(cells, (cell) =>
      typeof cell === 'number' ? Blank.none : cell === 'na' ? Blank.notApplicable : Blank.unanswered,
    ),
    ratings: new Map(cells.flatMap((cell, row) => (isRatings(cell) ? [[row, cell] as const] : []))),
  }
}

const isRatings = (cell: Cell): cell is readonly number[] => Array.isArray(cell)
