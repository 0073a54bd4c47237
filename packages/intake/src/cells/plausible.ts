import { namedRange, type NormaliseSpec } from '@plumbline/kernel'
import { doubted, type CellReader } from './reading.ts'

/** How far beyond the best goalpost a value must lie before it is likelier a slip in the unit of measure. */
const SLIP = 1000

/**
 * Wraps a reader so that a value that is possible but unlikely is said aloud: negative where the standard only knows
 * positive values, or a thousand times the largest goalpost. Goalposts are not limits: beyond them is fine.
 */
export function doubtUnlikely(read: CellReader, normalise: NormaliseSpec): CellReader {
  const marks = goalposts(normalise)
  if (marks.length === 0) return read
  const low = Math.min(...marks)
  const largest = Math.max(...marks.map(Math.abs))
  return (cell) => {
    const reading = read(cell)
    if (reading.problem || Number.isNaN(reading.value)) return reading
    if (reading.value < 0 && low >= 0) return doubted(reading, 'CELL_NEGATIVE_UNLIKELY')
    if (largest > 0 && Math.abs(reading.value) > SLIP * largest) return doubted(reading, 'CELL_FAR_BEYOND', { largest })
    return reading
  }
}

/** The raw values that the rule names; none where it names none. */
export function goalposts(normalise: NormaliseSpec): readonly number[] {
  switch (normalise.method) {
    case 'goalposts':
    case 'goalposts-log':
      return [normalise.worst, normalise.best]
    case 'piecewise':
    case 'level-map':
      return normalise.points.map(([raw]) => raw)
    case 'band':
      return [normalise.low, normalise.high]
    case 'expert':
      return normalise.scale
    case 'percentile':
      return goalposts(normalise.fallback)
    case 'boolean':
      return []
    default:
      return namedRange(normalise) ?? []
  }
}
