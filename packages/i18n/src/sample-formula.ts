import type { NormaliseDetail, SampleNormaliseSpec } from '@plumbline/kernel'

/** What a sample method looked at. */
export type SampleDetail = Extract<NormaliseDetail, { readonly kind: 'sample' }>

interface Given {
  /** The value that is normalised. */
  readonly value: number
  readonly detail: SampleDetail
  /** Writes a number. */
  readonly plain: (value: number | null) => string
}

/**
 * The sum of a normaliser that reads a sample, with its numbers, as a reader would write it down. No words: it is the
 * same in every language.
 *
 * @example sampleFormula({ method: 'min-max', low: 0, high: 100 }, { value: 6, detail, plain }) // '0 + 100 × (6 − 2) ÷ (10 − 2)'
 */
export function sampleFormula(spec: SampleNormaliseSpec, { value, detail, plain }: Given): string {
  const { count, minimum, maximum, mean, deviation, referenceValue } = detail
  const isNegative = detail.direction === 'negative'
  const [worst, best] = isNegative ? [maximum, minimum] : [minimum, maximum]
  const n = (one: number | null) => (one !== null && one < 0 ? `(${plain(one)})` : plain(one))
  const share = (from: number, to: number | null): string => `(${n(value)} − ${n(from)}) ÷ (${n(to)} − ${n(from)})`
  switch (spec.method) {
    case 'min-max':
      return `${n(spec.low)} + ${n(spec.high - spec.low)} × ${share(worst, best)}`
    case 'z-score':
      return `${n(spec.mean)} ${isNegative ? '−' : '+'} ${n(spec.deviation)} × (${n(value)} − ${n(mean)}) ÷ ${n(deviation)}`
    case 'scaled':
      return `100 × ${isNegative ? share(spec.upper, spec.lower) : share(spec.lower, spec.upper)}`
    case 'rank':
      return `100 × ${n(placeOf(spec.ties, detail))} ÷ ${count}`
    case 'borda':
    case 'percentile-rank':
      return `100 × (${n(placeOf(spec.ties, detail))} − 1) ÷ (${count} − 1)`
    case 'mid-percentile':
      return `100 × (${n(detail.beaten)} + ${n(detail.equal)} ÷ 2) ÷ ${count}`
    case 'fraction-of-maximum':
      if (!isNegative) return `100 × ${n(value)} ÷ ${n(maximum)}`
      return spec.lessIsBetter === 'reciprocal'
        ? `100 × ${n(minimum)} ÷ ${n(value)}`
        : `100 × (1 − ${n(value)} ÷ ${n(maximum)})`
    case 'distance-to-maximum':
      return `100 × ${share(worst, best)}`
    case 'distance-to-reference':
      return `100 × ${share(worst, typeof spec.reference === 'string' ? referenceValue : spec.reference)}`
    case 'distance-to-target': {
      if (spec.sides === 'one') return `100 × ${share(worst, spec.target)}`
      const farthest = Math.max(Math.abs(minimum - spec.target), Math.abs(maximum - spec.target))
      return `100 × (1 − |${n(value)} − ${n(spec.target)}| ÷ ${n(farthest)})`
    }
    case 'efficacy':
      return `${n(spec.base)} + ${n(spec.span)} × ${share(spec.unacceptable ?? worst, spec.satisfactory ?? best)}`
    case 'categorical':
      return `${n(detail.beaten)} ÷ ${count}`
    case 'sigmoid': {
      const by = `(${n(value)} − ${n(spec.midpoint ?? mean)}) ÷ ${n(spec.scale ?? deviation)}`
      return `100 ÷ (1 + e^(${isNegative ? '' : '−'}${n(spec.steepness)} × ${by}))`
    }
  }
}

/** Place from the weakest, n at most; equal values share it as the rule for ties says. */
function placeOf(ties: 'min' | 'average' | 'max', { beaten, equal, count }: SampleDetail): number | null {
  if (beaten === null) return null
  const [first, last] = [beaten + 1, beaten + Math.max(1, equal ?? 0)]
  return Math.min(count, ties === 'min' ? first : ties === 'max' ? last : (first + last) / 2)
}
