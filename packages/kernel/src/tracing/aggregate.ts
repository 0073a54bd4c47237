import { choquetSteps } from '../aggregate/choquet/choquet.ts'
import { offsetOf, spreadOf } from '../aggregate/mazziotta-pareto.ts'
import { weightingOf, worthOf } from '../aggregate/method.ts'
import { countedRow, type CountedRow } from '../aggregate/row.ts'
import { copeland } from '../aggregate/sample/copeland.ts'
import { greyRelation } from '../aggregate/sample/grey-relation.ts'
import { isSampleAggregate } from '../aggregate/sample/method.ts'
import { promethee } from '../aggregate/sample/promethee.ts'
import { rowSample, samplesOf } from '../aggregate/sample/rows.ts'
import type { Sample } from '../aggregate/sample/sample.ts'
import { topsis } from '../aggregate/sample/topsis.ts'
import { compromiseOf, vikor } from '../aggregate/sample/vikor.ts'
import type { PlanBranch } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import type { SampleAggregateSpec } from '../framework.ts'
import { NodeState, type NodeColumn, type Result } from '../result.ts'
import type { AggregateDetail } from '../trace.ts'
import { numberOrNull } from './values.ts'

interface Place {
  readonly result: Result
  readonly dataset: Dataset
  readonly row: number
}

/** What a branch's method looked at in one row, beyond its parameters and the children's scores and weights. */
export function aggregateDetail({ spec, children }: PlanBranch, own: NodeColumn, place: Place): AggregateDetail {
  const { aggregate } = spec
  const columns = children.flatMap((child) => place.result.nodes[child] ?? [])
  if (own.state[place.row] !== NodeState.scored) return { kind: 'none' }
  if (isSampleAggregate(aggregate)) {
    const samples = samplesOf(place.dataset, aggregate.within)
    const among = Array.from(samples.keys()).filter((row) => samples[row] === samples[place.row])
    const { rows, sample } = rowSample({ own, children: columns, shares: weightingOf(spec).weights }, among)
    return { size: rows.length, ...sampleDetail(aggregate, sample, rows.indexOf(place.row)) }
  }
  switch (aggregate.method) {
    case 'choquet':
    case 'choquet-capacity':
      return {
        kind: 'choquet',
        steps: choquetSteps(countedOf(columns, place.row), worthOf(aggregate, spec.children)),
      }
    case 'mazziotta-pareto':
      return {
        kind: 'spread',
        ...spreadOf(countedOf(columns, place.row)),
        offset: offsetOf(aggregate.variant),
      }
    default:
      return { kind: 'none' }
  }
}

/** The children that count in a row, as they were aggregated. */
function countedOf(columns: readonly NodeColumn[], row: number): CountedRow {
  const counted = Array.from(columns.keys()).filter((child) => (columns[child]?.effectiveWeight[row] ?? 0) > 0)
  const scores = counted.map((child) =>
    columns[child]?.state[row] === NodeState.scored ? (columns[child].score[row] ?? 0) : 0,
  )
  const made = countedRow(
    scores,
    counted.map((child) => columns[child]?.effectiveWeight[row] ?? 0),
  )
  made.child.set(counted)
  return made
}

type Figures<T = AggregateDetail> = T extends { readonly size: number } ? Omit<T, 'size'> : never

function sampleDetail(spec: SampleAggregateSpec, sample: Sample, place: number): Figures {
  const at = (values: Float64Array | Int32Array): number => values[place] ?? NaN
  switch (spec.method) {
    case 'copeland': {
      const { wins, ties, losses } = copeland(sample)
      return { kind: 'copeland', wins: at(wins), ties: at(ties), losses: at(losses) }
    }
    case 'topsis': {
      const { toBest, toWorst } = topsis(sample, spec)
      return { kind: 'topsis', toBest: at(toBest), toWorst: at(toWorst) }
    }
    case 'vikor': {
      const found = vikor(sample, spec.v)
      const { s, r, q, sRange, rRange } = found
      const compromise = compromiseOf(found).rows.includes(place)
      return { kind: 'vikor', s: at(s), r: at(r), q: at(q), sRange, rRange, compromise }
    }
    case 'promethee': {
      const { plus, minus } = promethee(
        sample,
        Array.from(sample.shares, () => spec.preference),
      )
      return { kind: 'promethee', plus: at(plus), minus: at(minus) }
    }
    case 'grey-relation': {
      const { coefficients } = greyRelation(sample, spec.rho)
      const from = place * sample.columns
      return {
        kind: 'grey',
        coefficients: Array.from(coefficients.subarray(from, from + sample.columns), numberOrNull),
      }
    }
  }
}
