import { BETTER, INK, RULE } from '../shared/colours.ts'

export interface RankRangeProps {
  readonly low: number
  readonly high: number
  /** The published rank; null where there is none. */
  readonly nominal: number | null
  /** The last rank of the scale, from 1. */
  readonly last: number
  readonly summary: string
}

const HEIGHT = 16

/** A unit's rank interval on the line of all ranks, its published rank as a dot. */
export function RankRange({ low, high, nominal, last, summary }: RankRangeProps) {
  // Half a rank at either end, so that the dot of rank 1 is whole.
  const x = (rank: number): number => ((rank - 0.5) / Math.max(1, last)) * 100
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      <line x1="0%" x2="100%" y1={HEIGHT / 2} y2={HEIGHT / 2} stroke={RULE} />
      <rect
        x={`${x(low - 0.4)}%`}
        width={`${x(high + 0.4) - x(low - 0.4)}%`}
        y={4}
        height={HEIGHT - 8}
        fill={BETTER}
        opacity={0.42}
      />
      {nominal === null ? null : <circle cx={`${x(nominal)}%`} cy={HEIGHT / 2} r={3.6} fill={INK} />}
    </svg>
  )
}
