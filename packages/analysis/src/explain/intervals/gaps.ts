import {
  Blank,
  formulasIn,
  isCall,
  NodeState,
  readsSample,
  referencesOf,
  type Condition,
  type Expression,
  type FactSpec,
  type IndicatorSpec,
  type Result,
} from '@plumbline/kernel'
import { comparisonsOf } from '../common/conditions.ts'
import { indicatorsOf } from '../common/indicators.ts'
import type { RowScorer } from '../common/row-scorer.ts'
import { candidates, scoresOf } from '../routes/settings.ts'

/** An indicator or fact whose cell is missing, with the answers that are tried. */
export interface Gap {
  readonly id: string
  readonly kind: 'indicator' | 'fact'
  /** Raw values. Of an indicator the worst and the best; of a fact both sides of whatever gates compare it with. */
  readonly answers: readonly number[]
}

/**
 * What is missing in a row: indicators that have no score for want of a value (unanswered, not available, withheld, a
 * panel with too few ratings), and facts that a gate reads. Not applicable is an answer, and no gap.
 */
export function gapsOf(scorer: RowScorer, now: Result): readonly Gap[] {
  return [...indicatorGaps(scorer, now), ...factGaps(scorer)]
}

function indicatorGaps(scorer: RowScorer, now: Result): readonly Gap[] {
  return indicatorsOf(scorer.plan).flatMap(({ spec, index }): readonly Gap[] => {
    const state = now.nodes[index]?.state[scorer.row]
    if (state === NodeState.scored || state === NodeState.notApplicable || state === NodeState.screened) return []
    const byPeers = spec.normalise.method === 'percentile' || readsSample(spec.normalise)
    return [
      {
        id: spec.id,
        kind: 'indicator',
        answers: byPeers ? beyondPeers(scorer, spec) : worstAndBest(scorer, spec),
      },
    ]
  })
}

function worstAndBest(scorer: RowScorer, spec: IndicatorSpec): readonly number[] {
  const scored = scoresOf(spec, scorer, candidates(spec.normalise)).toSorted((a, b) => a.score - b.score)
  return [scored[0]?.raw ?? NaN, scored.at(-1)?.raw ?? NaN]
}

/** Below and above every peer and both goalposts. */
function beyondPeers({ dataset }: RowScorer, { id, normalise, direction }: IndicatorSpec): readonly number[] {
  const known = Array.from(dataset.columns.get(id)?.values ?? []).filter((value) => !Number.isNaN(value))
  const values = [...known, ...candidates(normalise)]
  const ends = [Math.min(...values) - 1, Math.max(...values) + 1]
  return direction === 'negative' ? ends.toReversed() : ends
}

function factGaps({ plan, dataset, row }: RowScorer): readonly Gap[] {
  return plan.framework.facts.flatMap((spec): readonly Gap[] => {
    const column = dataset.columns.get(spec.id)
    const missing = !column || (Number.isNaN(column.values[row]) && column.blanks[row] !== Blank.notApplicable)
    const limits = plan.framework.gates.flatMap(({ when }) => limitsOf(when, spec.id))
    return missing && limits.length > 0 ? [{ id: spec.id, kind: 'fact', answers: bothSides(spec, limits) }] : []
  })
}

/** The values at which a condition may turn as the fact changes: what it is compared with, the numbers of a formula. */
function limitsOf(when: Condition, fact: string): readonly number[] {
  const compared = comparisonsOf(when).flatMap((read) => ('fact' in read && read.fact === fact ? [read.value] : []))
  const reading = formulasIn(when).filter(({ body }) => referencesOf(body).some(({ id }) => id === fact))
  return [...compared, ...reading.flatMap(({ body }) => [0, ...numbersOf(body)])]
}

function numbersOf(part: Expression): readonly number[] {
  if (isCall(part)) return part.args.flatMap(numbersOf)
  return part.op === 'value' ? [part.value] : []
}

const bothSides = ({ type }: FactSpec, limits: readonly number[]): readonly number[] =>
  type === 'boolean' ? [0, 1] : [...new Set(limits.flatMap((limit) => [limit - 1, limit, limit + 1]))]
