import { sampleDraw, standDraw, type UncertaintyModel } from '../uncertainty/model.ts'
import { checkDesign } from './estimate-sobol.ts'
import { meanRankShift } from './rank-shift.ts'
import { sobolIndices, type SobolIndex, type SobolOptions } from './sobol-indices.ts'
import type { Standing } from '@plumbline/kernel'

/** Size and seed of the design, and what is watched. */
export interface IndexSobolOptions extends SobolOptions {
  readonly seed: number
  /** N: the index is scored N (factors + 2) times. */
  readonly base: number
  /** What is asked of a result: the mean absolute change of rank against the nominal one unless told. */
  readonly output?: (result: Standing) => number
}

/** One factor of a specification and what it does to the output. */
export interface FactorIndex extends SobolIndex {
  /** Place in the specification, for example `weights/0`. */
  readonly key: string
}

/** Outputs of one row of the design: of both matrices, and of the first with each factor taken from the second. */
export interface SobolRow {
  readonly a: number
  readonly b: number
  readonly ab: readonly number[]
}

/**
 * Scores one row of the design. Rows stand for themselves, so that several workers may share them out.
 *
 * @param row - From 0.
 * @example sobolRow(model, 0, { seed: 1 }).ab.length // 1
 */
export function sobolRow(
  model: UncertaintyModel,
  row: number,
  { seed, output = shiftFrom(model) }: Pick<IndexSobolOptions, 'seed' | 'output'>,
): SobolRow {
  const { factors } = model
  const at = (numbers: readonly number[]): number => output(standDraw(model, sampleDraw(model, seed, numbers)))
  return {
    a: at(factors.map(() => 2 * row)),
    b: at(factors.map(() => 2 * row + 1)),
    ab: factors.map((_, factor) => at(factors.map((__, other) => 2 * row + (other === factor ? 1 : 0)))),
  }
}

/**
 * Indices from all rows of a design, in their order.
 *
 * @returns null for the indices where nothing moves the output.
 * @throws FaultError as `sobolIndices`.
 * @example sobolOfRows(model, [0, 1, 2, 3].map((row) => sobolRow(model, row, { seed: 1 })), { seed: 1, base: 4 }) // { variance: 0, indices: null }
 */
export function sobolOfRows(
  { factors }: UncertaintyModel,
  rows: readonly SobolRow[],
  options: SobolOptions,
): { readonly variance: number; readonly indices: readonly FactorIndex[] | null } {
  const column = (value: (row: SobolRow) => number | undefined): Float64Array =>
    Float64Array.from(rows, (row) => value(row) ?? NaN)
  const { variance, indices } = sobolIndices(
    {
      a: column(({ a }) => a),
      b: column(({ b }) => b),
      ab: factors.map((_, factor) => column(({ ab }) => ab[factor])),
    },
    options,
  )
  return {
    variance,
    indices: indices?.flatMap((index, factor) => ({ key: factors[factor]?.key ?? '', ...index })) ?? null,
  }
}

const shiftFrom =
  ({ nominal }: UncertaintyModel) =>
  (result: Standing): number =>
    meanRankShift(nominal.rank, result.rank)

/**
 * Which uncertainty moves the ranking: Sobol indices over the factors of a specification. A factor is drawn as a whole,
 * by number: row i of the first matrix is draw 2 i of every factor, row i of the second draw 2 i + 1.
 *
 * @returns null for the indices where nothing moves the output.
 * @throws FaultError as `sobolIndices`.
 * @see Saisana, Saltelli, Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x
 * @example sobolOfIndex(model, { seed: 1, base: 64 }) // { variance: 0, indices: null }
 */
export function sobolOfIndex(
  model: UncertaintyModel,
  options: IndexSobolOptions,
): { readonly variance: number; readonly indices: readonly FactorIndex[] | null } {
  checkDesign({ factors: model.factors.length, base: options.base })
  const rows = Array.from({ length: options.base }, (_, row) => sobolRow(model, row, options))
  return sobolOfRows(model, rows, options)
}
