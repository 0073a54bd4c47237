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

/** The rows whose difference is shared out. */
export interface VersionRows {
  /** As the older version reads them. */
  readonly dataset: Dataset
  /**
   * The same rows, in the same order, as the newer version reads them: with what its programs work out, and what a
   * migration carried over. As the older one reads them unless said.
   */
  readonly after?: Dataset
  /** The rows that are asked for, in the order asked for: everything returned is of these. All unless said. */
  readonly rows?: readonly number[]
  /** Told after each mix that is scored: how many of them are. */
  readonly onMix?: (done: number, mixes: number) => void
}

/**
 * Why scores differ between two versions of a framework on the same rows: the exact Shapley share of every change. Each
 * of the 2^k mixes of old and new is scored; more than 12 changes are taken together by pillar. In every row the shares
 * add up to the difference on the 1e-9 grid.
 *
 * A program is run by nobody here: that it changed is seen by the columns that it gave, and a mix reads the one or the
 * other.
 *
 * @param rows - n rows as either version reads them; an indicator that a version does not know is not read by it.
 * @throws FaultError as `score`, where a mix cannot read the data.
 * @example attributeVersions(v1, v2, { dataset }).changes.map(({ shares }) => shares[0]) // [4]
 */
export function attributeVersions(
  from: Framework,
  to: Framework,
  { dataset, after = dataset, rows, onMix }: VersionRows,
): VersionAttribution {
  const [old, next] = [
    { framework: from, dataset },
    { framework: to, dataset: after },
  ]
  const changes = grouped(changesBetween(old, next), from, to)
  const scoreMix = (members: number): Float64Array => {
    const made = changes.flatMap(({ parts }, place) => (members & (1 << place) ? parts : []))
    const mix = mixed(old, next, new Set(made))
    const scores = score(compile(mix.framework), mix.dataset).score
    return rows ? Float64Array.from(rows, (row) => scores[row] ?? NaN) : scores
  }
  const mixes = 2 ** changes.length
  const shares = shapley(changes.length, (members) => {
    const scores = scoreMix(members)
    onMix?.(members + 1, mixes)
    return scores
  })
  const [before, last] = [scoreMix(0), scoreMix(mixes - 1)]
  const unscored = Array.from(before.keys()).filter((row) =>
    [before, last, ...shares].some((column) => Number.isNaN(column[row])),
  )
  return {
    from: before,
    to: last,
    changes: changes.map((change, place) => ({ ...change, shares: shares[place] ?? new Float64Array() })),
    unscored,
  }
}
