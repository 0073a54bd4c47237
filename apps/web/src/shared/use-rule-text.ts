import type { NormaliseSpec } from '@plumbline/kernel'
import { plain } from './format.ts'
import { useWords } from './use-language.ts'

/** Says a value rule in one phrase: what scores 0, what scores 100, and what lies between. */
export function useRuleText(): (spec: NormaliseSpec) => string {
  const { t } = useWords()
  const points = (pairs: readonly (readonly [number, number])[]) =>
    pairs.map(([value, score]) => `${plain(value)} → ${plain(score)}`).join(t('common.listSeparator'))
  return (spec) => {
    switch (spec.method) {
      case 'goalposts':
      case 'goalposts-log':
        return t(`formula.rule.${spec.method}`, { worst: plain(spec.worst), best: plain(spec.best) })
      case 'piecewise':
      case 'level-map':
        return t(`formula.rule.${spec.method}`, { points: points(spec.points) })
      case 'boolean':
        return t('formula.rule.boolean', { whenTrue: plain(spec.whenTrue), whenFalse: plain(spec.whenFalse) })
      case 'band':
        return t('formula.rule.band', {
          low: plain(spec.ideal[0]),
          high: plain(spec.ideal[1]),
          zeroLow: plain(spec.low),
          zeroHigh: plain(spec.high),
        })
      case 'expert':
        return t('formula.rule.expert', {
          raters: spec.ratersMin,
          from: plain(spec.scale[0]),
          to: plain(spec.scale[1]),
          how: t(`formula.how.${spec.aggregate}`),
        })
      case 'percentile':
        return t('formula.rule.percentile', {
          min: spec.minGroup,
          worst: plain(spec.fallback.worst),
          best: plain(spec.fallback.best),
        })
      case 'min-max':
        return t('formula.rule.min-max', { low: plain(spec.low), high: plain(spec.high) })
      case 'z-score':
        return t('formula.rule.z-score', { mean: plain(spec.mean), deviation: plain(spec.deviation) })
      case 'scaled':
        return t('formula.rule.scaled', { lower: plain(spec.lower), upper: plain(spec.upper) })
      case 'distance-to-reference':
        return t('formula.rule.distance-to-reference', {
          reference: typeof spec.reference === 'string' ? spec.reference : plain(spec.reference),
        })
      case 'distance-to-target':
        return t('formula.rule.distance-to-target', { target: plain(spec.target) })
      case 'efficacy':
        return t('formula.rule.efficacy', { base: plain(spec.base), full: plain(spec.base + spec.span) })
      case 'categorical':
        return t('formula.rule.categorical', { categories: points(spec.categories) })
      default:
        return t(`formula.rule.${spec.method}`)
    }
  }
}
