import { fault, FaultError } from '@plumbline/kernel'
import { pearson } from '../../numeric/pearson.ts'
import { standardDeviation } from '../../numeric/standard-deviation.ts'
import { streamOf } from '../../random/index.ts'
import { equipercentile } from './equipercentile.ts'
import { meanSigma, type Link } from './mean-sigma.ts'
import { completeSample, isFlat, rowsOf, type LinkSample } from './sample.ts'

/** How scores are linked, and which. */
export interface LinkOptions {
  readonly method: 'mean-sigma' | 'equipercentile'
  /** Scores of the first sector whose counterparts are asked for. */
  readonly scores: readonly number[]
  /** Unsigned 32-bit integer. */
  readonly seed: number
  /** Bootstrap replicates, at least 2. */
  readonly replicates?: number
}

/** Linked scores, with what they rest on. */
export interface LinkedScores {
  readonly points: readonly LinkedScore[]
  /** Units with both scores in each sector. */
  readonly units: readonly [number, number]
  /** Correlation of score and anchor in each sector; a link through an anchor that says little of the score says little. */
  readonly anchorCorrelation: readonly [number, number]
  /** Replicates that the standard errors rest on: those in which scores and anchors vary. */
  readonly replicates: number
}

/** A score and what it stands for in the other sector. */
export interface LinkedScore {
  readonly score: number
  /** Its counterpart on the second sector's scale. */
  readonly linked: number
  /** Standard deviation of the counterpart over bootstrap samples of both sectors' units; null with fewer than two. */
  readonly standardError: number | null
}

const REPLICATES = 1000

/**
 * Which score in one sector stands for which in another, by way of the core that both are assessed on (chained linking,
 * non-equivalent groups with an anchor): score to anchor among the units of the first, anchor to score among those of the
 * second. It carries a scale over; it does not make different contents the same.
 *
 * @returns The same for the same seed, in any order and on any machine.
 * @throws FaultError LINK_LENGTH_DIFFERS, LINK_NOT_FINITE, LINK_UNITS_TOO_FEW, LINK_NO_SPREAD, LINK_REPLICATES_TOO_FEW,
 * all that apply.
 * @example linkScores(retail, health, { method: 'mean-sigma', scores: [60], seed: 1 }).points[0].linked // 70
 * Source: Kolen and Brennan (2014), sections 4.5 and 7.2; Efron and Tibshirani (1993) An Introduction to the Bootstrap.
 */
export function linkScores(from: LinkSample, to: LinkSample, options: LinkOptions): LinkedScores {
  const { method, scores, seed, replicates = REPLICATES } = options
  const [first, second] = checked(from, to, replicates)
  const link = chained(method, first, second)
  const draws = Array.from({ length: replicates }, (_, draw) => {
    const [a, b] = [
      resampled(first, { seed, what: 'link-from', draw }),
      resampled(second, { seed, what: 'link-to', draw }),
    ]
    return isFlat(a) || isFlat(b) ? null : chained(method, a, b)
  }).filter((each) => each !== null)
  return {
    points: scores.map((score) => ({
      score,
      linked: link(score),
      standardError: draws.length < 2 ? null : standardDeviation(draws.map((each) => each(score))),
    })),
    units: [first.scores.length, second.scores.length],
    anchorCorrelation: [pearson(first.scores, first.anchors), pearson(second.scores, second.anchors)],
    replicates: draws.length,
  }
}

function checked(from: LinkSample, to: LinkSample, replicates: number): readonly [LinkSample, LinkSample] {
  const few = replicates >= 2 ? [] : [fault('LINK_REPLICATES_TOO_FEW', { replicates })]
  const found = [attempt(from, 1), attempt(to, 2)] as const
  const faults = [...found.flatMap((each) => (each instanceof FaultError ? each.faults : [])), ...few]
  const [first, second] = found
  if (faults.length > 0 || first instanceof FaultError || second instanceof FaultError) throw new FaultError(faults)
  return [first, second]
}

function attempt(sample: LinkSample, side: 1 | 2): LinkSample | FaultError {
  try {
    return completeSample(sample, side)
  } catch (error) {
    if (error instanceof FaultError) return error
    throw error
  }
}

function chained(method: LinkOptions['method'], from: LinkSample, to: LinkSample): Link {
  const link = method === 'mean-sigma' ? meanSigma : equipercentile
  const [down, up] = [link(from.scores, from.anchors), link(to.anchors, to.scores)]
  return (score) => up(down(score))
}

function resampled(
  sample: LinkSample,
  address: { readonly seed: number; readonly what: string; readonly draw: number },
): LinkSample {
  const size = sample.scores.length
  const { uniform } = streamOf(address)
  return rowsOf(
    sample,
    Array.from({ length: size }, () => Math.floor(uniform() * size)),
  )
}
