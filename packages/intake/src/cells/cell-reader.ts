/** From what the standard says of an indicator or fact to the reader of its column. */
import { Blank } from '@plumbline/kernel'
import type { Catalogue, CatalogueFact, CatalogueIndicator } from '@plumbline/plugin-api'
import { blankOf } from './blank.ts'
import { readBoolean } from './boolean.ts'
import { expertReader } from './expert.ts'
import { levelReader } from './level.ts'
import { normalText } from './normal-text.ts'
import { readNumber } from './number.ts'
import { doubtUnlikely } from './plausible.ts'
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

function orBlank(read: CellReader): CellReader {
  return (cell) => {
    const blank = typeof cell === 'string' ? blankOf(cell) : Blank.none
    return blank === Blank.none ? read(cell) : blankReading(blank)
  }
}
