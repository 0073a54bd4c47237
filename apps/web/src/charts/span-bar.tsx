import { BETTER, INK, RULE, WORSE } from '../shared/colours.ts'

export interface SpanBarProps {
  /** Where the bar starts and ends, in the scale's figures. */
  readonly from: number
  readonly to: number
  /** Ends of the scale. */
  readonly scale: readonly [number, number]
  /** A level, drawn as a mark, instead of a change. */
  readonly level?: boolean
  readonly summary: string
}

const HEIGHT = 16

/** One step of a waterfall: blue where it adds, orange where it takes away; the start and the end are marks. */
export function SpanBar({ from, to, scale: [low, high], level = false, summary }: SpanBarProps) {
  const x = (value: number): number => ((value - low) / (high - low || 1)) * 100
  const [left, right] = [Math.min(x(from), x(to)), Math.max(x(from), x(to))]
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      <line x1={`${x(from)}%`} x2={`${x(from)}%`} y1={-4} y2={HEIGHT + 4} stroke={RULE} />
      {level ? (
        <circle cx={`${x(to)}%`} cy={HEIGHT / 2} r={5} fill={INK} />
      ) : (
        <rect
          x={`${left}%`}
          width={`${Math.max(right - left, 0.15)}%`}
          y={2}
          height={HEIGHT - 4}
          fill={to >= from ? BETTER : WORSE}
        />
      )}
    </svg>
  )
}
