import { nameKey } from '../cells/normal-text.ts'

/**
 * The known name that a mistyped one most likely stands for.
 *
 * @returns null where nothing is near: more than two slips and more than a third of the name.
 * @example nearestName('apointment-rate', ['appointment-rate', 'waiting-time']) // 'appointment-rate'
 */
export function nearestName(text: string, known: Iterable<string>): string | null {
  const wanted = nameKey(text)
  let best: string | null = null
  let least = Math.max(2, Math.floor(wanted.length / 3)) + 1
  for (const name of known) {
    const key = nameKey(name)
    if (Math.abs(key.length - wanted.length) >= least) continue
    const slips = editDistance(wanted, key)
    if (slips < least && slips < wanted.length) [best, least] = [name, slips]
  }
  return best
}

/** Levenshtein: least number of insertions, deletions and replacements. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
