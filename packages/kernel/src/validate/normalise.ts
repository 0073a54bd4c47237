import { fault, type Fault } from '../errors.ts'
import type { GoalpostsSpec, IndicatorSpec, NormaliseSpec, Point } from '../framework.ts'
import type { Finding } from './finding.ts'
import { sampleFindings } from './sample.ts'

type Direction = IndicatorSpec['direction']

/** Faults of an indicator's normaliser, on its own and against the indicator's direction. */
export function normaliseFaults({ id, direction, normalise }: IndicatorSpec, path: string): readonly Fault[] {
  return findings(normalise, direction).map(([code, params, field]) =>
    fault(code, params, { id, path: `${path}/normalise${field && '/'}${field}` }),
  )
}

function findings(spec: NormaliseSpec, direction: Direction): readonly Finding[] {
  switch (spec.method) {
    case 'goalposts':
      return goalpostFindings(spec, direction)
    case 'goalposts-log':
      return spec.worst + spec.offset > 0 && spec.best + spec.offset > 0
        ? goalpostFindings(spec, direction)
        : [['LOG_DOMAIN', { worst: spec.worst, best: spec.best, offset: spec.offset }, 'offset']]
    case 'piecewise':
      return pointFindings(spec.points, 2, direction)
    case 'level-map':
      return pointFindings(spec.points, 1, direction)
    case 'boolean':
      return [
        ...scoreRange(spec.whenTrue, 'whenTrue'),
        ...scoreRange(spec.whenFalse, 'whenFalse'),
        ...against(direction, Math.sign(spec.whenTrue - spec.whenFalse), ''),
      ]
    case 'band':
      return bandFindings(spec)
    case 'expert':
      return expertFindings(spec, direction)
    case 'percentile':
      return [
        ...(spec.minGroup >= 2 && Number.isInteger(spec.minGroup)
          ? []
          : [['MIN_GROUP_RANGE', { minGroup: spec.minGroup }, 'minGroup'] as const]),
        ...goalpostFindings(spec.fallback, direction, 'fallback'),
      ]
    default:
      return sampleFindings(spec, direction)
  }
}

function goalpostFindings(
  { worst, best }: Pick<GoalpostsSpec, 'worst' | 'best'>,
  direction: Direction,
  field = '',
): readonly Finding[] {
  if (!Number.isFinite(best - worst)) return [['GOALPOSTS_NOT_FINITE', { worst, best }, field]]
  if (worst === best) return [['GOALPOSTS_EQUAL', { worst, best }, field]]
  if (direction === 'target') return [['DIRECTION_METHOD', { direction }, field]]
  return (direction === 'positive') === best > worst ? [] : [['GOALPOSTS_DIRECTION', { worst, best, direction }, field]]
}

function pointFindings(points: readonly Point[], least: number, direction: Direction): readonly Finding[] {
  if (points.length < least) return [['POINTS_TOO_FEW', { count: points.length, least }, 'points']]
  const raws = points.map(([raw]) => raw)
  const steps = points.slice(1).map(([, score], index) => Math.sign(score - (points[index]?.[1] ?? score)))
  return [
    ...(ascending(raws) && raws.every(Number.isFinite) ? [] : [['POINTS_NOT_ASCENDING', { raws }, 'points'] as const]),
    ...points.flatMap(([, score]) => scoreRange(score, 'points')),
    ...(steps.map((step) => against(direction, step, 'points')).find((found) => found.length > 0) ?? []),
  ]
}

function bandFindings({ low, ideal, high }: Extract<NormaliseSpec, { method: 'band' }>): readonly Finding[] {
  const ordered = low < ideal[0] && ideal[0] <= ideal[1] && ideal[1] < high && Number.isFinite(high - low)
  return ordered ? [] : [['BAND_ORDER', { low, from: ideal[0], to: ideal[1], high }, '']]
}

function expertFindings(spec: Extract<NormaliseSpec, { method: 'expert' }>, direction: Direction): readonly Finding[] {
  const [low, high] = spec.scale
  const least = spec.aggregate === 'trimmed-mean' ? 3 : 1
  const scaleUsable = low < high && Number.isFinite(high - low)
  return [
    ...(scaleUsable ? [] : [['EXPERT_SCALE', { low, high }, 'scale'] as const]),
    ...(spec.ratersMin >= least && Number.isInteger(spec.ratersMin)
      ? []
      : [['RATERS_MIN_RANGE', { ratersMin: spec.ratersMin, least }, 'ratersMin'] as const]),
    ...(spec.dispersionAlert > 0
      ? []
      : [['DISPERSION_RANGE', { dispersion: spec.dispersionAlert }, 'dispersionAlert'] as const]),
    ...(direction === 'positive' ? [] : [['DIRECTION_METHOD', { direction }, ''] as const]),
  ]
}

const scoreRange = (score: number, field: string): readonly Finding[] =>
  score >= 0 && score <= 100 ? [] : [['SCORE_RANGE', { score }, field]]

/** A score that moves against the declared direction. */
function against(direction: Direction, sign: number, field: string): readonly Finding[] {
  const wrong = (direction === 'positive' && sign < 0) || (direction === 'negative' && sign > 0)
  return wrong ? [['SCORES_DIRECTION', { direction }, field]] : []
}

const ascending = (values: readonly number[]): boolean =>
  values.every((value, index) => index === 0 || value > (values[index - 1] ?? NaN))
