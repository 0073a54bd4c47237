import type { Json, JsonObject } from '../json.ts'

/** Excel's limit on the text of one cell. */
const LONGEST = 32_767
/** Control characters, and two that XML does not know; a line feed is kept by every program. */
// oxlint-disable-next-line no-control-regex
const UNSAFE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufffe\uffff]/
/** Read back as another character: ECMA-376 part 1, 22.9.2.19. */
const ESCAPED = /_x[0-9a-f]{4}_/i
const ERROR = /^#(VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/

/** Whether a cell gives a text back as it is, after any program has saved it. */
export const isCellText = (text: string): boolean =>
  text !== '' &&
  text === text.trim() &&
  text.length <= LONGEST &&
  text.isWellFormed() &&
  !UNSAFE.test(text) &&
  !ESCAPED.test(text) &&
  !ERROR.test(text)

/** Whether a cell gives a number back as it is. */
export const isCellNumber = (value: Json): value is number =>
  typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0)

/** JSON that every cell gives back: what a cell cannot hold is written as an escape. */
export const jsonText = (value: Json): string =>
  JSON.stringify(value)
    // oxlint-disable-next-line no-control-regex
    .replace(
      /[\u007f-\u009f\ufffe\uffff\u2028\u2029]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replace(/_x/gi, (two) => `\\u005f${two.slice(1)}`)

/** A map as lines `key = value`, values as JSON. */
export const settingsText = (settings: JsonObject): string =>
  Object.entries(settings)
    .map(([key, value]) => `${/^[\w-]+$/.test(key) && !/_x/i.test(key) ? key : jsonText(key)} = ${jsonText(value)}`)
    .join('\n')

/** Reads lines `key = value`; null where one of them is none. */
export function readSettings(text: string): JsonObject | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const entries: (readonly [string, Json])[] = []
  for (const line of lines) {
    const found = /^\s*("(?:[^"\\]|\\.)*"|[\w-]+)\s*[=＝]\s*(.+)$/.exec(line)
    const [, key = '', value = ''] = found ?? []
    try {
      if (!found) return null
      const name: unknown = key.startsWith('"') ? JSON.parse(key) : key
      entries.push([String(name), readJson(value)])
    } catch {
      return null
    }
  }
  return Object.fromEntries(entries)
}

/** @throws SyntaxError - not JSON. */
export const readJson = (text: string): Json => JSON.parse(text) as Json
