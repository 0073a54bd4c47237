import { asReported, compile, FaultError, withoutFormulas, type Dataset, type IndicatorSpec } from '@plumbline/kernel'
import { asGiven } from '../cases/prepare.ts'
import { replay, type ReplayedRow } from '../diff/replay.ts'
import { domainOf } from '../sample/domain.ts'
import { variantsOf } from '../sample/variants.ts'
import type { Mutant } from './mutants.ts'
import type { Searched } from './suggest.ts'

/** What an indicator that is worked out would have to come to, row by row of its scale. */
export interface WorkedOut {
  readonly values: readonly number[]
  readonly rows: readonly ReplayedRow[]
}

/**
 * A case with another value of an indicator that a formula or a program works out, under a standard and a mutant of it.
 * Which inputs give that value is the author's to say.
 *
 * @param own - The case's own row.
 * @returns Null where the case itself is refused.
 */
export function workedOut(mutant: Mutant, searched: Searched, { own, spec }: OfCase): WorkedOut | null {
  const values = domainOf(spec)
  const { catalogue, plan } = searched
  try {
    const { dataset } = asReported({ plan, dataset: own })
    const rows = asGiven(variantsOf(dataset, spec.id, values))
    const before = { catalogue, plan: withoutFormulas(plan) }
    const after = { catalogue, plan: withoutFormulas(compile(mutant.framework)) }
    return { values, rows: replay(before, after, { before: rows, after: rows }) }
  } catch (error) {
    if (error instanceof FaultError) return null
    throw error
  }
}

interface OfCase {
  readonly own: Dataset
  readonly spec: IndicatorSpec
}
