/**
 * Units of measure as products of words: 万元/人 is 万元 to the power 1 times 人 to the power -1. A unit that nothing is
 * known of is null; it goes with every other.
 */
export type Unit = ReadonlyMap<string, number> | null

/** A number that counts or measures nothing: what a ratio of like units is. */
export const NONE: Unit = new Map()
export const PERCENT: Unit = new Map([['%', 1]])

const NO_UNIT = new Set(['', '1', '-', '—', '无', '比', '比值', 'ratio', 'share', '系数'])

/**
 * A unit as a standard writes it.
 *
 * @example unitText(parseUnit('万元/人')) // '万元/人'
 */
export function parseUnit(text: string): Unit {
  const powers = new Map<string, number>()
  for (const [index, side] of text.normalize('NFKC').split('/').entries()) {
    for (const word of side.split(/[·*×]/)) {
      const name = word.trim()
      if (!NO_UNIT.has(name)) powers.set(name, (powers.get(name) ?? 0) + (index === 0 ? 1 : -1))
    }
  }
  return withoutZeros(powers)
}

export function timesUnit(a: Unit, b: Unit, sign: 1 | -1): Unit {
  if (!a || !b) return null
  const powers = new Map(a)
  for (const [name, power] of b) powers.set(name, (powers.get(name) ?? 0) + sign * power)
  return withoutZeros(powers)
}

export const isSameUnit = (a: Unit, b: Unit): boolean => !a || !b || unitText(a) === unitText(b)

/** `万元/人`; empty for a ratio. */
export function unitText(unit: Unit): string {
  const words = [...(unit ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
  const side = (sign: number): string =>
    words.flatMap(([name, power]) => Array.from({ length: Math.max(0, power * sign) }, () => name)).join('·')
  const [above, below] = [side(1), side(-1)]
  return below === '' ? above : `${above || '1'}/${below}`
}

const withoutZeros = (powers: ReadonlyMap<string, number>): Unit =>
  new Map([...powers].filter(([, power]) => power !== 0))
