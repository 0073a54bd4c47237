/**
 * Colours measured for contrast and for colour-vision deficiencies (OKLab distance): no two of a set fall together for
 * protan, deutan or tritan readers, and all read in grey.
 */
export const INK = '#1f2933'
export const INK_SOFT = '#52606d'
export const RULE = '#d9dfe5'
export const BLUE = '#0958d9'
export const BLUE_DARK = '#0a3d91'

/** Better and worse, always beside an arrow or a word. `worseText` is dark enough for small text on a tinted row. */
export const BETTER = '#0b5fa5'
export const WORSE = '#c2570c'
export const WORSE_TEXT = '#9a4408'

/** At most six pillars; the rest share one grey and are told apart by their labels. */
const PILLARS = ['#0b5fa5', '#c2570c', '#9b050f', '#b4867e', '#6a8ace', '#6c385d'] as const
const OTHER_PILLAR = '#7b8794'

const LEVELS = ['#9fb8d6', '#6f98c4', '#4278ae', '#235a8f', '#0d3b66'] as const

export const pillarColour = (index: number): string => PILLARS[index] ?? OTHER_PILLAR

/** Colour of the grade at `index` of `count`, light for the lowest. */
export function gradeColour(index: number, count: number): string {
  const step = count <= 1 ? LEVELS.length - 1 : Math.round((index / (count - 1)) * (LEVELS.length - 1))
  return LEVELS[step] ?? OTHER_PILLAR
}

/** Ink or white, whichever reads better on the grade's colour. */
export const onGradeColour = (index: number, count: number): string =>
  [LEVELS[0], LEVELS[1]].some((light) => light === gradeColour(index, count)) ? INK : '#ffffff'
