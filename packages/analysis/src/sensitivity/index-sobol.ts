import { sampleDraw, scoreDraw, type UncertaintyModel } from '../uncertainty/model.ts'
import { checkDesign } from './estimate-sobol.ts'
import { meanRankShift } from './rank-shift.ts'
import { sobolIndices, type SobolIndex, type SobolOptions } from './sobol-indices.ts'
import type { Result } from '@plumbline/kernel'

export interface IndexSobolOptions extends SobolOptions {
  readonly seed: number
  /** N: the index is scored N (factors + 2) times. */
  readonly base: number
  /** What is asked of a result: the mean absolute change of rank against the nominal one unless told. */
  readonly output?: (result: Result) => number
}

/** One factor of a specification and what it does to the output. */
export interface FactorIndex extends SobolIndex {
  /** Place in the specification, for example `weights/0`. */
  readonly key: string
}

/**
 * Which uncertainty moves the ranking: Sobol indices over the factors of a specification. A factor is drawn as a whole,
 * by number: row i of the first matrix is draw 2 i of every factor, row i of the second draw 2 i + 1.
 *
 * @returns null for the indices where nothing moves the output.
 * @throws FaultError as `sobolIndices`.
 * @see Saisana, Saltelli, Tarantola (2005), doi:10.1111/j.1467-985X.2005.00350.x
 * @example sobolOfIndex(prepareUncertainty(plan, dataset, spec), { seed: 1, base: 256 })
 */
export function sobolOfIndex(
  model: UncertaintyModel,
  options: IndexSobolOptions,
): { readonly variance: number; readonly indices: readonly FactorIndex[] | null } {
  const { seed, base, output = (result) => meanRankShift(model.nominal.rank, result.rank) } = options
  const { factors } = model
  checkDesign({ factors: factors.length, base })
  const column = (numbers: (row: number) => readonly number[]): Float64Array =>
    Float64Array.from({ length: base }, (_, row) => output(scoreDraw(model, sampleDraw(model, seed, numbers(row)))))
  const { variance, indices } = sobolIndices(
    {
      a: column((row) => factors.map(() => 2 * row)),
      b: column((row) => factors.map(() => 2 * row + 1)),
      ab: factors.map((_, factor) => column((row) => factors.map((__, other) => 2 * row + (other === factor ? 1 : 0)))),
    },
    options,
  )
  return {
    variance,
    indices: indices?.flatMap((index, factor) => ({ key: factors[factor]?.key ?? '', ...index })) ?? null,
  }
}
