/**
 * The known word that a misspelt one most likely means.
 *
 * @returns The candidate with the fewest edits (insert, delete, replace, swap of neighbours), null when more than a third
 * of the word would have to change.
 * @param fold - Brings words that a reader takes for the same to the same letters.
 * @example nearest('wieght', ['weight', 'unit']) // 'weight'
 */
export function nearest(
  word: string,
  candidates: Iterable<string>,
  fold: (word: string) => string = plain,
): string | null {
  const wanted = fold(word)
  const limit = Math.max(1, Math.ceil(wanted.length / 3))
  let best: string | null = null
  let least = limit + 1
  for (const candidate of candidates) {
    const key = fold(candidate)
    // Words so different in length are at least as many edits apart; a header may be very long.
    if (Math.abs(key.length - wanted.length) >= least) continue
    const edits = distance(wanted, key)
    if (edits < least && edits < wanted.length) [best, least] = [candidate, edits]
  }
  return best
}

/**
 * What to offer in place of an unknown name: the nearest one, or all there are.
 *
 * @example suggest('stuff', ['staff', 'uptime']) // ['staff']
 */
export function suggest(word: string, known: readonly string[]): readonly string[] {
  const best = nearest(word, known)
  return best === null ? known : [best]
}

/** `raters_min`, `ratersMin` and `raters-min` are the same word to a reader. */
const plain = (word: string): string => word.toLowerCase().replace(/[-_\s]/g, '')

/** Optimal string alignment distance (Damerau-Levenshtein without overlapping swaps). */
function distance(a: string, b: string): number {
  let old = Array.from({ length: b.length + 1 }, (_, j) => j)
  let older = old
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          at(old, j) + 1,
          at(row, j - 1) + 1,
          at(old, j - 1) + (same ? 0 : 1),
          swapped ? at(older, j - 2) + 1 : Infinity,
        ),
      )
    }
    ;[older, old] = [old, row]
  }
  return at(old, b.length)
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity
