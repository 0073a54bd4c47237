import { BETTER, INK, RULE } from '../shared/colours.ts'

export interface ShareIntervalProps {
  /** Shares with the half widths of their intervals, from 0 to 1; beyond is cut off at the ends. */
  readonly first: number
  readonly firstError: number
  readonly total: number
  readonly totalError: number
  readonly summary: string
}

const HEIGHT = 26

/** First and total Sobol index as two bars with their intervals. */
export function ShareInterval({ first, firstError, total, totalError, summary }: ShareIntervalProps) {
  const bars = [
    { value: total, error: totalError, y: 2, opacity: 0.36 },
    { value: first, error: firstError, y: 14, opacity: 1 },
  ]
  return (
    <svg className="chart" width="100%" height={HEIGHT} role="img" aria-label={summary}>
      {[0, 0.5, 1].map((tick) => (
        <line key={tick} x1={percent(tick)} x2={percent(tick)} y1={0} y2={HEIGHT} stroke={RULE} />
      ))}
      {bars.map(({ value, error, y, opacity }) => (
        <g key={y}>
          <rect x="0%" width={percent(value)} y={y} height={9} fill={BETTER} opacity={opacity} />
          <line
            x1={percent(value - error)}
            x2={percent(value + error)}
            y1={y + 4.5}
            y2={y + 4.5}
            stroke={INK}
            strokeWidth={1.5}
          />
        </g>
      ))}
    </svg>
  )
}

const percent = (share: number): string => `${Math.min(1, Math.max(0, share)) * 100}%`
