/** Dots at their scores, pushed apart up and down where they would cover each other. */
export interface SwarmDot {
  /** Index into the scores given. */
  readonly index: number
  readonly score: number
  /** Steps away from the middle line: 0, 1, -1, 2, -2 ... */
  readonly step: number
}

/**
 * Lays out one line of dots, in order of score, within `steps` above and below the middle. Scores in the same bin are
 * stacked; a full bin starts again from the middle, so that the chart never grows.
 *
 * @param scores - 0 to 100.
 * @param binWidth - Points of score that one dot covers.
 * @example swarm([50, 50.2, 80], { binWidth: 1, steps: 3 }).map((dot) => dot.step) // [0, 1, 0]
 */
export function swarm(
  scores: readonly number[],
  { binWidth, steps }: { readonly binWidth: number; readonly steps: number },
): SwarmDot[] {
  const filled = new Map<number, number>()
  return scores
    .map((score, index) => ({ score, index }))
    .toSorted((a, b) => a.score - b.score)
    .map(({ score, index }) => {
      const bin = Math.floor(score / binWidth)
      const place = (filled.get(bin) ?? 0) % (2 * steps + 1)
      filled.set(bin, (filled.get(bin) ?? 0) + 1)
      return { index, score, step: place % 2 === 1 ? (place + 1) / 2 : -place / 2 || 0 }
    })
}
