/** Text with full-width letters, digits and signs as their ordinary forms (NFKC), one minus sign, and no outer space. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2212\u2010\u2011\ufe63]/g, '-')
    .trim()
}

/** The form in which names are compared: normal text, lower case, runs of space as one. */
export function nameKey(text: string): string {
  return normalText(text).toLowerCase().replace(/\s+/g, ' ')
}
