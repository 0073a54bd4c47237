import type { NormaliseSpec } from '@plumbline/kernel'
import { fillText } from './fill.ts'
import type { UiMessages } from './ui/index.ts'
import type { Same } from './ui/messages.ts'

/** What a value rule's sentence is made of. */
export interface RuleWords {
  readonly formula: Same<Pick<UiMessages['formula'], 'rule' | 'how'>>
  /** Between the points of a rule. */
  readonly separator: string
  /** Writes a number. */
  readonly plain: (value: number) => string
}

/**
 * Says a value rule in one phrase: what scores 0, what scores 100, and what lies between.
 *
 * @example ruleText({ method: 'boolean', whenTrue: 100, whenFalse: 0 }, words) // '是 100 分，否 0 分'
 */
export function ruleText(spec: NormaliseSpec, { formula, separator, plain }: RuleWords): string {
  return fillText(formula.rule[spec.method], figures())

  function figures(): Readonly<Record<string, string | number>> {
    switch (spec.method) {
      case 'goalposts':
      case 'goalposts-log':
        return { worst: plain(spec.worst), best: plain(spec.best) }
      case 'piecewise':
      case 'level-map':
        return { points: points(spec.points) }
      case 'boolean':
        return { whenTrue: plain(spec.whenTrue), whenFalse: plain(spec.whenFalse) }
      case 'band': {
        const [low, high] = spec.ideal
        return { low: plain(low), high: plain(high), zeroLow: plain(spec.low), zeroHigh: plain(spec.high) }
      }
      case 'expert': {
        const [from, to] = spec.scale
        return { raters: spec.ratersMin, from: plain(from), to: plain(to), how: formula.how[spec.aggregate] }
      }
      case 'percentile':
        return { min: spec.minGroup, worst: plain(spec.fallback.worst), best: plain(spec.fallback.best) }
      default:
        return sampleFigures()
    }
  }

  function sampleFigures(): Readonly<Record<string, string>> {
    switch (spec.method) {
      case 'min-max':
        return { low: plain(spec.low), high: plain(spec.high) }
      case 'z-score':
        return { mean: plain(spec.mean), deviation: plain(spec.deviation) }
      case 'scaled':
        return { lower: plain(spec.lower), upper: plain(spec.upper) }
      case 'distance-to-reference':
        return { reference: typeof spec.reference === 'string' ? spec.reference : plain(spec.reference) }
      case 'distance-to-target':
        return { target: plain(spec.target) }
      case 'efficacy':
        return { base: plain(spec.base), full: plain(spec.base + spec.span) }
      case 'categorical':
        return { categories: points(spec.categories) }
      default:
        return {}
    }
  }

  function points(pairs: readonly (readonly [number, number])[]): string {
    return pairs.map(([value, score]) => `${plain(value)} → ${plain(score)}`).join(separator)
  }
}
