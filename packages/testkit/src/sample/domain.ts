import { readsSample, type IndicatorSpec, type NormaliseSpec, type SampleNormaliseSpec } from '@plumbline/kernel'

/** Steps of a continuous scale, and how far beyond its ends it is tried, as a share of its length. */
const STEPS = 20
const BEYOND = 0.1

/**
 * Raw values worth trying for an indicator: the whole of its scale, a little beyond its ends, and every point at which its
 * rule changes.
 *
 * @returns From the worst to the best by the indicator's direction; for `target` rising. At least one.
 * @example domainOf({ kind: 'indicator', id: 'x', weight: 1, direction: 'negative', normalise: { method: 'boolean', whenTrue: 0, whenFalse: 100 } }) // [1, 0]
 */
export function domainOf({ normalise, direction }: IndicatorSpec): readonly number[] {
  const values = [...new Set(valuesOf(normalise))].filter(Number.isFinite).sort((a, b) => a - b)
  return direction === 'negative' ? values.reverse() : values
}

function valuesOf(spec: NormaliseSpec): readonly number[] {
  switch (spec.method) {
    case 'boolean':
      return [0, 1]
    case 'level-map':
      return spec.points.map(([level]) => level)
    case 'expert':
      return between(spec.scale[0], spec.scale[1], 0)
    case 'fraction-of-maximum':
      return between(0, 100, BEYOND).filter((value) => value > 0)
    case 'goalposts-log':
      return between(spec.worst, spec.best, BEYOND).filter((value) => value + spec.offset > 0)
    default: {
      const turns = readsSample(spec) ? sampleNumbers(spec) : rawNumbers(spec)
      const [least, most] = [Math.min(...turns), Math.max(...turns)]
      if (turns.length === 0) return between(0, 100, BEYOND)
      // About a single value of a rule as far again to either side.
      const about = least === most ? Math.abs(least) || 100 : 0
      return [...between(least - about, most + about, BEYOND), ...turns]
    }
  }
}

function between(from: number, to: number, beyond: number): readonly number[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)]
  const margin = beyond * (high - low)
  const inside = Array.from({ length: STEPS + 1 }, (_, step) => low + ((high - low) * step) / STEPS)
  return beyond === 0 ? inside : [low - margin, ...inside, high + margin]
}

/** The raw values that a rule names: goalposts, the ends of bands, the raw side of points. */
function rawNumbers(spec: NormaliseSpec): readonly number[] {
  if ('points' in spec) return spec.points.map(([raw]) => raw)
  if ('fallback' in spec) return rawNumbers(spec.fallback)
  return Object.values(spec).flatMap((value: unknown) => numbersIn(value))
}

/** Raw values among the numbers of a rule by a sample; the others are marks, or how they are shared out. */
const RAW_KEYS = ['lower', 'upper', 'reference', 'target', 'satisfactory', 'unacceptable', 'midpoint'] as const

function sampleNumbers(spec: SampleNormaliseSpec): readonly number[] {
  const named = new Map<string, unknown>(Object.entries(spec))
  const { sample } = spec
  const frozen = sample && ('values' in sample ? sample.values : [sample.minimum, sample.maximum])
  return [...(frozen ?? []), ...RAW_KEYS.flatMap((key) => numbersIn(named.get(key)))]
}

const numbersIn = (value: unknown): readonly number[] =>
  typeof value === 'number' ? [value] : Array.isArray(value) ? value.flatMap(numbersIn) : []
