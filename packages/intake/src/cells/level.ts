import type { Ladder } from '@plumbline/plugin-api'
import { nameKey } from './normal-text.ts'
import { readNumber } from './number.ts'
import { refused, valueOf, type CellReader } from './reading.ts'

const LEVEL_RULES = { percent: false, commaIsUnclear: false }

/**
 * A reader of levels: the number of a listed level, or the words of its step on the ladder, in either language.
 *
 * @param levels - The levels that the standard knows, ascending.
 * @param ladder - Their words; null where the levels have none.
 */
export function levelReader(levels: readonly number[], ladder: Ladder | null): CellReader {
  const listed = new Set(levels)
  const words = new Map(
    (ladder?.steps ?? [])
      .filter((step) => listed.has(step.level))
      .flatMap((step) => [[nameKey(step.zh), step.level] as const, [nameKey(step.en), step.level] as const]),
  )
  return (cell) => {
    const step = typeof cell === 'string' ? words.get(nameKey(cell)) : undefined
    if (step !== undefined) return valueOf(step)
    const reading = readNumber(cell, LEVEL_RULES)
    if (reading.problem)
      return reading.problem.code === 'CELL_NOT_A_NUMBER' ? refused('CELL_NOT_A_LEVEL', { levels }) : reading
    return listed.has(reading.value) ? reading : refused('CELL_NOT_A_LEVEL', { levels })
  }
}
