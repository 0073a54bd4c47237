import { Blank, type NormaliseSpec } from '@plumbline/kernel'
import { readNumber } from './number.ts'
import { quotedText } from './sheet-cell.ts'
import { doubted, refused, valueOf, type CellReader, type Reading } from './reading.ts'

type Panel = Extract<NormaliseSpec, { method: 'expert' }>

const RATING_RULES = { percent: false, commaIsUnclear: false }
const SEPARATOR = /[;；|｜、]/

/**
 * A reader of expert panels: the panel's own result as one number, or the single ratings, separated by `;`, `|` or `、`.
 *
 * @returns For several ratings their plain mean as the value, and the ratings themselves, from which the kernel works
 *   out the panel's result.
 */
export function expertReader(panel: Panel): CellReader {
  const [low, high] = panel.scale
  const onScale = (reading: Reading): Reading =>
    reading.problem || (reading.value >= low && reading.value <= high)
      ? reading
      : refused('RATING_OFF_SCALE', { low, high })

  return (cell) => {
    if (typeof cell !== 'string' || !SEPARATOR.test(cell)) return onScale(readNumber(cell, RATING_RULES))
    const parts = cell.split(SEPARATOR).map((part) => part.trim())
    const readings = parts.map((part) =>
      part === '' ? refused('RATING_EMPTY') : onScale(readNumber(part, RATING_RULES)),
    )
    const wrong = readings.findIndex((reading) => reading.problem)
    const problem = readings[wrong]?.problem
    if (problem) return refused(problem.code, { ...problem.params, text: quotedText(parts[wrong]) })

    const ratings = readings.map((reading) => reading.value)
    const mean = ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length
    const reading: Reading = { ...valueOf(mean), blank: Blank.none, ratings }
    return ratings.length < panel.ratersMin
      ? doubted(reading, 'RATINGS_TOO_FEW', { count: ratings.length, least: panel.ratersMin })
      : reading
  }
}
