import {
  FaultError,
  rescorer,
  score,
  type Dataset,
  type Plan,
  type Rescorer,
  type Result,
  type Standing,
  type Variant,
} from '@plumbline/kernel'
import { streamOf } from '../random/stream.ts'
import { checkMultiple } from './check-preparation.ts'
import { checkSpec, readRaw } from './check-spec.ts'
import { mergeDraws, type Draw } from './draw.ts'
import { drawnColumns } from './drawn-dataset.ts'
import { drawnPlan } from './drawn-plan.ts'
import { factorsOf, type Factor } from './factors.ts'
import { preparationFactors } from './preparation-factors.ts'
import { scoredColumns, type ScoreCache } from './scored-columns.ts'
import type { UncertaintySpec } from './spec.ts'

/** A plan and its data with what is uncertain in them, checked and ready to be drawn. */
export interface UncertaintyModel {
  readonly plan: Plan
  readonly dataset: Dataset
  /** Rows of earlier periods for the look-back of gates. */
  readonly history: Dataset | undefined
  readonly spec: UncertaintySpec
  /** One for each entry of the specification. */
  readonly factors: readonly Factor[]
  /** The result with nothing drawn. */
  readonly nominal: Result
  /** Ids of the indicators whose raw values a gate reads. */
  readonly readRaw: ReadonlySet<string>
  readonly cache: ScoreCache
  /** Remembers what the draws have in common. */
  readonly rescore: Rescorer
}

/**
 * Checks a specification against its framework and data.
 *
 * @param dataset - n rows; not changed.
 * @throws FaultError with every fault of the specification, or else of the data.
 * @example prepareUncertainty(plan, dataset, spec).factors.map(({ key }) => key) // ['weights/0']
 */
export function prepareUncertainty(
  plan: Plan,
  dataset: Dataset,
  { history, ...spec }: UncertaintySpec & { readonly history?: Dataset },
): UncertaintyModel {
  const faults = checkSpec(plan, dataset, spec)
  if (faults.length > 0) throw new FaultError(faults)
  const nominal = score(plan, dataset, history ? { history } : {})
  const unfilled = checkMultiple(plan, nominal, spec)
  if (unfilled.length > 0) throw new FaultError(unfilled)
  return {
    plan,
    dataset,
    history,
    spec,
    factors: [...factorsOf(plan, dataset, spec), ...preparationFactors(plan, nominal, spec)],
    nominal,
    readRaw: readRaw(plan),
    cache: new Map(),
    rescore: rescorer(plan, dataset, history ? { history } : {}),
  }
}

/**
 * Draws every factor. A factor's draw is a function of seed, factor and number alone.
 *
 * @param draw - Number of the draw, from 0; or one number for each factor, to vary some and keep others.
 * @example [...sampleDraw(model, 1, 0).weights.keys()] // ['staff', 'uptime']
 */
export function sampleDraw({ factors }: UncertaintyModel, seed: number, draw: number | readonly number[]): Draw {
  return mergeDraws(
    factors.map(({ key, realise }, index) =>
      realise(streamOf({ seed, what: key, draw: typeof draw === 'number' ? draw : (draw[index] ?? 0) })),
    ),
  )
}

/**
 * Scores the data with one draw in place of the declared standard; through the kernel, so coverage, missing rules, gates,
 * basic rule and grades are those of any other run.
 *
 * @throws FaultError where noise takes a raw value out of what its normaliser can read.
 * @example scoreDraw(model, { weights: new Map([['staff', 0.4], ['uptime', 0.6]]) }).rank // [2, 2, 4, 1]
 */
export function scoreDraw(model: UncertaintyModel, draw: Draw): Result {
  const { dataset, history } = model
  const { plan, columns, imputations } = variantOf(model, draw)
  return score(
    plan,
    { ...dataset, columns: new Map([...dataset.columns, ...columns]) },
    { ...(history && { history }), imputations },
  )
}

/**
 * The scores and ranks of one draw: those of `scoreDraw` to the bit, in a fraction of the time. For runs of many draws.
 *
 * @throws FaultError as `scoreDraw`.
 * @example standDraw(model, { weights: new Map([['staff', 0.4], ['uptime', 0.6]]) }).rank // [2, 2, 4, 1]
 */
export const standDraw = (model: UncertaintyModel, draw: Draw): Standing => model.rescore(variantOf(model, draw))

function variantOf(model: UncertaintyModel, draw: Draw): Required<Variant> {
  const scored = scoredColumns(model, draw)
  return {
    plan: drawnPlan(model.plan, draw, scored),
    columns: drawnColumns(model.dataset, draw, scored),
    imputations: draw.imputations,
  }
}
