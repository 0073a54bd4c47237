/** From what the standard says of an indicator, fact or input to the reader of its column. */
import { Blank } from '@plumbline/kernel'
import type { Catalogue, CatalogueFact, CatalogueIndicator, CatalogueInput } from '@plumbline/plugin-api'
import { blankOf } from './blank.ts'
import { readBoolean } from './boolean.ts'
import { expertReader } from './expert.ts'
import { levelReader } from './level.ts'
import { normalText } from './normal-text.ts'
import { readNumber } from './number.ts'
import { doubtUnlikely } from './plausible.ts'
import { optionReader } from './option.ts'
import { blankReading, refused, type CellReader } from './reading.ts'

export interface FileHabits {
  readonly commaIsUnclear: boolean
}

/**
 * The reader of an indicator's cells: blanks first, then the value by the indicator's type and rule.
 *
 * @example indicatorReader(indicator, catalogue, { commaIsUnclear: false })('不适用').blank // Blank.notApplicable
 */
export function indicatorReader(indicator: CatalogueIndicator, catalogue: Catalogue, habits: FileHabits): CellReader {
  return orBlank(indicatorValueReader(indicator, catalogue, habits))
}

function indicatorValueReader(indicator: CatalogueIndicator, catalogue: Catalogue, habits: FileHabits): CellReader {
  const { normalise } = indicator
  if (normalise.method === 'expert') return expertReader(normalise)
  if (normalise.method === 'boolean') return readBoolean
  if (normalise.method === 'level-map') {
    const ladder = catalogue.ladders.find((candidate) => candidate.id === indicator.ladder) ?? null
    return levelReader(
      normalise.points.map(([raw]) => raw),
      ladder,
    )
  }
  const rules = { percent: isPercent(indicator.unitOfMeasure.zh), commaIsUnclear: habits.commaIsUnclear }
  return doubtUnlikely((cell) => readNumber(cell, rules), normalise)
}

export const isPercent = (unitOfMeasure: string): boolean => normalText(unitOfMeasure) === '%'

/** The reader of a fact's cells. A fact is declared or not: it cannot be not applicable. */
export function factReader(fact: CatalogueFact, habits: FileHabits): CellReader {
  const rules = { percent: false, commaIsUnclear: habits.commaIsUnclear }
  const read: CellReader = fact.type === 'boolean' ? readBoolean : (cell) => readNumber(cell, rules)
  const readOrBlank = orBlank(read)
  return (cell) => {
    const reading = readOrBlank(cell)
    if (reading.blank === Blank.notApplicable) return refused('FACT_NOT_APPLICABLE')
    return reading.value < 0 ? refused('FACT_NEGATIVE') : reading
  }
}

/** The reader of an input's cells: blanks first, then the value by the input's type and range. */
export function inputReader(input: CatalogueInput, habits: FileHabits): CellReader {
  return orBlank(inputValueReader(input, habits))
}

function inputValueReader({ type, options, unitOfMeasure, min, max }: CatalogueInput, habits: FileHabits): CellReader {
  if (type === 'boolean') return readBoolean
  if (type === 'choice') return optionReader(options)
  const rules = { percent: isPercent(unitOfMeasure?.zh ?? ''), commaIsUnclear: habits.commaIsUnclear }
  return (cell) => {
    const reading = readNumber(cell, rules)
    if (reading.problem) return reading
    if (type === 'integer' && !Number.isInteger(reading.value)) return refused('CELL_NOT_WHOLE')
    if (min !== null && reading.value < min) return refused('CELL_BELOW_LEAST', { least: min })
    return max !== null && reading.value > max ? refused('CELL_ABOVE_MOST', { most: max }) : reading
  }
}

function orBlank(read: CellReader): CellReader {
  return (cell) => {
    const blank = typeof cell === 'string' ? blankOf(cell) : Blank.none
    return blank === Blank.none ? read(cell) : blankReading(blank)
  }
}
