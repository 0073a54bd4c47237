import { mean } from '../../numeric/mean.ts'
import type { CorrelationPair } from './correlation-pairs.ts'

/** Correlations of one pillar's indicators with each other and with those of other pillars. */
export interface PillarSummary {
  readonly pillar: string
  /** Pairs with a correlation, and their mean; null without any. */
  readonly within: { readonly pairs: number; readonly mean: number | null; readonly negative: number }
  readonly across: { readonly pairs: number; readonly mean: number | null; readonly negative: number }
  /** True when the pillar's indicators go together less than they go with the others: it may not be one concept. */
  readonly blurred: boolean
}

/**
 * Sums up correlation pairs by pillar.
 *
 * @param pairs - From `correlationPairs`; pairs without a correlation do not count.
 * @returns One for each pillar, in the order of its first pair.
 * @example
 * const pair = { first: 'a', second: 'b', pillars: ['p', 'p'], place: 'within', r: 0.5, n: 9, p: 0.2, state: 'ok' }
 * summarisePillars([pair])[0]?.within.mean // 0.5
 */
export function summarisePillars(pairs: readonly CorrelationPair[]): PillarSummary[] {
  const pillars = [...new Set(pairs.flatMap((pair) => [...pair.pillars]))]
  return pillars.map((pillar) => {
    const own = pairs.filter((pair) => pair.state === 'ok' && pair.pillars.includes(pillar))
    const within = summary(own.filter(({ place }) => place === 'within'))
    const across = summary(own.filter(({ place }) => place === 'across'))
    return {
      pillar,
      within,
      across,
      blurred: within.mean !== null && across.mean !== null && within.mean < across.mean,
    }
  })
}

function summary(pairs: readonly CorrelationPair[]): PillarSummary['within'] {
  const values = pairs.map(({ r }) => r ?? NaN)
  return {
    pairs: values.length,
    mean: values.length > 0 ? mean(values) : null,
    negative: values.filter((r) => r < 0).length,
  }
}
