import type { ScreenLimits } from '../screen/availability.ts'
import type { Transform } from '../treat/transform.ts'
import type { TreatOptions } from '../treat/treat.ts'

/**
 * What is done to the data before they are scored, in this order: screen, denominate, impute, treat; then the indicator
 * normalises. Said for the whole set; a node says what differs for all that is below it, the nearest word counts.
 */
export interface PipelineSpec extends PipelineSteps {
  readonly screen?: ScreenSpec
}

/** What a node says otherwise than the whole set, for every indicator below it. */
export interface PipelineOverride extends PipelineSteps {
  /** Stays, or goes, whatever the limits of the screening say. */
  readonly screen?: 'keep' | 'drop'
}

/** What is done to an indicator before it is scored. */
export interface PipelineSteps {
  readonly denominate?: DenominateSpec | 'none'
  /** Tried in order: the next one gets what the one before left missing. Each reads observed values only. */
  readonly impute?: readonly ImputeSpec[] | 'none'
  readonly treat?: TreatSpec | 'none'
  /** The sample that centres, treatments and normalisers read. `none`: every period is its own sample. */
  readonly reference?: ReferenceSpec | 'none'
}

/** Units and indicators without enough data are left out. Cells that do not apply are not counted. */
export interface ScreenSpec {
  readonly units?: ScreenLimits
  readonly indicators?: ScreenLimits
  /** Units that stay, or go, whatever the limits say. */
  readonly keep?: readonly string[]
  readonly drop?: readonly string[]
}

/** Divides by a fact of the unit, in lots of `per`. */
export interface DenominateSpec {
  /** A fact of type number. */
  readonly by: string
  readonly per: number
}

/** How the missing cells of an indicator are filled. */
export type ImputeSpec = CentreImputeSpec | PillarImputeSpec | PeriodImputeSpec

/** The mean or median of the sample, or of the unit's peer group in it. */
export interface CentreImputeSpec {
  readonly method: 'mean' | 'median' | 'group-mean' | 'group-median'
}

/**
 * From several indicators together: the unit's own other ones (`row-`), those of the `k` nearest units, or expected values
 * under a normal distribution. `pillars` are ids of branches: an indicator goes with the nearest of them above it, else
 * with the whole tree. Without them `row-` goes by the parent and the others by the whole tree.
 */
export type PillarImputeSpec =
  | { readonly method: 'row-mean' | 'row-median' | 'em'; readonly pillars?: readonly string[] }
  | { readonly method: 'neighbours'; readonly k: number; readonly pillars?: readonly string[] }

/** From the same unit's other periods, in the dataset and the history; at most `most` periods away. */
export interface PeriodImputeSpec {
  readonly method: 'carry-forward' | 'linear'
  readonly ends: 'leave' | 'nearest'
  readonly most?: number
}

/** How the outliers of an indicator are treated. */
export type TreatSpec =
  | Pick<TreatOptions, 'steps' | 'from' | 'keep' | 'skewness' | 'kurtosis' | 'when'>
  /** Transforms fitted once and written into the standard. */
  | { readonly transforms: readonly Transform[] }

/** A year, a peer group, or both, frozen: units outside it move nobody's score. */
export interface ReferenceSpec {
  /** A period, in the dataset or the history; `*` for all of them together. Without it the period at hand. */
  readonly period?: string
  readonly group?: string
}
