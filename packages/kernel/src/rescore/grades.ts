import type { ReadColumn } from '../aggregate/branch.ts'
import { certain } from '../certain.ts'
import { isBranch, type Plan } from '../compile.ts'
import type { Dataset } from '../dataset.ts'
import { referencesOf } from '../formula/expression.ts'
import { formulasIn } from '../formula/reader.ts'
import type { GateSpec } from '../framework.ts'
import { comparisonsOf } from '../gate/condition.ts'
import { runGates, type GateRun } from '../gate/gates.ts'
import type { SeenColumn } from '../gate/readings.ts'
import { gradeJudged, judgeRows, type Grading } from '../grade/grading.ts'
import { snap } from '../numeric/grid.ts'
import type { Prepared } from '../prepare/prepared.ts'
import { remember, type Remember } from './remember.ts'

/** The scores of one variant, up to the root. */
export interface VariantScores {
  readonly dataset: Dataset
  readonly history: Dataset | undefined
  readonly prepared: Prepared | null
  /** In plan order; scores not snapped. */
  readonly columns: readonly ReadColumn[]
}

/** Gates and grades of one variant, and the root as a result shows it. */
export interface VariantGrades {
  readonly root: SeenColumn
  readonly grading: Grading
}

/** Grades the rows of a variant; gates that read nothing new are not judged again. */
export type Grader = (plan: Plan, scores: VariantScores) => VariantGrades

/** @throws FaultError with the faults of a gate's formulas. */
export function grader(): Grader {
  const seen = new Map<number, Remember<SeenColumn>>()
  const judged = new Map<string, Remember<Uint8Array>>()

  return (plan, scores) => {
    const { dataset, prepared, columns } = scores
    const looked = lookedAt(plan)
    const shown = columns.map((column, index) => {
      if (!looked.has(index)) return undefined
      return recall(seen, index)([column], () => show(column))
    })
    const data = { ...scores, columns: shown, screenedOut: prepared?.droppedUnits }
    let run: GateRun | undefined
    const gates = plan.framework.gates.map((gate) =>
      recall(judged, gate.id)(readBy(gate, { plan, dataset, shown }), () => {
        run ??= runGates(plan, data)
        return judgeRows([gate], { ...data, run })[0] ?? new Uint8Array()
      }),
    )
    return { root: certain(shown[plan.root], 'the root'), grading: gradeJudged(plan, data, gates) }
  }
}

function recall<K, T>(memories: Map<K, Remember<T>>, key: K): Remember<T> {
  const memory = memories.get(key) ?? remember<T>(1)
  memories.set(key, memory)
  return memory
}

/** Node indices of the root, of the basic indicators and of what a gate names. */
function lookedAt({ nodes, root, indexOf, framework }: Plan): ReadonlySet<number> {
  const basic = [...nodes.entries()].flatMap(([index, node]) => (!isBranch(node) && node.spec.basic ? [index] : []))
  const named = framework.gates.flatMap((gate) => namesOf(gate)).flatMap((id) => indexOf.get(id) ?? [])
  return new Set([root, ...basic, ...named])
}

/** Ids that a gate reads: facts, inputs, indicators, nodes. */
function namesOf({ when }: GateSpec): readonly string[] {
  return [
    ...comparisonsOf(when).map((one) => ('fact' in one ? one.fact : 'leaf' in one ? one.leaf : one.node)),
    ...formulasIn(when).flatMap(({ body }) => referencesOf(body).map(({ id }) => id)),
  ]
}

interface Sources {
  readonly plan: Plan
  readonly dataset: Dataset
  readonly shown: readonly (SeenColumn | undefined)[]
}

/** Everything in a variant that a gate's outcome can depend on. */
function readBy(gate: GateSpec, { plan, dataset, shown }: Sources): readonly unknown[] {
  return namesOf(gate).flatMap((id) => {
    const column = dataset.columns.get(id)
    const index = plan.indexOf.get(id) ?? -1
    const policy = plan.nodes[index]?.spec.missing ?? plan.framework.missing
    return [shown[index], policy, column?.values, column?.blanks, column?.ratings]
  })
}

/** A column as a result has it: snapped. */
const show = ({ score, state }: ReadColumn): SeenColumn => ({ score: score.map(snap), state })
