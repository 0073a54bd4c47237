/**
 * Statistics of a sample taken once and written into the standard, so that a score never moves with the units at hand.
 * In the values that the normaliser reads: after denomination.
 */
export type FrozenSample =
  /** The values themselves, in any order: every method can read them. */
  | { readonly values: readonly number[] }
  /** For methods that need no single values: not ranks, percentiles or categories. `deviation` is over n - 1. */
  | {
      readonly count: number
      readonly minimum: number
      readonly maximum: number
      readonly mean: number
      readonly deviation: number
    }

interface SampleBase {
  /** Frozen statistics. Without them the sample is the period's, or the pipeline's `reference`. */
  readonly sample?: FrozenSample
  /** Score, 0 to 100, of every value while all values of the sample are equal; without it that is a fault. */
  readonly constant?: number
}

type Ties = 'min' | 'average' | 'max'

/**
 * Normalisers that read a sample. Each comes to 0 to 100 by the rule stated here and is held there; the direction of the
 * indicator is always minded.
 */
export type SampleNormaliseSpec =
  /** The worst value scores `low`, the best `high`, both held. */
  | (SampleBase & { readonly method: 'min-max'; readonly low: number; readonly high: number })
  /** `mean` + `deviation` x standard score. */
  | (SampleBase & { readonly method: 'z-score'; readonly mean: number; readonly deviation: number })
  /** A given scale: its worse end scores 0, its better end 100; `lower` is below `upper` in every direction. */
  | (SampleBase & { readonly method: 'scaled'; readonly lower: number; readonly upper: number })
  /** 100 x place / n, the worst in place 1. */
  | (SampleBase & { readonly method: 'rank'; readonly ties: Ties })
  /** Borda points as a share of the most there are: 100 x values beaten / (n - 1). */
  | (SampleBase & { readonly method: 'borda'; readonly ties: Ties })
  /** 100 (place - 1) / (n - 1). */
  | (SampleBase & { readonly method: 'percentile-rank'; readonly ties: Ties })
  /** 100 (values beaten + half of the equal ones) / n. */
  | (SampleBase & { readonly method: 'mid-percentile' })
  /** 100 x / maximum; where less is better 100 minimum / x, or 100 (1 - x / maximum). */
  | (SampleBase & { readonly method: 'fraction-of-maximum'; readonly lessIsBetter: 'reciprocal' | 'complement' })
  /** 100 (1 - way to the best / range). */
  | (SampleBase & { readonly method: 'distance-to-maximum' })
  /** The worst value scores 0, the reference 100: a raw value, or the key of a unit whose value in the sample it is. */
  | (SampleBase & { readonly method: 'distance-to-reference'; readonly reference: number | string })
  /** `one`: the worst value scores 0, the target 100. `two`: 100 at the target, 0 at the greatest distance from it. */
  | (SampleBase & { readonly method: 'distance-to-target'; readonly target: number; readonly sides: 'one' | 'two' })
  /** 功效系数法: `base` at the unacceptable, `base + span` at the satisfactory value; `hold` goes no further than these. */
  | (SampleBase & {
      readonly method: 'efficacy'
      readonly satisfactory?: number
      readonly unacceptable?: number
      readonly base: number
      readonly span: number
      readonly outside: 'extend' | 'hold'
    })
  /** Score by share of the sample, from each share on: `[[0, 0], [0.5, 60], [0.95, 100]]`. */
  | (SampleBase & { readonly method: 'categorical'; readonly categories: readonly (readonly [number, number])[] })
  /** 100 / (1 + exp(-steepness (x - midpoint) / scale)); midpoint and scale are the sample's mean and deviation by default. */
  | (SampleBase & {
      readonly method: 'sigmoid'
      readonly midpoint?: number
      readonly scale?: number
      readonly steepness: number
    })

/** The methods that read a sample. */
export type SampleMethod = SampleNormaliseSpec['method']

const METHODS: Readonly<Record<SampleMethod, true>> = {
  'min-max': true,
  'z-score': true,
  scaled: true,
  rank: true,
  borda: true,
  'percentile-rank': true,
  'mid-percentile': true,
  'fraction-of-maximum': true,
  'distance-to-maximum': true,
  'distance-to-reference': true,
  'distance-to-target': true,
  efficacy: true,
  categorical: true,
  sigmoid: true,
}

/**
 * True for a normaliser that reads a sample.
 *
 * @example readsSample({ method: 'goalposts' }) // false
 */
export const readsSample = <T extends { readonly method: string }>(
  spec: T,
): spec is Extract<T, { readonly method: SampleMethod }> => Object.hasOwn(METHODS, spec.method)
