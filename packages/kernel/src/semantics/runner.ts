import { fault, FaultError } from '../errors.ts'
import type { Edition, Editions } from './edition.ts'
import { editions } from './editions.ts'

/**
 * Runs each plan by the edition that its framework names.
 *
 * @throws FaultError SEMANTICS_UNKNOWN - from any function, for a plan of an edition that is not among these.
 * @example createRunner(editions).score(plan, dataset).score // [60, 55, 25, 90]
 */
export function createRunner(known: Editions): Edition {
  const editionOf = (semantics: number): Edition => {
    const edition = known[semantics]
    if (edition) return edition
    throw new FaultError([
      fault('SEMANTICS_UNKNOWN', { semantics, known: Object.keys(known).join(', ') }, { path: 'semantics' }),
    ])
  }
  return {
    score: (plan, dataset, options) => editionOf(plan.framework.semantics).score(plan, dataset, options),
    rescorer: (plan, ...asked) => editionOf(plan.framework.semantics).rescorer(plan, ...asked),
    trace: (result, ...asked) => editionOf(result.plan.framework.semantics).trace(result, ...asked),
  }
}

const runner = createRunner(editions)

/**
 * Scores a dataset by a plan, by the edition of the semantics that its framework names: normalise, aggregate, gate,
 * grade, rank. The same input gives the same bits everywhere.
 *
 * @param dataset - n rows; not changed.
 * @returns Columns of length n, in the dataset's row order.
 * @throws FaultError with every fault of the data (`validateDataset`), each with unit, period and id.
 * @example score(compile(framework), dataset).score // [60, 55, 25, 90]
 */
export const score: Edition['score'] = runner.score

/**
 * Scores many variants of one plan over one dataset, by the edition of the plan, as simulations do: what a variant leaves as
 * it was is not worked out again. Columns, specifications and imputations are known again by identity: none may be changed.
 *
 * @param dataset - n rows; not changed.
 * @param options - Rows of earlier periods, as for `score`.
 * @returns A function that gives the score, status, grade and rank that `score` gives, to the bit.
 * @throws FaultError as `score`, here and for each variant.
 * @example rescorer(plan, dataset)({ plan }).score // [60, 55, 25, 90]
 */
export const rescorer: Edition['rescorer'] = runner.rescorer

/**
 * Opens one row of a result, by the edition it was scored by: every number from the raw values to the grade, as plain
 * JSON.
 *
 * @param result - From `score`.
 * @param dataset - The dataset that was scored.
 * @param row - Index of the row in both.
 * @param options - The same as for `score`: the history is read again for the look-back of gates.
 * @throws FaultError ROW_UNKNOWN - there is no such row.
 * @example trace(score(plan, dataset), dataset, 0).score // 60
 */
export const trace: Edition['trace'] = runner.trace
