import { readFileSync } from 'node:fs'
import { FaultError, type Fault } from '@plumbline/kernel'
import { expect } from 'vitest'
import type { NamedColumn } from '../../src/index.ts'
import { tracked } from '../coverage.ts'

export function fixture<T>(name: string): T {
  // A fixture's shape is fixed by the file beside this test; the cast is the parse step.
  return tracked(
    `audit/${name}.json`,
    JSON.parse(readFileSync(new URL(`../fixtures/audit/${name}.json`, import.meta.url), 'utf8')) as T,
  )
}

export type Cells = readonly (number | null)[]
export type Table = Readonly<Record<string, Cells>>

/** A column of numbers; null is missing. */
export const values = (cells: Cells): Float64Array => Float64Array.from(cells, (cell) => cell ?? NaN)

export const named = (table: Table): NamedColumn[] =>
  Object.entries(table).map(([id, cells]) => ({ id, values: values(cells) }))

/** The columns of a matrix that is given by rows, with ids c1, c2, ... */
export const columnsOf = (rows: readonly Cells[], prefix = 'c'): NamedColumn[] =>
  (rows[0] ?? []).map((_, j) => ({ id: `${prefix}${j + 1}`, values: values(rows.map((row) => row[j] ?? null)) }))

/** Rows as columns: one for each rater. */
export const raters = (rows: readonly Cells[]): NamedColumn[] =>
  rows.map((row, index) => ({ id: `r${index + 1}`, values: values(row) }))

/** Equal to the reference within `tolerance` of the reference's scale; null and NaN stand for each other. */
export function expectClose(
  actual: readonly (number | null)[] | Float64Array,
  expected: Cells,
  tolerance = 1e-12,
): void {
  expect(actual.length).toBe(expected.length)
  const scale = expected.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), Number.MIN_VALUE)
  expected.forEach((value, index) => {
    const got = actual[index] ?? NaN
    const label = `entry ${index}: ${got} against ${value}`
    if (value === null) expect(got, label).toBeNaN()
    else expect(Math.abs(got - value) / scale, label).toBeLessThanOrEqual(tolerance)
  })
}

export interface Dataset {
  readonly matrix: readonly (readonly number[])[]
  readonly objectives: readonly (1 | -1)[]
  readonly weights: readonly number[]
}
export const datasets = fixture<{ datasets: Readonly<Record<string, Dataset>> }>('data').datasets

interface Case<Output, Params = unknown> {
  readonly params: Params
  readonly quirk: string | null
  readonly output: Output
}
export interface Matrix {
  readonly rows: readonly string[]
  readonly cols: readonly string[]
  readonly data: readonly Cells[]
}
/** R's long format: three columns of one length. */
export interface Long {
  readonly Var1: readonly string[]
  readonly Var2: readonly string[]
  readonly Correlation: Cells
}
export interface Alphas {
  readonly group: readonly string[]
  readonly group_level: readonly number[]
  readonly child_level: readonly number[]
  readonly alpha: Cells
}
export interface Components {
  readonly groups: Readonly<
    Record<
      string,
      {
        readonly iCodes: readonly string[]
        readonly sdev: readonly number[]
        readonly prop_var?: readonly number[]
        readonly rotation: Matrix
        readonly n_rows_used?: number
      }
    >
  >
  readonly Weights: { readonly iCode: readonly string[]; readonly Weight: readonly number[] }
}
export interface Flags {
  readonly Group: readonly string[]
  readonly Ind1: readonly string[]
  readonly Ind2: readonly string[]
  readonly Corr: readonly number[]
}
export interface CoinrNode {
  readonly code: string
  readonly parent: string | null
  readonly direction: 1 | -1
  readonly weight: number
  readonly level: number
}
export interface Coinr {
  readonly structure: readonly CoinrNode[]
  readonly raw: Table
  readonly normalised: Table
  readonly aggregated: Table
  readonly normalisedImputed: Table
  readonly ranks: Table
  readonly prankRanks: Table
  readonly cases: {
    readonly stats_raw: Case<Readonly<Record<string, readonly (number | string | null)[]>>>
    readonly corr_pearson: Case<Matrix>
    readonly corr_spearman: Case<Matrix>
    readonly corr_kendall: Case<Matrix>
    readonly corr_pvals_pearson: Case<Matrix>
    readonly corr_raw_directed: Case<Long, { readonly pval: number }>
    readonly corr_withparent_l1: Case<Long>
    readonly corr_family_l1: Case<Long>
    readonly corr_groups_l2: Case<Long>
    readonly 'corr_flags_high_0.5': Case<Flags>
    readonly corr_flags_low_0: Case<Flags>
    readonly cronbach_raw_pairwise: Case<Alphas>
    readonly cronbach_norm_pairwise: Case<Alphas>
    readonly cronbach_agg_pairwise: Case<Alphas>
    readonly cronbach_norm_complete: Case<Alphas>
    readonly eff_weights: Case<{ readonly iCode: readonly string[]; readonly EffWeight: readonly number[] }>
    readonly pca_by_group_norm: Case<Components>
    readonly pca_by_group_imputed: Case<Components>
    readonly pca_all_imputed?: Case<Components>
    readonly pca_level2: Case<Components>
    readonly pca_level3?: Case<Components>
    readonly compare_corr: Case<{ readonly iCode: readonly string[]; readonly Correlation: Cells }>
  }
}
export const coinr = { small: fixture<Coinr>('coinr-small'), medium: fixture<Coinr>('coinr-medium') }

/** Codes of the nodes of a level that hang under a node, at any depth. */
export function under(structure: readonly CoinrNode[], code: string, level: number): string[] {
  const above = (node: CoinrNode): boolean => {
    if (node.parent === code) return true
    const parent = structure.find((other) => other.code === node.parent)
    return parent !== undefined && above(parent)
  }
  return structure.filter((node) => node.level === level && above(node)).map((node) => node.code)
}

/** Indicators of a table with the pillar they stand in, and their direction when the values are raw. */
export function inPillars({ structure }: Coinr, table: Table): { id: string; pillar: string; values: Float64Array }[] {
  return structure
    .filter(({ level }) => level === 1)
    .map(({ code, parent }) => ({ id: code, pillar: parent ?? '', values: values(table[code] ?? []) }))
}

/** Faults that a call throws; none when it throws nothing. */
export function faultsOf(run: () => unknown): readonly Fault[] {
  try {
    run()
  } catch (error) {
    if (error instanceof FaultError) return error.faults
    throw error
  }
  return []
}

export const codeOf = (run: () => unknown): string[] => faultsOf(run).map(({ code }) => code)
