/**
 * Normalisers read backwards: which raw value has a given score. The demonstration is built from scores, so that its
 * raw values are as plausible as the standard's own goalposts.
 */
import { namedRange, type NormaliseSpec, type Point } from '@plumbline/kernel'

/** A normaliser whose score moves continuously with the raw value. */
export type ContinuousSpec = Exclude<NormaliseSpec, { readonly method: 'level-map' | 'boolean' }>

/**
 * The raw value that scores `score`.
 *
 * @param spec - A percentile is inverted through its fallback goalposts; an expert panel gives the rating on its scale.
 * @param score - 0 to 100. Goalposts go on in a straight line beyond that; the others are held at their ends.
 * @returns Raw value in the indicator's unit of measure, unrounded. A band gives the lower of its two.
 * @example invert({ method: 'goalposts', worst: 40, best: 8 }, 75) // 16
 */
export function invert(spec: ContinuousSpec, score: number): number {
  switch (spec.method) {
    case 'goalposts':
      return between(spec.worst, spec.best, score / 100)
    case 'goalposts-log': {
      const share = held(score) / 100
      return (
        Math.exp(between(Math.log(spec.worst + spec.offset), Math.log(spec.best + spec.offset), share)) - spec.offset
      )
    }
    case 'piecewise':
      return invertPiecewise(spec.points, score)
    case 'band':
      return between(spec.low, spec.ideal[0], held(score) / 100)
    case 'expert':
      return between(spec.scale[0], spec.scale[1], held(score) / 100)
    case 'percentile':
      return invert(spec.fallback, score)
    default:
      return between(...(namedRange(spec) ?? SAMPLE_RANGE), held(score) / 100)
  }
}

/** Raw values of a made-up sample where the standard names none. */
export const SAMPLE_RANGE = [0, 100] as const

/** The same from the other side of a band: the higher of the two raw values. */
export const invertBandFromAbove = (spec: Extract<NormaliseSpec, { readonly method: 'band' }>, score: number): number =>
  between(spec.high, spec.ideal[1], held(score) / 100)

/** The listed level whose score is nearest; the lower one where two are equally near. */
export function nearestLevel(points: readonly Point[], score: number): number {
  let best: Point = points[0] ?? [0, 0]
  for (const point of points) if (Math.abs(point[1] - score) < Math.abs(best[1] - score)) best = point
  return best[0]
}

function invertPiecewise(points: readonly Point[], score: number): number {
  for (let i = 1; i < points.length; i++) {
    const [fromRaw, fromScore] = points[i - 1] ?? [0, 0]
    const [toRaw, toScore] = points[i] ?? [0, 0]
    const inside = score >= Math.min(fromScore, toScore) && score <= Math.max(fromScore, toScore)
    if (inside && fromScore !== toScore) return between(fromRaw, toRaw, (score - fromScore) / (toScore - fromScore))
  }
  return nearestLevel(points, score)
}

const between = (from: number, to: number, share: number): number => from + (to - from) * share
const held = (score: number): number => Math.min(100, Math.max(0, score))
