import type { AggregateSpec, ImputeSpec, MissingPolicy, NormaliseSpec, TreatSpec } from '@plumbline/kernel'
import type { SampleNormaliser } from './sample-normaliser.ts'

/**
 * What is uncertain in an index, bound to its framework by node ids. Every entry is one factor: one draw decides it for
 * all the nodes it names, and two entries are drawn independently. An id that the framework does not have is a fault.
 */
export interface UncertaintySpec {
  readonly weights?: readonly WeightFactor[]
  readonly aggregation?: readonly AggregationFactor[]
  readonly normalisation?: readonly NormalisationFactor[]
  readonly inclusion?: readonly InclusionFactor[]
  readonly noise?: readonly NoiseFactor[]
  readonly missing?: readonly MissingFactor[]
  readonly imputation?: readonly ImputationFactor[]
  readonly treatment?: readonly TreatmentFactor[]
}

/** A specification of plain data, which may be sent and kept: without normalisers of one's own. */
export interface PlainSpec extends UncertaintySpec {
  readonly normalisation?: readonly PlainNormalisation[]
}

/** Other ways to normalise that may be written down: no function among them. */
export interface PlainNormalisation extends NormalisationFactor {
  readonly options: readonly Exclude<NormaliserOption, { readonly method: 'custom' }>[]
}

/** Ids, or all nodes for which the factor has a meaning. */
export type Among = 'all' | readonly string[]

/**
 * Weights of the children of these branches; brought back to a sum of 1. For means, which read them as shares; `uniform`
 * and `dirichlet` also for Choquet integrals, whose whole capacity is drawn (`drawCapacity`).
 */
export type WeightFactor =
  /** Each weight times a factor, uniform from 1 - spread to 1 + spread. */
  | { readonly kind: 'uniform'; readonly branches: Among; readonly spread: number }
  /** Dirichlet with the declared weights as mean; the larger the concentration, the closer to them. */
  | { readonly kind: 'dirichlet'; readonly branches: Among; readonly concentration: number }
  /**
   * The experts' own weights by node id, for every child of these branches. `pick` takes one expert whole, `bootstrap`
   * the mean of a panel of the same size drawn with replacement.
   */
  | {
      readonly kind: 'experts'
      readonly branches: readonly string[]
      readonly vectors: readonly Readonly<Record<string, number>>[]
      readonly resample: 'pick' | 'bootstrap'
    }

/** Other ways to aggregate. */
export interface AggregationFactor {
  /** All: every branch that is a mean. */
  readonly branches: Among
  /** Drawn with equal probability. */
  readonly options: readonly ('declared' | AggregateSpec)[]
}

/** One way to normalise. */
export type NormaliserOption = 'declared' | NormaliseSpec | SampleNormaliser

/** Other ways to normalise. */
export interface NormalisationFactor {
  readonly indicators: Among
  readonly options: readonly NormaliserOption[]
}

/** Each of these indicators is left out with this probability, as if it did not apply to anybody. */
export interface InclusionFactor {
  readonly indicators: Among
  readonly probability: number
}

/** Error of the raw values, independent between cells; the result is held between `least` and `most`. */
export interface NoiseFactor {
  readonly indicators: readonly string[]
  /** Normal with `size` as standard deviation, or uniform within ± `size`. */
  readonly shape: 'normal' | 'uniform'
  /** In the indicator's unit of measure, or as a share of the value's own magnitude. */
  readonly scale: 'absolute' | 'relative'
  readonly size: number
  readonly least?: number
  readonly most?: number
}

/** Other rules for missing values. */
export interface MissingFactor {
  /** All: every indicator without a policy of its own. */
  readonly nodes: Among
  readonly options: readonly MissingPolicy[]
}

/**
 * How gaps are filled. `multiple` puts draws from the predictive distribution of the gaps that the standard imputes, in
 * place of its own values: `imputations` of them are made once (`imputeMultiply`), and a draw takes one whole. `none`
 * leaves gaps to the missing policy.
 */
export interface ImputationFactor {
  readonly indicators: Among
  readonly options: readonly ImputationOption[]
  readonly imputations?: number
  /** Held between these; in the measure after denomination. */
  readonly least?: number
  readonly most?: number
}

/** One way to fill gaps. */
export type ImputationOption = 'declared' | 'none' | 'multiple' | readonly ImputeSpec[]

/** Whether and how outliers are treated. */
export interface TreatmentFactor {
  readonly indicators: Among
  readonly options: readonly TreatmentOption[]
}

/** One way to treat outliers. */
export type TreatmentOption = 'declared' | 'none' | TreatSpec
