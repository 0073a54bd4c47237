/** How raw values look in a file: digits that suit the span, and never an impossible percentage. */
import { namedRange, type NormaliseSpec } from '@plumbline/kernel'
import type { CatalogueIndicator } from '@plumbline/plugin-api'
import { SAMPLE_RANGE } from './invert.ts'

/** Units of measure that only count things: whole figures. */
const COUNTED = new Set(['个', '家', '项', '件', '人', '次', '台', '套', '天'])

/** Lowest and highest raw value the normaliser tells apart. */
function spanOf(spec: NormaliseSpec): readonly [number, number] {
  switch (spec.method) {
    case 'goalposts':
    case 'goalposts-log':
      return [Math.min(spec.worst, spec.best), Math.max(spec.worst, spec.best)]
    case 'piecewise':
    case 'level-map': {
      const raws = spec.points.map(([raw]) => raw)
      return [Math.min(...raws), Math.max(...raws)]
    }
    case 'boolean':
      return [0, 1]
    case 'band':
      return [spec.low, spec.high]
    case 'expert':
      return spec.scale
    case 'percentile':
      return spanOf(spec.fallback)
    default:
      return namedRange(spec) ?? SAMPLE_RANGE
  }
}

/** About a thousandth of the span: 0 digits from 200 on, 1 from 20, 2 from 2, at most 4. Levels stay as listed. */
export function decimalsFor(indicator: CatalogueIndicator): number {
  if (indicator.normalise.method === 'level-map') return 2
  if (COUNTED.has(indicator.unitOfMeasure.zh)) return 0
  const [low, high] = spanOf(indicator.normalise)
  const span = high - low
  if (span >= 200) return 0
  if (span >= 20) return 1
  if (span >= 2) return 2
  return span >= 0.2 ? 3 : 4
}

/**
 * Holds a raw value to what can be: never below 0 where the standard's own span is not, and a percentage within 100
 * where its span is.
 */
export function plausible(indicator: CatalogueIndicator, value: number): number {
  const [low, high] = spanOf(indicator.normalise)
  const floor = low >= 0 ? 0 : low
  const ceiling = indicator.unitOfMeasure.zh === '%' && high <= 100 ? 100 : Infinity
  return Math.min(ceiling, Math.max(floor, value))
}

/** Without trailing zeros and never `-0`. */
export const writeNumber = (value: number, decimals: number): string => String(Number(value.toFixed(decimals)) + 0)
