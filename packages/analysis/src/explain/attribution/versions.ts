import { compile, score, type Dataset, type Framework } from '@plumbline/kernel'
import { changesBetween, grouped, type Change } from './changes.ts'
import { mixed } from './mix.ts'
import { shapley } from './shapley.ts'

/** The difference between two versions, shared among their changes. */
export interface VersionAttribution {
  /** Length n: score under the older and the newer version. */
  readonly from: Float64Array
  readonly to: Float64Array
  /** Each change with its share of `to - from`, in every row; NaN in the rows of `unscored`. */
  readonly changes: readonly (Change & { readonly shares: Float64Array })[]
  /** Rows that some mix of the two versions does not score: no share can be said there. */
  readonly unscored: readonly number[]
}

/**
 * Why scores differ between two versions of a framework on the same data: the exact Shapley share of every change. Each
 * of the 2^k mixes of old and new is scored; more than 12 changes are taken together by pillar. In every row the shares
 * add up to the difference on the 1e-9 grid.
 *
 * @param dataset - n rows that both versions can read; an indicator that a version does not know is not read by it.
 * @throws FaultError as `score`, where a mix cannot read the data.
 * @example attributeVersions(v1, v2, dataset).changes.map(({ shares }) => shares[0]) // [4]
 */
export function attributeVersions(from: Framework, to: Framework, dataset: Dataset): VersionAttribution {
  const changes = grouped(changesBetween(from, to), from, to)
  const scoreMix = (members: number): Float64Array => {
    const made = changes.flatMap(({ parts }, place) => (members & (1 << place) ? parts : []))
    return score(compile(mixed(from, to, new Set(made))), dataset).score
  }
  const shares = shapley(changes.length, scoreMix)
  const [before, after] = [scoreMix(0), scoreMix(2 ** changes.length - 1)]
  const unscored = Array.from({ length: dataset.size }, (_, row) => row).filter((row) =>
    [before, after, ...shares].some((column) => Number.isNaN(column[row])),
  )
  return {
    from: before,
    to: after,
    changes: changes.map((change, place) => ({ ...change, shares: shares[place] ?? new Float64Array() })),
    unscored,
  }
}
