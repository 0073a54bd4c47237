import { Blank } from '@plumbline/kernel'
import { nameKey } from './normal-text.ts'

const WORDS: ReadonlyMap<string, Blank> = new Map([
  ['', Blank.unanswered],
  ['n/a', Blank.notApplicable],
  ['na', Blank.notApplicable],
  ['不适用', Blank.notApplicable],
  ['not applicable', Blank.notApplicable],
  ['无数据', Blank.notAvailable],
  ['not available', Blank.notAvailable],
  ['不公开', Blank.withheld],
  ['withheld', Blank.withheld],
])

/** Most cells are plain numbers: no need to look for a word in them. */
const BEGINS_LIKE_A_NUMBER = /^[\d.+-]/
const LONGEST = Math.max(...[...WORDS.keys()].map((word) => word.length))

/**
 * The kind of blank that a text stands for.
 *
 * @returns `Blank.none` where the text is a value, or at least claims to be one. `#N/A` is a spreadsheet's error, not a
 *   declaration, and gives `Blank.none` too.
 * @example blankOf(' 不适用 ') // Blank.notApplicable
 */
export function blankOf(text: string): Blank {
  if (text.length > LONGEST * 3 || BEGINS_LIKE_A_NUMBER.test(text)) return Blank.none
  return WORDS.get(nameKey(text)) ?? Blank.none
}
