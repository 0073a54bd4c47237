import { readFileSync } from 'node:fs'
import {
  compile,
  ln,
  type BranchSpec,
  type Dataset,
  type Framework,
  type IndicatorSpec,
  type NodeSpec,
  type Plan,
} from '@plumbline/kernel'
import { kurtosis } from '../../src/numeric/kurtosis.ts'
import { skewness } from '../../src/numeric/skewness.ts'
import { tracked } from '../coverage.ts'

/** The fixture's shape is fixed by the file beside this test; the cast is the parse step. */
export const fixture = <T>(name: string): T =>
  tracked(`${name}.json`, JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8')) as T)

export const frameworkOf = (root: BranchSpec, more: Partial<Framework> = {}): Framework => ({
  semantics: 1,
  root,
  missing: 'exclude',
  facts: [],
  gates: [],
  grades: [
    { id: 'low', min: 0 },
    { id: 'high', min: 50 },
  ],
  basicRule: [],
  periodMonths: 12,
  ...more,
})

export const leaf = (id: string, weight: number, direction: 'positive' | 'negative' = 'positive'): IndicatorSpec => ({
  kind: 'indicator',
  id,
  weight,
  direction,
  normalise: direction === 'positive' ? marks(0, 100) : marks(100, 0),
})

export const marks = (worst: number, best: number): { method: 'goalposts'; worst: number; best: number } => ({
  method: 'goalposts',
  worst,
  best,
})

export const branch = (
  id: string,
  weight: number,
  children: readonly NodeSpec[],
  method: 'arithmetic' | 'geometric' | 'minimum' = 'arithmetic',
): BranchSpec => ({ kind: 'branch', id, weight, aggregate: { method }, children })

/** A weighted sum of scores, weights as given. */
export const flat = (weights: readonly number[], more: Partial<Framework> = {}): Plan =>
  compile(
    frameworkOf(
      branch(
        'index',
        1,
        weights.map((weight, index) => leaf(`c${index}`, weight)),
      ),
      more,
    ),
  )

/** Units u1, u2, ... in one period; NaN is unanswered. */
export function datasetOf(
  columns: Readonly<Record<string, readonly (number | null)[]>>,
  units?: readonly string[],
): Dataset {
  const size = Object.values(columns)[0]?.length ?? 0
  return {
    size,
    units: units ?? Array.from({ length: size }, (_, row) => `u${row + 1}`),
    periods: Array.from({ length: size }, () => '2025'),
    groups: Array.from({ length: size }, () => null),
    columns: new Map(
      Object.entries(columns).map(([id, cells]) => [
        id,
        {
          values: Float64Array.from(cells, (cell) => cell ?? NaN),
          blanks: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)),
        },
      ]),
    ),
  }
}

/** The columns c0, c1, ... of a matrix by rows. */
export const matrixDataset = (rows: readonly (readonly number[])[]): Dataset =>
  datasetOf(Object.fromEntries((rows[0] ?? []).map((_, j) => [`c${j}`, rows.map((row) => row[j] ?? NaN)])))

interface StructureRow {
  readonly code: string
  readonly parent: string | null
  readonly direction: 1 | -1
  readonly weight: number
  readonly type: 'Indicator' | 'Aggregate'
}

export interface CoinrData {
  readonly units: readonly string[]
  readonly values: Readonly<Record<string, readonly (number | null)[]>>
  readonly structure: readonly StructureRow[]
}

/** COINr's tree: missing children are left out at every level. */
export function coinrPlan({ structure }: CoinrData): Plan {
  const root = structure.find(({ parent }) => parent === null)
  if (!root) throw new Error('no root')
  return compile(frameworkOf(build(root, 1)))

  function build({ code }: StructureRow, weight: number): BranchSpec {
    const rows = structure.filter(({ parent }) => parent === code)
    const total = rows.reduce((sum, row) => sum + row.weight, 0)
    return {
      ...branch(
        code,
        weight,
        rows.map((row) =>
          row.type === 'Aggregate'
            ? build(row, row.weight / total)
            : leaf(row.code, row.weight / total, row.direction === 1 ? 'positive' : 'negative'),
        ),
      ),
      missing: 'exclude',
    }
  }
}

/**
 * COINr's default treatment, which the kernel does not have: the most extreme value (ties together) is brought to the next
 * until |skewness| < 2 or kurtosis < 3.5, at most `winmax` times; a column that still fails is given ln(x - min + 0.01 range).
 */
export function treat(values: Float64Array, winmax: number): Float64Array {
  const passes = (column: Float64Array): boolean => Math.abs(skewness(column)) < 2 || kurtosis(column) < 3.5
  const column = values.slice()
  for (let step = 0; step < winmax && !passes(column); step++) {
    const sign = skewness(column) >= 0 ? 1 : -1
    const directed = [...column].filter((value) => !Number.isNaN(value)).map((value) => sign * value)
    const most = Math.max(...directed)
    const next = Math.max(...directed.filter((value) => value < most))
    for (const [row, value] of column.entries()) if (sign * value === most) column[row] = sign * next
  }
  if (passes(column)) return column
  const there = [...values].filter((value) => !Number.isNaN(value))
  const [low, high] = [Math.min(...there), Math.max(...there)]
  return values.map((value) => (Number.isNaN(value) ? NaN : ln(value - low + 0.01 * (high - low))))
}
