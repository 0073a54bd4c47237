/** Search parameters are plain strings, so that addresses stay short, legible and stable. */
export type RawSearch = Readonly<Record<string, unknown>>

export function parseSearch(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query))
}

export function stringifySearch(search: RawSearch): string {
  const pairs = Object.entries(search).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [[key, value] as const] : [],
  )
  // Commas and colons part lists in our own values and are legal in a query.
  const query = new URLSearchParams(pairs.map(([key, value]) => [key, value]))
    .toString()
    .replaceAll('%2C', ',')
    .replaceAll('%3A', ':')
  return query ? `?${query}` : ''
}

/** A parameter that is a non-empty string. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** A parameter that is one of the allowed words. */
export const wordOf = <W extends string>(value: unknown, words: readonly W[]): W | undefined =>
  words.find((word) => word === value)

/** A list in one parameter; items hold no comma once encoded. */
export const listOf = (text: string | undefined): readonly string[] =>
  text
    ? text
        .split(',')
        .filter(Boolean)
        .map((item) => decodeURIComponent(item))
    : []

export const listText = (items: readonly string[]): string | undefined =>
  items.length > 0 ? items.map((item) => item.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',') : undefined

/** Adds the item, or takes it away where it is there already. */
export const toggled = (items: readonly string[], item: string): readonly string[] =>
  items.includes(item) ? items.filter((other) => other !== item) : [...items, item]
