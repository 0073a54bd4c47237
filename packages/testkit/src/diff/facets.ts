/** A value of a standard taken apart: what rules, and what is said in each language. */
export interface Facets {
  /** The value without its texts. */
  readonly rule: unknown
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/**
 * Separates the texts of a value from the rest.
 *
 * @example facetsOf([{ level: 1, zh: '有', en: 'Some' }]) // { rule: [{ level: 1 }], zh: ['有'], en: ['Some'] }
 */
export function facetsOf(value: unknown): Facets {
  const zh: string[] = []
  const en: string[] = []
  return { rule: strip(value), zh, en }

  function strip(part: unknown): unknown {
    if (Array.isArray(part)) return part.map(strip)
    if (typeof part !== 'object' || part === null) return part
    const kept = Object.entries(part).filter(([key, inner]) => {
      if (key === 'zh' && typeof inner === 'string') zh.push(inner)
      else if (key === 'en' && typeof inner === 'string') en.push(inner)
      else return inner !== undefined
      return false
    })
    return Object.fromEntries(kept.map(([key, inner]) => [key, strip(inner)]))
  }
}

/** Equal as data, whatever the order of keys. */
export const sameData = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`
}

/**
 * A rule in short, for a reader who knows the standard: `goalposts worst=10 best=85`.
 *
 * @returns An en dash where there is none.
 */
export function brief(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return `[${value.map(brief).join(', ')}]`
  if (typeof value === 'number') return String(Number(value.toPrecision(12)))
  if (typeof value === 'string' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return '–'
  return Object.entries(value)
    .map(([key, inner]) => (key === 'method' || key === 'text' ? brief(inner) : `${key}=${brief(inner)}`))
    .join(' ')
}
