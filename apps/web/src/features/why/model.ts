import type { Waterfall } from '@plumbline/api/contract'

export interface Step {
  readonly id: string | null
  readonly points: number
  readonly from: number
  readonly to: number
  readonly theirs: number
  readonly own: number
  /** Bars taken together; 1 for a single one. */
  readonly count: number
}

/** Less than this is nothing on a page of two digits. */
const NOTHING = 5e-7

/**
 * The bars of a waterfall, the largest `few` by themselves in tree order and the others as one at the end, laid end to
 * end again from baseline to score. Bars of nothing are left out.
 */
export function stepsOf({ baseline, bars }: Waterfall, few: number): readonly Step[] {
  const moved = bars.filter(({ points }) => Math.abs(points) > NOTHING)
  const largest = new Set(moved.toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points)).slice(0, few))
  const singles = moved.filter((bar) => largest.has(bar))
  const rest = moved.filter((bar) => !largest.has(bar))
  const sum = (of: (bar: (typeof bars)[number]) => number): number => rest.reduce((all, bar) => all + of(bar), 0)
  const parts = [
    ...singles.map(({ id, points, baselinePoints, ownPoints }) => ({
      id,
      points,
      theirs: baselinePoints,
      own: ownPoints,
      count: 1,
    })),
    ...(rest.length > 0
      ? [
          {
            id: null,
            points: sum(({ points }) => points),
            theirs: sum(({ baselinePoints }) => baselinePoints),
            own: sum(({ ownPoints }) => ownPoints),
            count: rest.length,
          },
        ]
      : []),
  ]
  let at = baseline
  return parts.map((part) => {
    const from = at
    at += part.points
    return { ...part, from, to: at }
  })
}

/** Ends of the scale on which a waterfall is drawn: its lowest and highest level with a little room. */
export function scaleOf({ baseline, score }: Waterfall, steps: readonly Step[]): readonly [number, number] {
  const levels = [baseline, score, ...steps.map(({ to }) => to)]
  const [low, high] = [Math.min(...levels), Math.max(...levels)]
  const room = Math.max(1, (high - low) * 0.06)
  return [Math.max(0, low - room), Math.min(Math.max(100, high), high + room)]
}
